package gradcheck.intent;

/** How a message is taken in: freed of ornament, put right by its sound, and read as units. */
final class Normalizer {
    private final TextFolding folding;
    private final Tokenizer words;
    private final PinyinCorrector sounds;

    /**
     * A text as it was meant to be written, and its units.
     *
     * @param text the plain text, slips of sound put right
     */
    record NormalizedText(String text, Tokenizer.Reading reading) {}

    Normalizer(IntentLexicon lexicon) {
        folding = new TextFolding(lexicon.traditional(), lexicon.dialect(), lexicon.opposites());
        words = new Tokenizer(lexicon);
        sounds = new PinyinCorrector(PinyinIndex.of(lexicon, words));
    }

    Tokenizer words() {
        return words;
    }

    String plain(String text) {
        return folding.of(text);
    }

    String corrected(String plain) {
        return sounds.heard(plain);
    }

    Tokenizer.Reading read(String plain) {
        return words.read(plain);
    }

    NormalizedText heard(String plain) {
        String corrected = corrected(plain);
        return new NormalizedText(corrected, read(corrected));
    }
}
