package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.domain.Correction;
import gradcheck.domain.EditClass;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The corrections in hand, kept as answers: {@code fix.MZ = 回族}; what the student said about one besides stands beside
 * it, as {@code since.MZ} and {@code web.MZ}.
 */
public final class Drafts {
    /** When the value changed (R34), in the words of {@link KeyQuestions}. */
    public static final String SINCE = "since";
    /** What 学信网 shows (R34). */
    static final String WEB = "web";
    /** Whether the college's Party committee was asked (R11). */
    static final String PARTY = "party";

    /** The field that is being corrected. */
    static final String EDITING = "editing";

    private static final String FIX = "fix";
    private static final String OFFER = "offer";
    private static final List<String> DETAILS = List.of(SINCE, WEB, PARTY);

    private Drafts() {}

    /** All drafts, in the order of the catalogue; one that says what the record says by now is none. */
    static List<Correction> in(RecordCase about, Answers answers) {
        return about.fields().inOrder().stream()
                .flatMap(f -> draft(about, answers, f).stream())
                .toList();
    }

    static Optional<Correction> draft(RecordCase about, Answers answers, RecordField field) {
        String before = about.student().value(field.code());
        return answers.get(key(FIX, field))
                .filter(after -> !after.equals(before))
                .map(after -> new Correction(field, before, after));
    }

    /** The drafts that will be confirmed: all but those that wait for the Party committee. */
    static List<Correction> counting(RecordCase about, Answers answers) {
        return in(about, answers).stream()
                .filter(c -> !isPostponed(c.field(), answers))
                .toList();
    }

    /** The drafts that are kept back until the Party committee was asked (R11). */
    static List<Correction> postponed(RecordCase about, Answers answers) {
        return in(about, answers).stream()
                .filter(c -> isPostponed(c.field(), answers))
                .toList();
    }

    static boolean isPostponed(RecordField field, Answers answers) {
        return field.editClass() == EditClass.POLITICAL
                && detail(answers, PARTY, field)
                        .filter(PartyQuestion.NOT_YET::equals)
                        .isPresent();
    }

    /** A draft that was left out of the confirmation, and waits on. */
    static Answers waiting(RecordField field, String value) {
        return Answers.NONE.with(key(FIX, field), value).with(key(PARTY, field), PartyQuestion.NOT_YET);
    }

    /** The question about the Party committee is open once more. */
    static Answers askedAgain(Answers answers, RecordField field) {
        return editing(answers, field).without(key(PARTY, field));
    }

    /** The record as the drafts of the other fields would have it: a new number must agree with a new type. */
    static Student withOthers(RecordCase about, Answers answers, RecordField field) {
        Student student = about.student();
        for (Correction draft : in(about, answers)) {
            student = draft.field().equals(field)
                    ? student
                    : student.with(draft.field().code(), draft.after());
        }
        return student;
    }

    /** A draft about which nothing is asked any more: it was confirmed before. */
    static Answers settled(RecordField field, String value) {
        return Answers.NONE
                .with(key(FIX, field), value)
                .with(key(SINCE, field), "")
                .with(key(PARTY, field), PartyQuestion.ASKED);
    }

    /** A new value is a new story: what was said about the one before no longer counts. */
    public static Answers put(Answers answers, RecordField field, String value) {
        boolean same = answers.get(key(FIX, field)).filter(value::equals).isPresent();
        Answers kept = same ? answers : withoutDetails(answers, field);
        return kept.with(key(FIX, field), value).with(EDITING, field.code()).without(OFFER);
    }

    static Answers drop(Answers answers, RecordField field) {
        return withoutDetails(answers, field)
                .without(key(FIX, field))
                .without(EDITING)
                .without(OFFER);
    }

    static Answers dropAll(RecordCase about, Answers answers) {
        Answers fewer = answers;
        for (Correction draft : in(about, answers)) {
            fewer = drop(fewer, draft.field());
        }
        return fewer;
    }

    static Answers editing(Answers answers, RecordField field) {
        return answers.with(EDITING, field.code()).without(OFFER);
    }

    /** The field that is being corrected, or was last. */
    static Optional<RecordField> editing(RecordCase about, Answers answers) {
        return answers.get(EDITING).flatMap(about.fields()::byCode);
    }

    static Optional<String> detail(Answers answers, String name, RecordField field) {
        return answers.get(key(name, field));
    }

    public static Answers withDetail(Answers answers, String name, RecordField field, String value) {
        return answers.with(key(name, field), value);
    }

    /** What was said about a draft besides its value. */
    static Map<String, String> details(Answers answers, RecordField field) {
        Map<String, String> details = new TreeMap<>();
        DETAILS.forEach(name -> detail(answers, name, field).ifPresent(value -> details.put(name, value)));
        return details;
    }

    /** Values that were offered instead of one that could not be taken; a number picks one of them. */
    static Answers offer(Answers answers, List<String> values) {
        return values.isEmpty() ? answers.without(OFFER) : answers.with(OFFER, String.join("\n", values));
    }

    static List<String> offered(Answers answers) {
        return answers.get(OFFER).map(o -> List.of(o.split("\n", -1))).orElse(List.of());
    }

    private static Answers withoutDetails(Answers answers, RecordField field) {
        Answers fewer = answers;
        for (String name : DETAILS) {
            fewer = fewer.without(key(name, field));
        }
        return fewer;
    }

    private static String key(String name, RecordField field) {
        return name + "." + field.code();
    }
}
