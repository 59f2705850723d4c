package gradcheck.understanding;

/** How a message is taken in: freed of ornament, put right by its sound, and read as units. */
final class Hearing {
    private final Plain plainer;
    private final Words words;
    private final Sounds sounds;

    /**
     * A text as it was meant to be written, and its units.
     *
     * @param text the plain text, slips of sound put right
     */
    record Heard(String text, Words.Reading reading) {}

    Hearing(Lexicon lexicon) {
        plainer = new Plain(lexicon.traditional(), lexicon.dialect(), lexicon.opposites());
        words = new Words(lexicon);
        sounds = new Sounds(Spoken.of(lexicon, words));
    }

    Words words() {
        return words;
    }

    String plain(String text) {
        return plainer.of(text);
    }

    String corrected(String plain) {
        return sounds.heard(plain);
    }

    Words.Reading read(String plain) {
        return words.read(plain);
    }

    Heard heard(String plain) {
        String corrected = corrected(plain);
        return new Heard(corrected, read(corrected));
    }
}
