package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.RecordField;
import gradcheck.domain.value.CertificateType;
import gradcheck.domain.value.ParsedValue;
import gradcheck.domain.value.ValueCheck;
import gradcheck.domain.value.Values;
import gradcheck.language.Said;
import gradcheck.language.SpokenNumber;
import gradcheck.language.WordGroup;
import gradcheck.message.Choices;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a field should be: typed, or picked by its number where the values are few. */
final class ValueQuestion {
    /** The ones that nearly everybody is; who belongs to another party writes its name. */
    private static final List<String> COMMON_STATUSES = List.of("中共党员", "中共预备党员", "共青团员", "群众");

    private static final List<String> SEXES = List.of("男", "女");
    /** No value that is picked from a list is that long without one of its signs. */
    private static final int SENTENCE = 4;

    private ValueQuestion() {}

    static Question ask(RecordCase about, Answers answers) {
        RecordField field =
                Drafts.editing(about, answers).orElse(about.fields().inOrder().get(0));
        List<String> options = options(field, answers);
        Object shown = RecordSheet.shown(about, field);
        if (options.isEmpty()) {
            return new Question(RecordPhrases.VALUE.with("label", field.label(), "value", shown), Choices.NONE);
        }
        Choices offered = Choices.values(options);
        return new Question(
                RecordPhrases.VALUE_OF.with("label", field.label(), "value", shown, "options", offered), offered);
    }

    static Heard hear(Said said, RecordCase about, Answers answers) {
        Optional<RecordField> field = Drafts.editing(about, answers);
        if (field.isEmpty()) {
            return Heard.next(RecordCheck.RECORD, answers);
        }
        if (said.is(WordGroup.LEAVE_IT)) {
            return DropQuestion.cancelValue(field.get(), about, answers);
        }
        if (Corrections.turnsAway(said, field.get(), about)) {
            return Corrections.take(said, field.get(), about, answers);
        }
        if (said.isQuestion()
                || said.putsOff()
                || said.is(WordGroup.AGREE_ANYWAY)
                || isNoNumber(said, field.get(), about)
                || isOtherThing(said, field.get(), about)) {
            return new Heard.NotAnAnswer();
        }
        List<String> options = options(field.get(), answers);
        OptionalInt number = said.number();
        boolean picks = number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= options.size();
        return picks
                ? Corrections.taken(options.get(number.getAsInt() - 1), field.get(), about, answers)
                : Corrections.take(said, field.get(), about, answers);
    }

    /** Words where a number or a date was asked for: they answer something else. */
    private static boolean isNoNumber(Said said, RecordField field, RecordCase about) {
        boolean wantsNumber = field.check() == ValueCheck.CERTIFICATE_NUMBER || field.check() == ValueCheck.DATE;
        boolean isItsName =
                about.fields().named(said.plain()).filter(field::equals).isPresent();
        return wantsNumber && !isItsName && !SpokenNumber.isAnyIn(said.text());
    }

    /** A sentence where one of a few words was asked for. */
    private static boolean isOtherThing(Said said, RecordField field, RecordCase about) {
        if (field.check() == ValueCheck.NAME) {
            return said.holds(WordGroup.NOT_A_NAME)
                    && ChangeRequests.of(about, false)
                            .in(said.text(), Optional.of(field))
                            .isEmpty();
        }
        if (field.check() == ValueCheck.TEXT) {
            return false;
        }
        return said.plain().length() >= SENTENCE
                && !said.holds(WordGroup.VALUE_SIGNS)
                && !SpokenNumber.isDigitIn(said.plain())
                && Values.read(field, said.text(), about.student()) instanceof ParsedValue.Refused why
                && why.suggestions().isEmpty();
    }

    private static List<String> options(RecordField field, Answers answers) {
        List<String> offered = Drafts.offered(answers);
        if (!offered.isEmpty()) {
            return offered;
        }
        return switch (field.check()) {
            case SEX -> SEXES;
            case POLITICAL -> COMMON_STATUSES;
            case CERTIFICATE_TYPE -> Arrays.stream(CertificateType.values())
                    .map(CertificateType::title)
                    .toList();
            case LIST -> field.values();
            default -> List.of();
        };
    }
}
