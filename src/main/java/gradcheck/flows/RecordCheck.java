package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Flow;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.conversation.Step;
import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import gradcheck.verification.Correction;
import gradcheck.verification.RecordField;
import java.util.List;
import java.util.Optional;

/**
 * 学籍核对, the first check (R04–R19).
 *
 * <pre>
 * notice ──已阅读──▶ record ──无误──▶ summary ──我确认──▶ (receipt)
 *                    │ ▲  ▲            │
 *       5, 民族 ──────▼ │  └── another ──┘
 *                  value │
 *              取消 ──▶ drop
 * </pre>
 */
public final class RecordCheck {
    public static final String NAME = "record";
    static final String NOTICE = "notice";
    static final String RECORD = "record";
    static final String VALUE = "value";
    static final String DROP = "drop";
    static final String SUMMARY = "summary";

    private RecordCheck() {}

    public static Flow<RecordCase> flow() {
        return new Flow<>(
                NAME,
                List.of(
                        new Step<>(NOTICE, RecordCheck::askNotice, RecordCheck::hearNotice),
                        new Step<>(RECORD, RecordCheck::askRecord, RecordCheck::hearRecord),
                        new Step<>(VALUE, RecordCheck::askValue, RecordCheck::hearValue),
                        new Step<>(DROP, RecordCheck::askDrop, RecordCheck::hearDrop),
                        new Step<>(SUMMARY, RecordCheck::askSummary, RecordCheck::hearSummary)));
    }

    private static Question askNotice(RecordCase about, Answers answers) {
        Say notice = RecordPhrases.NOTICE.with(
                "name", about.student().name(), "year", about.contacts().year());
        return new Question(notice, RecordPhrases.NOTICE_BRIEF.say(), List.of(new Choice("已阅读", "已阅读")));
    }

    private static Heard hearNotice(String said, RecordCase about, Answers answers) {
        if (Said.isOneOf(said, "已阅读", "已读", "看完了", "读完了", "1", "好", "好的", "知道了", "ok", "OK")) {
            return Heard.next(RECORD, answers);
        }
        boolean early = Said.isOneOf(said, "无误", "我确认");
        return early ? new Heard.Refused(RecordPhrases.NOTICE_FIRST.say()) : new Heard.NotAnAnswer();
    }

    private static Question askRecord(RecordCase about, Answers answers) {
        List<Correction> drafts = Drafts.in(about, answers);
        Say drafted = drafts.isEmpty()
                ? RecordPhrases.NO_DRAFTS.say()
                : RecordPhrases.DRAFTS.with("lines", RecordSheet.remarks(drafts));
        Say sheet = RecordPhrases.FIELDS.with(
                "verdict", RecordSheet.verdict(about), "lines", RecordSheet.lines(about), "drafts", drafted);
        return new Question(sheet, RecordPhrases.FIELDS_BRIEF.say(), List.of(new Choice("无误", "无误")));
    }

    private static Heard hearRecord(String said, RecordCase about, Answers answers) {
        if (Said.isOneOf(said, "无误", "没有错", "没错", "都对", "全对", "没问题", "没有了", "没有误")) {
            return Heard.next(SUMMARY, answers);
        }
        if (Said.isOneOf(said, "我确认")) {
            return new Heard.Refused(RecordPhrases.CONFIRM_FIRST.say());
        }
        if (Said.isOneOf(said, "取消")) {
            return hearCancel(about, answers);
        }
        return Corrections.hear(said, about, answers);
    }

    private static Question askValue(RecordCase about, Answers answers) {
        RecordField field =
                Drafts.editing(about, answers).orElse(about.fields().inOrder().get(0));
        Say text = RecordPhrases.VALUE.with("label", field.label(), "value", RecordSheet.shown(about, field));
        return new Question(text, List.of());
    }

    private static Heard hearValue(String said, RecordCase about, Answers answers) {
        Optional<RecordField> field = Drafts.editing(about, answers);
        if (field.isEmpty()) {
            return Heard.next(RECORD, answers);
        }
        return Said.isOneOf(said, "取消")
                ? Heard.next(DROP, answers)
                : Corrections.take(said, field.get(), about, answers);
    }

    private static Question askDrop(RecordCase about, Answers answers) {
        String line = Drafts.editing(about, answers)
                .map(f ->
                        Drafts.draft(about, answers, f).map(Correction::remark).orElse(f.label()))
                .orElse("");
        return new Question(
                RecordPhrases.DROP.with("line", line), List.of(new Choice("放弃这条", "1"), new Choice("保留", "2")));
    }

    private static Heard hearDrop(String said, RecordCase about, Answers answers) {
        Optional<RecordField> field = Drafts.editing(about, answers);
        if (field.isEmpty()) {
            return Heard.next(RECORD, answers);
        }
        int picked =
                Said.pick(said, List.of(List.of("放弃", "放弃这条", "是", "取消", "确认", "对"), List.of("保留", "不", "不放弃", "否")));
        return switch (picked) {
            case 1 -> Heard.next(
                    RECORD,
                    Drafts.drop(answers, field.get()),
                    RecordPhrases.DROPPED.with("label", field.get().label()));
            case 2 -> Heard.next(RECORD, answers, RecordPhrases.KEPT.say());
            default -> new Heard.NotAnAnswer();
        };
    }

    private static Heard hearCancel(RecordCase about, Answers answers) {
        Optional<RecordField> inHand = Drafts.editing(about, answers)
                .filter(f -> Drafts.draft(about, answers, f).isPresent());
        Optional<RecordField> any = inHand.or(
                () -> Drafts.in(about, answers).stream().map(Correction::field).findFirst());
        return any.map(f -> Heard.next(DROP, Drafts.editing(answers, f)))
                .orElseGet(() -> new Heard.Refused(RecordPhrases.NOTHING_TO_DROP.say()));
    }

    private static Question askSummary(RecordCase about, Answers answers) {
        List<Correction> drafts = Drafts.in(about, answers);
        Say text = drafts.isEmpty()
                ? RecordPhrases.SUMMARY_RIGHT.with(
                        "count", about.fields().inOrder().size())
                : RecordPhrases.SUMMARY.with("lines", RecordSheet.remarks(drafts));
        return new Question(text, List.of(new Choice("我确认", "我确认")));
    }

    private static Heard hearSummary(String said, RecordCase about, Answers answers) {
        if (Said.isOneOf(said, "我确认", "确认")) {
            return new Heard.Ended(List.of(new RecordConfirmed(Drafts.in(about, answers))), List.of());
        }
        return Said.isOneOf(said, "取消") ? hearCancel(about, answers) : Corrections.hear(said, about, answers);
    }
}
