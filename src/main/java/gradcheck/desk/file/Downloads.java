package gradcheck.desk.file;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.write.Exports;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 导出: the files of interface.md §5 into the chat, one a college; written when they are sent. */
public final class Downloads {
    /** What people call each kind; of two names the first is the one it is called by. */
    private static final List<Map.Entry<String, Exports.Kind>> KINDS = List.of(
            Map.entry("确认", Exports.Kind.CONFIRMATIONS),
            Map.entry("核对", Exports.Kind.CONFIRMATIONS),
            Map.entry("更正", Exports.Kind.CORRECTIONS),
            Map.entry("统计", Exports.Kind.STATISTICS),
            Map.entry("照片", Exports.Kind.PHOTOS),
            Map.entry("名单", Exports.Kind.ROSTER),
            Map.entry("日志", Exports.Kind.AUDIT));

    private Downloads() {}

    /** As people call it. */
    static String named(Exports.Kind kind) {
        return KINDS.stream()
                .filter(k -> k.getValue() == kind)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    public static List<Say> order(DeskContext visit, String argument) {
        Optional<Map.Entry<String, Exports.Kind>> kind =
                KINDS.stream().filter(k -> argument.contains(k.getKey())).findFirst();
        if (kind.isEmpty()) {
            return List.of(DeskPhrases.EXPORT_WHICH.say());
        }
        if (kind.get().getValue() == Exports.Kind.AUDIT && !visit.asker().isOffice()) {
            visit.audit("导出", "日志", "refused: the office's");
            return List.of(DeskPhrases.EXPORT_OFFICE_ONLY.with(
                    "office", visit.season().office().name()));
        }
        List<String> colleges =
                visit.asker().isOffice() ? List.of("") : visit.asker().scope().colleges();
        for (String college : colleges) {
            queue(visit, kind.get().getValue(), college);
        }
        visit.audit("导出", visit.asker().sees(), kind.get().getValue().title());
        return List.of(DeskPhrases.EXPORT.with(
                "kind", kind.get().getKey(),
                "sees", visit.asker().sees(),
                "time", visit.time()));
    }

    private static void queue(DeskContext visit, Exports.Kind kind, String college) {
        visit.send(DeskFiles.EXPORT, kind.name() + "\n" + college);
    }
}
