package gradcheck.desk.ask;

import gradcheck.domain.status.StudentState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The words of {@code config/desk.yml} with what each means; one meaning a word. */
public final class DeskLexicon {
    private static final String POLARITY = "polarity";
    private static final String FIXED = "fixed";
    private static final String ORDER = "order";
    private static final String SELECT = "select";

    private final Map<String, Meaning> words = new HashMap<>();
    private final Map<String, Polarity> verbs = new HashMap<>();
    private final Map<String, String> fixed = new HashMap<>();
    private final Map<String, Selector.Order> orders = new HashMap<>();
    private final Map<String, Selector.Word> selecting = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int longest;

    /** What a word is, and its value among its kind. */
    record Meaning(Kind kind, String value) {}

    /** What a verb says of a student, plain and denied. */
    record Polarity(StudentState plain, StudentState denied) {}

    /** What a word does in a question. */
    enum Kind {
        ASK,
        STATE,
        VERB,
        /** A verb that says something only where it is denied: 没弄. */
        WEAK,
        NEGATION,
        TIME,
        BY,
        TOPIC,
        REFINE,
        TURN,
        ACT,
        NOISE
    }

    /** @param file the words by kind and value, as the file has them */
    public DeskLexicon(Map<String, Map<String, List<String>>> file) {
        file.forEach((kind, values) -> values.forEach((value, list) -> {
            if (kind.equals(POLARITY)) {
                polarity(value, list);
            } else if (kind.equals(FIXED)) {
                list.forEach(word -> fixed.put(word, value));
            } else if (kind.equals(ORDER)) {
                ordering(list, value);
            } else if (kind.equals(SELECT)) {
                selecting(list, value);
            } else {
                kind(kind).ifPresent(k -> list.forEach(word -> put(word, new Meaning(k, value))));
            }
        }));
        for (StudentState state : StudentState.values()) {
            called(state);
        }
        check();
    }

    /** What an answer calls a state can be asked for, too; the file's own meaning of the word goes first. */
    private void called(StudentState state) {
        String plain = PlainText.of(state.title());
        words.putIfAbsent(plain, new Meaning(Kind.STATE, state.name()));
        longest = Math.max(longest, plain.length());
    }

    /** What is wrong with the file; empty when all is well. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    Optional<Meaning> of(String word) {
        return Optional.ofNullable(words.get(word));
    }

    /** What a verb says, perhaps of one of these topics: 交 alone is the check, with 材料 it is the material. */
    Polarity polarity(String verb, Set<Topic> topics) {
        Polarity polarity = topics.stream()
                .map(topic -> verbs.get(verb + " " + topic))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(verbs.get(verb));
        if (polarity == null) {
            throw new IllegalArgumentException("no polarity for " + verb);
        }
        return polarity;
    }

    /** The fixed word that this stands for, whole. */
    Optional<String> fixedWord(String said) {
        return Optional.ofNullable(fixed.get(said));
    }

    Optional<Selector.Order> order(String word) {
        return Optional.ofNullable(orders.get(word));
    }

    Optional<Selector.Word> selecting(String word) {
        return Optional.ofNullable(selecting.get(word));
    }

    private void ordering(List<String> list, String value) {
        try {
            Selector.Order order = Selector.Order.valueOf(value);
            list.forEach(word -> orders.put(word, order));
        } catch (IllegalArgumentException e) {
            faults.add("no such order: " + value);
        }
    }

    private void selecting(List<String> list, String value) {
        try {
            Selector.Word meaning = Selector.Word.valueOf(value);
            list.forEach(word -> selecting.put(word, meaning));
        } catch (IllegalArgumentException e) {
            faults.add("no such way to select: " + value);
        }
    }

    int longest() {
        return longest;
    }

    private Optional<Kind> kind(String name) {
        try {
            return Optional.of(Kind.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            faults.add("no such kind of word: " + name);
            return Optional.empty();
        }
    }

    private void put(String word, Meaning meaning) {
        String plain = PlainText.of(word);
        Meaning before = words.putIfAbsent(plain, meaning);
        longest = Math.max(longest, plain.length());
        if (before != null && !before.equals(meaning)) {
            faults.add(word + ": both " + before.value() + " and " + meaning.value());
        }
    }

    private void polarity(String verb, List<String> conditions) {
        try {
            verbs.put(
                    verb,
                    new Polarity(StudentState.valueOf(conditions.get(0)), StudentState.valueOf(conditions.get(1))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            faults.add(verb + ": no such states " + conditions);
        }
    }

    private void check() {
        fixed.forEach((word, meant) -> {
            if (fixed.containsKey(meant)) {
                faults.add(word + ": " + meant + " stands for another word itself");
            }
        });
        Map<Kind, List<String>> known = new LinkedHashMap<>();
        known.put(Kind.ASK, names(QuestionKind.values()));
        known.put(Kind.STATE, names(StudentState.values()));
        known.put(Kind.TIME, names(DateRange.Word.values()));
        known.put(Kind.BY, names(GroupBy.values()));
        known.put(Kind.TOPIC, names(Topic.values()));
        words.forEach((word, meaning) -> {
            List<String> values = known.getOrDefault(meaning.kind(), List.of(meaning.value()));
            if (!values.contains(meaning.value())) {
                faults.add(word + ": no such meaning " + meaning.value());
            }
            boolean isVerb = meaning.kind() == Kind.VERB || meaning.kind() == Kind.WEAK;
            if (isVerb && !verbs.containsKey(meaning.value())) {
                faults.add(word + ": " + meaning.value() + " needs its polarity");
            }
        });
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
