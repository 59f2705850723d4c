package gradcheck.desk;

import gradcheck.desk.ask.PlainText;
import gradcheck.domain.value.TextNormalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What was said after a command, cut into words at spaces and punctuation.
 *
 * @param text half-width, without invisible characters
 */
public record Utterance(String text, List<Word> words) {
    private static final String BETWEEN = "\\s，,、；;。！!？?：:“”‘’\"「」《》【】（）()";
    private static final Pattern WORD = Pattern.compile("[^" + BETWEEN + "]+", Pattern.UNICODE_CHARACTER_CLASS);
    /** What parts the student from the text; an opening quote or bracket belongs to the text. */
    private static final Pattern LEAD = Pattern.compile("^[\\s，,、；;。！!？?：:）)”’」》】]+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern GAP = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern COLON = Pattern.compile("[^：:]*[：:][^：:]*");

    public Utterance {
        words = List.copyOf(words);
    }

    /** A word and where it stands. */
    public record Word(String text, int start, int end) {}

    public static Utterance of(String argument) {
        String text = TextNormalizer.visible(PlainText.narrow(argument)).strip();
        return new Utterance(
                text,
                WORD.matcher(text)
                        .results()
                        .map(m -> new Word(m.group(), m.start(), m.end()))
                        .toList());
    }

    public String first() {
        return words.isEmpty() ? "" : words.get(0).text();
    }

    public int firstEnd() {
        return words.isEmpty() ? text.length() : words.get(0).end();
    }

    /** The first word up to here, with what stands between it and the others. */
    public String upTo(int end) {
        return words.isEmpty() ? "" : text.substring(words.get(0).start(), end);
    }

    /** What follows, freed of what parts it from the words before. */
    public String after(int end) {
        return LEAD.matcher(text.substring(end)).replaceFirst("").strip();
    }

    /** Whether nothing but spaces stands before this word. */
    public boolean isJoined(int word) {
        return GAP.matcher(text.substring(
                        words.get(word - 1).end(), words.get(word).start()))
                .matches();
    }

    /** Whether a colon says that the rest is the text, whatever it begins with. */
    public boolean isParted(String rest) {
        String between = text.substring(0, Math.max(0, text.length() - rest.length()));
        int last = words.stream()
                .mapToInt(Word::end)
                .filter(end -> end <= between.length())
                .max()
                .orElse(0);
        return COLON.matcher(between.substring(last)).matches();
    }
}
