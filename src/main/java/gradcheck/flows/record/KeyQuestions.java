package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.domain.Correction;
import gradcheck.domain.EditClass;
import gradcheck.domain.RecordField;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The two questions about key information (R34): did it change while at school, and does 学信网 still show the old value?
 * From the answers follows the way of the proof: R35–R38, R31–R32, or a case that the manual leaves to the secretary (C9).
 */
public final class KeyQuestions {
    /** Changed while at school. */
    public static final String AT_SCHOOL = "在校期间变更";
    /** Wrong since admission. */
    public static final String FROM_THE_START = "入学时就有误";

    static final String UNCERTAIN = "不清楚";
    /** 学信网 still shows the old value. */
    static final String OLD = "未变更";

    static final String NEW = "已变更";

    private static final ChoiceQuestion<RecordCase> SINCE = ChoiceQuestion.<RecordCase>of(RecordPhrases.SINCE_CHOICES)
            .asks((about, answers, offered) ->
                    ChoiceQuestion.asked(RecordPhrases.SINCE, offered, "labels", labels(askedSince(about, answers))))
            .on("atSchool", since(AT_SCHOOL))
            .on("fromTheStart", since(FROM_THE_START))
            .on("unsure", since(UNCERTAIN))
            .otherwise(Corrections::instead);

    private static final ChoiceQuestion<RecordCase> WEB = ChoiceQuestion.<RecordCase>of(RecordPhrases.WEB_CHOICES)
            .asks((about, answers, offered) ->
                    ChoiceQuestion.asked(RecordPhrases.WEB, offered, "labels", labels(askedWeb(about, answers))))
            .on("old", web(OLD))
            .on("new", web(NEW))
            .on("unseen", web(UNCERTAIN))
            .denied("new", "old")
            .otherwise(Corrections::instead);

    private KeyQuestions() {}

    static ChoiceQuestion<RecordCase> since() {
        return SINCE;
    }

    static ChoiceQuestion<RecordCase> web() {
        return WEB;
    }

    private static BiFunction<RecordCase, Answers, Heard> since(String since) {
        return (about, answers) -> {
            List<RecordField> fields = askedSince(about, answers);
            Answers now = noted(Drafts.SINCE, since, fields, answers);
            return since.equals(AT_SCHOOL) ? Heard.next(RecordCheck.WEB, now) : guided(fields, about, now);
        };
    }

    private static BiFunction<RecordCase, Answers, Heard> web(String shown) {
        return (about, answers) -> {
            List<RecordField> fields = askedWeb(about, answers);
            return guided(fields, about, noted(Drafts.WEB, shown, fields, answers));
        };
    }

    private static Answers noted(String name, String value, List<RecordField> fields, Answers answers) {
        Answers now = answers;
        for (RecordField field : fields) {
            now = Drafts.withDetail(now, name, field, value);
        }
        return now;
    }

    static boolean hasKeys(RecordCase about, Answers answers) {
        return !keys(about, answers).isEmpty();
    }

    static boolean hasChanged(RecordCase about, Answers answers) {
        return !changed(about, answers).isEmpty();
    }

    /** What is asked about: the fields whose story is not known, or all of them for who has come back to the question. */
    private static List<RecordField> askedSince(RecordCase about, Answers answers) {
        List<RecordField> lacking = lackingSince(about, answers);
        return lacking.isEmpty() ? keys(about, answers) : lacking;
    }

    private static List<RecordField> askedWeb(RecordCase about, Answers answers) {
        List<RecordField> lacking = lackingWeb(about, answers);
        return lacking.isEmpty() ? changed(about, answers) : lacking;
    }

    /** The key drafts whose story is not known yet. */
    static List<RecordField> lackingSince(RecordCase about, Answers answers) {
        return keys(about, answers).stream()
                .filter(f -> Drafts.detail(answers, Drafts.SINCE, f).isEmpty())
                .toList();
    }

    static List<RecordField> lackingWeb(RecordCase about, Answers answers) {
        return changed(about, answers).stream()
                .filter(f -> Drafts.detail(answers, Drafts.WEB, f).isEmpty())
                .toList();
    }

    /** The key drafts that changed while at school. */
    private static List<RecordField> changed(RecordCase about, Answers answers) {
        return keys(about, answers).stream()
                .filter(f -> Drafts.detail(answers, Drafts.SINCE, f)
                        .filter(AT_SCHOOL::equals)
                        .isPresent())
                .toList();
    }

    private static List<RecordField> keys(RecordCase about, Answers answers) {
        return Drafts.in(about, answers).stream()
                .map(Correction::field)
                .filter(f -> f.editClass() == EditClass.KEY)
                .toList();
    }

    private static Heard guided(List<RecordField> fields, RecordCase about, Answers answers) {
        return fields.isEmpty()
                ? Heard.next(Pending.question(about, answers), answers)
                : Heard.next(Pending.question(about, answers), answers, guidance(fields, about, answers));
    }

    /** What to prepare and where to send it, by the story; nothing is promised (R32). */
    private static Say guidance(List<RecordField> fields, RecordCase about, Answers answers) {
        RecordField any = fields.get(0);
        String since = Drafts.detail(answers, Drafts.SINCE, any).orElse(UNCERTAIN);
        String web = Drafts.detail(answers, Drafts.WEB, any).orElse(UNCERTAIN);
        if (since.equals(AT_SCHOOL) && !web.equals(NEW)) {
            return RecordPhrases.PROOF.with(
                    "labels", labels(fields),
                    "mail", about.contacts().proofMail(),
                    "subject", subject(fields, about));
        }
        return since.equals(AT_SCHOOL)
                ? RecordPhrases.HALF_CHANGED.with(
                        "labels", labels(fields), "secretary", about.contacts().secretary())
                : RecordPhrases.FROM_THE_START.with(
                        "labels", labels(fields),
                        "secretary", about.contacts().secretary(),
                        "mail", about.contacts().proofMail());
    }

    private static Say subject(List<RecordField> fields, RecordCase about) {
        return RecordPhrases.SUBJECT.with(
                "year", about.contacts().year(),
                "number", about.student().number(),
                "name", about.student().name(),
                "labels", labels(fields));
    }

    private static String labels(List<RecordField> fields) {
        return fields.stream().map(RecordField::label).collect(Collectors.joining("、"));
    }
}
