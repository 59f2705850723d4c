package gradcheck.desk.ask;

import gradcheck.store.Condition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a question says of the state that students are in, and whether it denies that or asks for it. */
final class States {
    private static final Set<Condition> OF_CORRECTIONS = EnumSet.of(
            Condition.CORRECTED,
            Condition.ANY_CORRECTION,
            Condition.PENDING,
            Condition.MATERIAL_DUE,
            Condition.MATERIAL_SENT,
            Condition.MATERIAL_RECEIVED,
            Condition.WITH_OFFICE,
            Condition.PASSED,
            Condition.SENT_BACK,
            Condition.WITHDRAWN,
            Condition.IN_SYSTEM,
            Condition.TO_REVIEW);

    /** Nobody is two of these: who names both means either, and that can't be asked. */
    private static final List<Set<Condition>> EXCLUSIVE = List.of(
            EnumSet.of(Condition.MALE, Condition.FEMALE), EnumSet.range(Condition.HONG_KONG, Condition.PASSPORT));

    private static final Set<Condition> SPECIFIC = EnumSet.range(Condition.ANY_CORRECTION, Condition.IN_SYSTEM);

    private final Lexicon lexicon;
    private final Set<Condition> all = EnumSet.noneOf(Condition.class);
    private final Map<Condition, String> words = new EnumMap<>(Condition.class);
    private boolean denies;
    private boolean whether;

    States(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    void state(Token token) {
        Condition state = Condition.valueOf(token.value());
        all.add(state);
        words.put(state, token.text());
    }

    void verb(Token token, List<Token> rest) {
        boolean asksEither = rest.stream()
                .filter(t -> t.kind() != Token.Kind.NOISE)
                .findFirst()
                .filter(t -> t.kind() == Token.Kind.NEGATION)
                .isPresent();
        Lexicon.Polarity polarity = lexicon.polarity(token.value());
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
        boolean verbFollows = rest.stream().anyMatch(t -> t.kind() == Token.Kind.VERB);
        denies = verbFollows;
        whether |= !verbFollows;
    }

    Set<Condition> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void add(Condition state) {
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
        if (all.remove(Condition.CORRECTED)) {
            all.add(Condition.ANY_CORRECTION);
        }
    }

    /** Words of which nobody can be more than one, a line for each such choice; those states are left out. */
    List<String> contradictions() {
        List<String> contradictions = new ArrayList<>();
        if (all.containsAll(List.of(Condition.HONG_KONG, Condition.MACAU))) {
            all.removeAll(List.of(Condition.HONG_KONG, Condition.MACAU));
            all.add(Condition.HONG_KONG_OR_MACAU);
        }
        for (Set<Condition> kinds : EXCLUSIVE) {
            Set<Condition> named = EnumSet.copyOf(kinds);
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
    Set<Condition> narrowed() {
        if (all.stream().anyMatch(SPECIFIC::contains)) {
            all.remove(Condition.CORRECTED);
        }
        return all;
    }
}
