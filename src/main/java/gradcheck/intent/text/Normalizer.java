package gradcheck.intent.text;

/** How a message is taken in: freed of ornament, put right by its sound, and read as units. */
public final class Normalizer {
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
        folding = new TextFolding(lexicon.dialect(), lexicon.opposites());
        words = new Tokenizer(lexicon);
        sounds = new PinyinCorrector(PinyinIndex.of(lexicon, words));
    }

    public Tokenizer words() {
        return words;
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
