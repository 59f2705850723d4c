package gradcheck.flows;

import gradcheck.message.Phrase.Say;
import gradcheck.verification.Correction;
import gradcheck.verification.Doubts;
import gradcheck.verification.Fields;
import gradcheck.verification.Masks;
import gradcheck.verification.RecordField;
import gradcheck.verification.ValueCheck;
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

    static List<String> remarks(List<Correction> drafts) {
        return drafts.stream().map(Correction::remark).toList();
    }
}
