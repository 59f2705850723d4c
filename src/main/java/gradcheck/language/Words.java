package gradcheck.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code config/words.yml}: how people say each answer, in the writing for comparing, and the small words of a sentence. */
public final class Words {
    /** Small words at the end make no difference: 有的 is 有, 看到了 is 看到. */
    static final String PARTICLE = "[的了啦拉呀啊哦呢吧嘛哈呗噢喔哒噻撒咯哟哎诶欸嘞滴~～]";

    private static final Pattern PARTICLES = Pattern.compile("(?<=.)" + PARTICLE + "+$");

    /** At the end of a word that says that something is done. */
    static final String DONE = "了";

    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> choices = new HashMap<>();

    /**
     * @param groups by name, as the file has them
     * @param choices by question and choice, with the groups they refer to put in
     */
    public Words(Map<String, List<String>> groups, Map<String, Map<String, List<String>>> choices) {
        groups.forEach((name, words) -> this.groups.put(name, plain(words)));
        choices.forEach((question, each) -> {
            Map<String, Set<String>> ways = new HashMap<>();
            each.forEach((choice, words) -> ways.put(choice, plain(words)));
            this.choices.put(question, ways);
        });
    }

    private static Set<String> plain(Collection<String> words) {
        Set<String> plain = new LinkedHashSet<>();
        words.forEach(word -> plain.add(NormalizedText.plain(word)));
        return plain;
    }

    /** Without the small words that people put at the end. */
    static String essence(String plain) {
        return PARTICLES.matcher(plain).replaceFirst("");
    }

    /** The answer whose way of saying this is from end to end, but for small words at its end. */
    static Optional<String> whole(String plain, Map<String, String> ways) {
        String essence = essence(plain);
        return Stream.of(plain, essence, essence + DONE)
                .flatMap(way -> Stream.ofNullable(ways.get(way)))
                .findFirst();
    }

    Set<String> of(WordGroup group) {
        return groups.getOrDefault(group.key(), Set.of());
    }

    /** What people say for a choice, besides its label: its own words, else the group of its name; none where there is neither. */
    Set<String> of(String question, String choice) {
        return choices.getOrDefault(question, Map.of()).getOrDefault(choice, groups.getOrDefault(choice, Set.of()));
    }

    /** Whether this is one of the group's words, with nothing beside it. */
    boolean is(String plain, WordGroup group) {
        return of(group).contains(plain);
    }

    /** Whether it holds one of the group's words. */
    boolean holds(String plain, WordGroup group) {
        return of(group).stream().anyMatch(plain::contains);
    }

    /** The word of the group that stands first in it. */
    Optional<String> first(String plain, WordGroup group) {
        return of(group).stream()
                .filter(plain::contains)
                .min(Comparator.comparingInt((String word) -> plain.indexOf(word))
                        .thenComparing(word -> word));
    }

    /** The longest word of the group at its beginning. */
    Optional<String> leading(String text, WordGroup group) {
        return of(group).stream().filter(text::startsWith).max(Comparator.comparingInt(String::length));
    }

    /** The group as a pattern: any of its words, the longest first. */
    String any(WordGroup group) {
        return of(group).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("|"), words -> words.isEmpty() ? "(?!)" : "(?:" + words + ")"));
    }
}
