package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.domain.RecordField;
import gradcheck.domain.value.CertificateType;
import gradcheck.flows.ChoiceQuestion;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * 港澳台侨 whose record names another document than the manual asks for: which one do they hold (R40–R43)? The answer
 * becomes the correction of the type, and the number of that document is asked next.
 */
final class HoldingQuestion {
    static final String HOLDS = "holds";

    private static final String NONE = "none";

    private static final ChoiceQuestion<RecordCase> QUESTION = ChoiceQuestion.<RecordCase>of(
                    RecordPhrases.HOLDING_CHOICES)
            .asks((about, answers, offered) -> ChoiceQuestion.asked(
                    RecordPhrases.HOLDING, offered, "type", about.student().value(RecordField.CERTIFICATE_TYPE)))
            .on("hongKong", holding(CertificateType.HONG_KONG))
            .on("macau", holding(CertificateType.MACAU))
            .on("taiwan", holding(CertificateType.TAIWAN_PERMIT))
            .on("passport", holding(CertificateType.PASSPORT))
            .on(NONE, HoldingQuestion::none)
            .otherwise(Corrections::instead);

    private HoldingQuestion() {}

    /** Whether the document in the record is not the one the manual names, and nobody has asked about it yet. */
    static boolean isDue(RecordCase about, Answers answers) {
        boolean doubted = about.doubts().stream().anyMatch(d -> d.code().equals(RecordField.CERTIFICATE_TYPE));
        return doubted
                && about.isOverseas()
                && !answers.has(HOLDS)
                && Drafts.in(about, answers).stream()
                        .noneMatch(c -> c.field().code().equals(RecordField.CERTIFICATE_TYPE));
    }

    static ChoiceQuestion<RecordCase> question() {
        return QUESTION;
    }

    private static Heard none(RecordCase about, Answers answers) {
        Answers none = answers.with(HOLDS, NONE);
        return Heard.next(
                Pending.question(about, none),
                none,
                RecordPhrases.HOLDING_NONE.with("secretary", about.contacts().secretary()));
    }

    private static BiFunction<RecordCase, Answers, Heard> holding(CertificateType held) {
        return (about, answers) -> held(held.title(), about, answers.with(HOLDS, held.title()));
    }

    private static Heard held(String title, RecordCase about, Answers held) {
        Optional<RecordField> type = about.fields().byCode(RecordField.CERTIFICATE_TYPE);
        Optional<RecordField> number = about.fields().byCode(RecordField.CERTIFICATE_NUMBER);
        if (title.equals(about.student().value(RecordField.CERTIFICATE_TYPE)) || type.isEmpty() || number.isEmpty()) {
            return Heard.next(Pending.question(about, held), held);
        }
        return Heard.next(
                RecordCheck.VALUE,
                Drafts.editing(Drafts.put(held, type.get(), title), number.get()),
                RecordPhrases.HOLDING_NOTED.with("type", title));
    }
}
