package gradcheck.desk.ask;

import gradcheck.domain.status.StudentState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a question says of the state that students are in, and whether it denies that or asks for it. */
final class States {
    private static final Set<StudentState> OF_CORRECTIONS = EnumSet.of(
            StudentState.CORRECTED,
            StudentState.ANY_CORRECTION,
            StudentState.PENDING,
            StudentState.MATERIAL_DUE,
            StudentState.MATERIAL_SENT,
            StudentState.MATERIAL_RECEIVED,
            StudentState.WITH_OFFICE,
            StudentState.PASSED,
            StudentState.SENT_BACK,
            StudentState.WITHDRAWN,
            StudentState.IN_SYSTEM,
            StudentState.TO_REVIEW);

    /** Nobody is two of these: who names both means either, and that can't be asked. */
    private static final List<Set<StudentState>> EXCLUSIVE = List.of(
            EnumSet.of(StudentState.MALE, StudentState.FEMALE),
            EnumSet.range(StudentState.HONG_KONG, StudentState.PASSPORT));

    private static final Set<StudentState> SPECIFIC =
            EnumSet.range(StudentState.ANY_CORRECTION, StudentState.IN_SYSTEM);

    private final DeskLexicon lexicon;
    private final Set<StudentState> all = EnumSet.noneOf(StudentState.class);
    private final Map<StudentState, String> words = new EnumMap<>(StudentState.class);
    private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
    private boolean denies;
    private boolean whether;

    States(DeskLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What the whole sentence speaks of. */
    void about(Topic topic) {
        topics.add(topic);
    }

    void weak(Token token) {
        if (denies) {
            all.add(lexicon.polarity(token.value(), topics).denied());
            denies = false;
        }
    }

    void state(Token token) {
        StudentState state = StudentState.valueOf(token.value());
        all.add(state);
        words.put(state, token.text());
    }

    void verb(Token token, List<Token> rest) {
        boolean asksEither = rest.stream()
                .filter(t -> t.kind() != Token.Kind.NOISE)
                .findFirst()
                .filter(t -> t.kind() == Token.Kind.NEGATION)
                .isPresent();
        DeskLexicon.Polarity polarity = lexicon.polarity(token.value(), topics);
        if (denies) {
            all.add(polarity.denied());
        } else if (!asksEither) {
            all.add(polarity.plain());
        } else {
            whether = true;
        }
        denies = false;
    }

    /** Before a verb it denies; at the end it asks. */
    void negation(List<Token> rest) {
        boolean verbFollows = rest.stream().anyMatch(t -> t.kind() == Token.Kind.VERB || t.kind() == Token.Kind.WEAK);
        denies = verbFollows;
        whether |= !verbFollows;
    }

    Set<StudentState> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void add(StudentState state) {
        all.add(state);
    }

    /** Whether it is asked whether something is so. */
    boolean asksWhether() {
        return whether;
    }

    boolean areOfCorrections() {
        return all.stream().anyMatch(OF_CORRECTIONS::contains);
    }

    /** Where a field is named, who corrected means who corrected that. */
    void widen() {
        if (all.remove(StudentState.CORRECTED)) {
            all.add(StudentState.ANY_CORRECTION);
        }
    }

    /** Words of which nobody can be more than one, a line for each such choice; those states are left out. */
    List<String> contradictions() {
        List<String> contradictions = new ArrayList<>();
        if (all.containsAll(List.of(StudentState.HONG_KONG, StudentState.MACAU))) {
            all.removeAll(List.of(StudentState.HONG_KONG, StudentState.MACAU));
            all.add(StudentState.HONG_KONG_OR_MACAU);
        }
        for (Set<StudentState> kinds : EXCLUSIVE) {
            Set<StudentState> named = EnumSet.copyOf(kinds);
            named.retainAll(all);
            if (named.size() > 1) {
                all.removeAll(named);
                contradictions.add(named.stream()
                        .map(state -> words.getOrDefault(state, ""))
                        .collect(Collectors.joining("、")));
            }
        }
        return contradictions;
    }

    /** Without what says less than another state. */
    Set<StudentState> narrowed() {
        if (all.stream().anyMatch(SPECIFIC::contains)) {
            all.remove(StudentState.CORRECTED);
        }
        return all;
    }
}
