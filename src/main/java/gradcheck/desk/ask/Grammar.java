package gradcheck.desk.ask;

import gradcheck.domain.Fields;
import gradcheck.domain.value.TextNormalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the pieces of a question together: subject × state × question × time. What it can't place it names; it never
 * leaves out a word that might have narrowed the answer.
 */
public final class Grammar {
    /** Most names have two or three signs; those of some peoples are longer. */
    private static final int LONGEST_NAME = 12;

    private final DeskLexicon lexicon;
    private final Fields fields;

    public Grammar(DeskLexicon lexicon, Fields fields) {
        this.lexicon = lexicon;
        this.fields = fields;
    }

    /** The keys of all the names that may stand in the words. */
    public static Set<String> candidates(String plain) {
        Set<String> candidates = new HashSet<>();
        for (int from = 0; from < plain.length(); from++) {
            for (int length = 2; length <= LONGEST_NAME && from + length <= plain.length(); length++) {
                candidates.add(TextNormalizer.nameKey(plain.substring(from, from + length)));
            }
        }
        return candidates;
    }

    /** The fixed word of interface.md §6 that somebody means who writes this, and nothing else, instead. */
    public Optional<String> fixedWord(String said) {
        return lexicon.fixedWord(said);
    }

    /** Empty when nothing in it is a question for the desk. */
    public Optional<ParsedQuestion> read(String said, NameIndex known, LocalDate today) {
        return fold(QuestionTokens.of(PlainText.of(said), lexicon, fields, known), known, today);
    }

    /** Each question of a message: 多少没核对 多少没照片 are two; the later ones are of the same place and time, unless they say. */
    public List<ParsedQuestion> readAll(String said, NameIndex known, LocalDate today) {
        List<ParsedQuestion> read = new ArrayList<>();
        for (List<Token> one : SeveralQuestions.parted(QuestionTokens.of(PlainText.of(said), lexicon, fields, known))) {
            fold(one, known, today)
                    .map(question -> read.isEmpty() ? question : question.after(read.get(0)))
                    .ifPresent(read::add);
        }
        return read;
    }

    /** An order about some of a list; empty where it is none, or not a word of it is about which. */
    public Optional<Selector> select(String said, NameIndex known) {
        return SelectorParser.read(said, lexicon, fields, known);
    }

    private Optional<ParsedQuestion> fold(List<Token> tokens, NameIndex known, LocalDate today) {
        return new QuestionParser(lexicon, fields, known, today).fold(tokens);
    }
}
