package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Flow;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.conversation.Step;
import gradcheck.domain.Claim;
import gradcheck.domain.Season;
import gradcheck.language.NormalizedText;
import gradcheck.message.Choices;
import gradcheck.message.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An account that is not in the roster says which student it belongs to.
 *
 * <pre>
 * number ─▶ name ─▶ lastSix ─▶ (claimed: proved, or from the start again)
 * </pre>
 *
 * <p>The last six signs leave the flow as an effect; they are never among the answers that are stored.
 */
public final class Binding {
    public static final String NAME = "binding";
    private static final String NUMBER_QUESTION = "number";
    private static final String NAME_QUESTION = "name";
    private static final String LAST_SIX_QUESTION = "lastSix";
    /** Universities' numbers have 4 to 14 signs; from 15 on it would be a certificate's. */
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{0,4}\\d{4,14}");

    private static final Pattern PERSON_NAME = Pattern.compile("[\\p{L}\\p{M} .·•'’-]{2,50}");
    private static final Pattern LAST_SIX = Pattern.compile("[A-Z0-9]{6}");

    private Binding() {}

    public static Flow<Season.Office> flow() {
        return new Flow<>(
                NAME,
                List.of(
                        new Step<>(NUMBER_QUESTION, (c, a) -> asked(BindingPhrases.NUMBER), Binding::hearNumber),
                        new Step<>(NAME_QUESTION, (c, a) -> asked(BindingPhrases.NAME), Binding::hearName),
                        new Step<>(LAST_SIX_QUESTION, (c, a) -> asked(BindingPhrases.LAST_SIX), Binding::hearLastSix)));
    }

    private static Question asked(Phrase phrase) {
        return new Question(phrase.say(), Choices.NONE);
    }

    private static Heard hearNumber(String said, Season.Office about, Answers answers) {
        String number = compact(NormalizedText.plain(said).replaceFirst("^(?:我的)?学号(?:是|为|[:：])?", ""));
        if (!NUMBER.matcher(number).matches()) {
            return number.matches(".*\\d.*")
                    ? new Heard.Refused(BindingPhrases.NUMBER_FORM.say())
                    : new Heard.NotAnAnswer();
        }
        return Heard.next(NAME_QUESTION, answers.with(NUMBER_QUESTION, number));
    }

    private static Heard hearName(String said, Season.Office about, Answers answers) {
        String name = NormalizedText.of(said)
                .shown()
                .replaceFirst("^(?:我叫|我是|姓名(?:是|为|為|[:：])?|名字(?:是|叫|[:：])?)", "")
                .strip();
        return PERSON_NAME.matcher(name).matches()
                ? Heard.next(LAST_SIX_QUESTION, answers.with(NAME_QUESTION, name))
                : new Heard.Refused(BindingPhrases.NAME_FORM.say());
    }

    private static Heard hearLastSix(String said, Season.Office about, Answers answers) {
        String last = compact(said);
        if (!LAST_SIX.matcher(last).matches()) {
            boolean close = last.matches("[A-Z0-9]+");
            return close
                    ? new Heard.Refused(BindingPhrases.LAST_SIX_FORM.with("count", last.length()))
                    : new Heard.NotAnAnswer();
        }
        Claim claim = new Claim(
                answers.get(NUMBER_QUESTION).orElse(""),
                answers.get(NAME_QUESTION).orElse(""),
                last);
        return new Heard.Ended(List.of(new StudentClaimed(claim)), List.of());
    }

    private static String compact(String said) {
        return NormalizedText.folded(said).replaceAll("[\\s\\p{Cf}()。，.,-]", "").toUpperCase(Locale.ROOT);
    }
}
