package gradcheck.desk.ask;

import gradcheck.verification.Fields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the pieces of a question together: subject × state × question × time. What it can't place it names; it never
 * leaves out a word that might have narrowed the answer.
 */
public final class Grammar {
    /** Most names have two or three signs; those of some peoples are longer. */
    private static final int LONGEST_NAME = 12;

    private final Lexicon lexicon;
    private final Fields fields;

    public Grammar(Lexicon lexicon, Fields fields) {
        this.lexicon = lexicon;
        this.fields = fields;
    }

    /** The words students' names may be hidden in. */
    public static List<String> candidates(String plain) {
        List<String> candidates = new ArrayList<>();
        for (int from = 0; from < plain.length(); from++) {
            for (int length = 2; length <= LONGEST_NAME && from + length <= plain.length(); length++) {
                candidates.add(plain.substring(from, from + length));
            }
        }
        return candidates;
    }

    /** The fixed word of interface.md §6 that somebody means who writes this, and nothing else, instead. */
    public Optional<String> fixedWord(String said) {
        return lexicon.fixedWord(said);
    }

    /** Empty when nothing in it is a question for the desk. */
    public Optional<Reading> read(String said, Known known, LocalDate today) {
        List<Token> tokens = Tokens.of(Plain.of(said), lexicon, fields, known);
        return new Folding(lexicon, fields, known, today).fold(tokens);
    }
}
