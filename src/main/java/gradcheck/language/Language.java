package gradcheck.language;

import gradcheck.message.Phrase.Say;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How people are heard: the words of the config and the labels of what is offered, read once. */
public final class Language {
    /** 换没换, 会不会; an end that asks. */
    private static final Pattern ASKS = Pattern.compile(
            "[?？]|([\\p{IsHan}&&[^不没]])[不没]\\1|(?<!没.{0,4})呢$|(?<=.{3})不$|(?<=[\\p{IsHan}&&[^还都也从来直就并]]{2})没$");

    /** 啥也没有, 谁都没说: no question. */
    private static final Pattern WHATEVER = Pattern.compile("(?:啥|什么|哪儿?|哪里|谁|怎么)(?=[也都])");

    private final Words words;
    private final ChoiceMatcher choices;
    private final Pattern asking;
    private final Pattern puttingOff;

    /** @param copy puts a label into words */
    public Language(Words words, Function<Say, String> copy) {
        this.words = words;
        this.choices = new ChoiceMatcher(words, copy);
        this.asking = Pattern.compile(words.any(WordGroup.QUESTIONS));
        // A few small words may lead up to it; a long row of them is something else.
        this.puttingOff = Pattern.compile("^(?:我|你|先|那|让我|容我|嗯|哦|啊|额|呃|等|稍){0,8}" + words.any(WordGroup.PUTS_OFF));
    }

    public Said hear(String text) {
        return new Said(NormalizedText.of(text), this);
    }

    Words words() {
        return words;
    }

    ChoiceMatcher choices() {
        return choices;
    }

    boolean isQuestion(String folded) {
        String said = WHATEVER.matcher(folded.strip()).replaceAll("");
        return ASKS.matcher(said).find() || asking.matcher(said).find();
    }

    boolean putsOff(String plain) {
        return puttingOff.matcher(plain).find();
    }
}
