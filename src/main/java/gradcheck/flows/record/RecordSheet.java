package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.domain.Correction;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.value.Doubts;
import gradcheck.domain.value.Masks;
import gradcheck.domain.value.ValueCheck;
import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.List;

/** The record as it is shown: every field, numbered, with its value (R08). */
final class RecordSheet {
    private RecordSheet() {}

    static List<Say> lines(RecordCase about) {
        Fields fields = about.fields();
        return fields.inOrder().stream()
                .map(f -> RecordPhrases.LINE.with(
                        "number", fields.numberOf(f), "label", f.label(), "value", shown(about, f)))
                .toList();
    }

    /** A value as the student sees it; the certificate number with what was checked about it. */
    static Object shown(RecordCase about, RecordField field) {
        return field.check() == ValueCheck.CERTIFICATE_NUMBER
                ? Doubts.summary(about.student(), about.doubts())
                : Masks.shown(field, about.student().value(field.code()));
    }

    /** What looks doubtful comes first. */
    static Say verdict(RecordCase about) {
        Fields fields = about.fields();
        int count = fields.inOrder().size();
        if (about.doubts().isEmpty()) {
            return RecordPhrases.CLEAN.with("count", count);
        }
        List<Say> doubts = about.doubts().stream()
                .flatMap(d -> fields.byCode(d.code()).stream()
                        .map(f -> RecordPhrases.DOUBT.with(
                                "number", fields.numberOf(f), "label", f.label(), "why", d.why())))
                .toList();
        return RecordPhrases.DOUBTFUL.with("count", count, "clean", count - doubts.size(), "doubts", doubts);
    }

    /** What stands below the fields: hints for 港澳台侨 (R39–R43), what was confirmed before, drafts, and what to do. */
    static List<Say> below(RecordCase about, Answers answers) {
        List<Say> below = new ArrayList<>();
        if (about.isOverseas()) {
            below.add(RecordPhrases.OVERSEAS.say());
        }
        List<Say> earlier = earlier(about);
        if (!earlier.isEmpty()) {
            below.add(RecordPhrases.EARLIER.with("lines", earlier));
        }
        List<Correction> drafts = Drafts.in(about, answers);
        below.add(
                drafts.isEmpty() ? RecordPhrases.NO_DRAFTS.say() : RecordPhrases.DRAFTS.with("lines", remarks(drafts)));
        return below;
    }

    private static List<Say> earlier(RecordCase about) {
        List<Say> lines = new ArrayList<>();
        for (RecordCase.Earlier one : about.earlier()) {
            about.fields().byCode(one.code()).ifPresent(f -> {
                if (one.state() == CorrectionState.SENT_BACK) {
                    lines.add(RecordPhrases.SENT_BACK_LINE.with("label", f.label(), "reason", one.reason()));
                } else if (one.state() == CorrectionState.PASSED) {
                    lines.add(RecordPhrases.EARLIER_LINE.with(
                            "label", f.label(),
                            "value", Masks.shown(f, one.after()),
                            "state", one.state().title()));
                }
            });
        }
        return lines;
    }

    static List<String> remarks(List<Correction> drafts) {
        return drafts.stream().map(Correction::remark).toList();
    }
}
