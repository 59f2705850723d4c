package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.RecordField;
import gradcheck.domain.value.CertificateType;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import java.util.List;
import java.util.Optional;

/**
 * 港澳台侨 whose record names another document than the manual asks for: which one do they hold (R40–R43)? The answer
 * becomes the correction of the type, and the number of that document is asked next.
 */
final class HoldingQuestion {
    static final String HOLDS = "holds";

    private static final List<CertificateType> ASKED = List.of(
            CertificateType.HONG_KONG, CertificateType.MACAU, CertificateType.TAIWAN_PERMIT, CertificateType.PASSPORT);
    private static final List<List<String>> WORDS = List.of(
            List.of("香港身份证", "香港", "香港居民身份证", "香港永久性居民身份证"),
            List.of("澳门身份证", "澳门", "澳门居民身份证"),
            List.of("台湾居民来往大陆通行证", "台湾居民往来大陆通行证", "台胞证", "台湾", "台湾通行证"),
            List.of("护照", "中国护照", "华侨"),
            List.of("都没有", "都不是", "没有", "别的", "其他", "其它"));

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

    static Question ask(RecordCase about, Answers answers) {
        return new Question(
                RecordPhrases.HOLDING.with("type", about.student().value(RecordField.CERTIFICATE_TYPE)),
                List.of(
                        new Choice("香港身份证", "1"),
                        new Choice("澳门身份证", "2"),
                        new Choice("台胞证", "3"),
                        new Choice("护照", "4"),
                        new Choice("都没有", "5")));
    }

    static Heard hear(String said, RecordCase about, Answers answers) {
        int picked = Said.pick(said, WORDS);
        if (picked == 0) {
            return Corrections.instead(said, about, answers);
        }
        if (picked > ASKED.size()) {
            Answers none = answers.with(HOLDS, "都没有");
            return Heard.next(
                    Pending.question(about, none),
                    none,
                    RecordPhrases.HOLDING_NONE.with(
                            "secretary", about.contacts().secretary()));
        }
        String title = ASKED.get(picked - 1).title();
        Answers held = answers.with(HOLDS, title);
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
