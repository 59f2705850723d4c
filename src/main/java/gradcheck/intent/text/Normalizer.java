package gradcheck.intent.text;

import gradcheck.language.Dialect;

/** How a message is taken in: freed of ornament, put right by its sound, and read as units. */
public final class Normalizer {
    private final Dialect dialect;
    private final TextFolding folding;
    private final Tokenizer words;
    private final PinyinCorrector sounds;

    /**
     * A text as it was meant to be written, and its units.
     *
     * @param text the plain text, slips of sound put right
     */
    public record NormalizedText(String text, Tokenizer.Reading reading) {}

    public Normalizer(IntentLexicon lexicon) {
        dialect = new Dialect(lexicon.dialect());
        folding = new TextFolding(dialect, lexicon.opposites());
        words = new Tokenizer(lexicon);
        sounds = new PinyinCorrector(PinyinIndex.of(lexicon, words));
    }

    public Tokenizer words() {
        return words;
    }

    /** A message as it was typed, but for words of some provinces only. */
    public String standard(String text) {
        return dialect.standard(text);
    }

    public String plain(String text) {
        return folding.of(text);
    }

    public String corrected(String plain) {
        return sounds.heard(plain);
    }

    public Tokenizer.Reading read(String plain) {
        return words.read(plain);
    }

    public NormalizedText heard(String plain) {
        String corrected = corrected(plain);
        return new NormalizedText(corrected, read(corrected));
    }
}
