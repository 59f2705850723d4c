package gradcheck.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One file of an older config folder brought up to date: what the operator never touched becomes the shipped one, what they
 * changed stays, and where both were changed the operator's stays and is named. Order and comments are the operator's where
 * they wrote some.
 */
public final class ConfigMerge {
    private static final String COPY = "copy.zh.yml";
    private static final String COLLEGES = "colleges.yml";
    private static final String SAYINGS = "sayings.txt";
    /** What isn't known any more would be refused there at the start. */
    private static final Set<String> STRICT = Set.of(COPY, "gradcheck.yml", SAYINGS);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+}");

    private final String file;
    private final ShippedConfig shipped;
    private final List<Note> notes = new ArrayList<>();

    ConfigMerge(String file, ShippedConfig shipped) {
        this.file = file;
        this.shipped = shipped;
    }

    /** What became of a value. */
    public enum Fate {
        ADDED,
        UPDATED,
        REMOVED,
        KEPT,
        OUTDATED,
        LOST
    }

    /**
     * What became of the value at a place.
     *
     * @param mine the operator's
     * @param next the shipped one
     */
    public record Note(Fate fate, String place, Optional<ConfigBlock> mine, Optional<ConfigBlock> next) {}

    /** In the order of the file. */
    List<Note> notes() {
        return List.copyOf(notes);
    }

    /** The merged file. */
    ConfigBlock merge(ConfigBlock mine, ConfigBlock next) {
        if (mine.isIndivisible() || next.isIndivisible()) {
            return leaf("", mine, next);
        }
        return withOwnComments(next, mine).fileWith(children("", mine, next));
    }

    private Map<String, ConfigBlock> children(String place, ConfigBlock mine, ConfigBlock next) {
        Map<String, ConfigBlock> found = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        mine.children().forEach((name, child) -> {
            Optional<ConfigBlock> shippedNow =
                    Optional.ofNullable(next.children().get(name));
            shippedNow
                    .map(n -> Optional.of(both(place + "/" + name, child, n)))
                    .orElseGet(() -> gone(place + "/" + name, child))
                    .ifPresent(block -> {
                        found.put(name, block);
                        order.add(name);
                    });
        });
        int at = 0;
        for (Map.Entry<String, ConfigBlock> child : next.children().entrySet()) {
            String name = child.getKey();
            if (!mine.children().containsKey(name) && isNew(place + "/" + name, child.getValue())) {
                found.put(name, child.getValue());
                order.add(at, name);
            }
            at = Math.max(at, order.indexOf(name) + 1);
        }
        Map<String, ConfigBlock> ordered = new LinkedHashMap<>();
        order.forEach(name -> ordered.put(name, Objects.requireNonNull(found.get(name))));
        return ordered;
    }

    private ConfigBlock both(String place, ConfigBlock mine, ConfigBlock next) {
        boolean isTree = !mine.children().isEmpty() && !next.children().isEmpty();
        if (isTree && !mine.value().equals(next.value())) {
            return withOwnComments(next, mine).with(children(place, mine, next));
        }
        return leaf(place, mine, next);
    }

    private ConfigBlock leaf(String place, ConfigBlock mine, ConfigBlock next) {
        if (mine.value().equals(next.value())) {
            return withOwnComments(next, mine);
        }
        if (shipped.has(file, place, mine.value())) {
            note(Fate.UPDATED, place, mine, next);
            return withOwnComments(next, mine);
        }
        if (shipped.has(file, place, next.value())) {
            return mine;
        }
        if (file.equals(COPY) && !placeholders(mine).equals(placeholders(next))) {
            note(Fate.LOST, place, mine, next);
            return next;
        }
        note(Fate.KEPT, place, mine, next);
        return file.equals(SAYINGS) ? united(mine, next) : mine;
    }

    /** What the shipped file doesn't have: the operator's own, or what was shipped once. */
    private Optional<ConfigBlock> gone(String place, ConfigBlock mine) {
        if (!shipped.knows(file, place)) {
            if (file.equals(COPY)) {
                notes.add(new Note(Fate.LOST, place, Optional.of(mine), Optional.empty()));
                return Optional.empty();
            }
            return Optional.of(mine);
        }
        if (shipped.has(file, place, mine.value())) {
            notes.add(new Note(Fate.REMOVED, place, Optional.of(mine), Optional.empty()));
            return Optional.empty();
        }
        if (file.equals(COLLEGES) && !mine.children().isEmpty()) {
            return Optional.of(mine.with(withoutExamples(place, mine)));
        }
        Fate fate = STRICT.contains(file) ? Fate.LOST : Fate.OUTDATED;
        notes.add(new Note(fate, place, Optional.of(mine), Optional.empty()));
        return fate == Fate.LOST ? Optional.empty() : Optional.of(mine);
    }

    /** A college's own contacts, without those that were only an example and that nobody has. */
    private Map<String, ConfigBlock> withoutExamples(String place, ConfigBlock college) {
        Map<String, ConfigBlock> own = new LinkedHashMap<>();
        college.children().forEach((name, child) -> {
            if (child.value().asText().isEmpty() || !shipped.has(file, place + "/" + name, child.value())) {
                own.put(name, child);
            } else {
                notes.add(new Note(Fate.REMOVED, place + "/" + name, Optional.of(child), Optional.empty()));
            }
        });
        return own;
    }

    /** What an earlier version had already was taken out by the operator; only a sentence can't be done without. */
    private boolean isNew(String place, ConfigBlock next) {
        if (shipped.knows(file, place) && !file.equals(COPY)) {
            return false;
        }
        notes.add(new Note(Fate.ADDED, place, Optional.empty(), Optional.of(next)));
        return true;
    }

    private static ConfigBlock united(ConfigBlock mine, ConfigBlock next) {
        List<String> lines = new ArrayList<>(mine.lines());
        next.lines().stream().filter(line -> !mine.lines().contains(line)).forEach(lines::add);
        return mine.lined(lines);
    }

    /** The shipped comments explain the shipped value; those that no version shipped are the operator's. */
    private ConfigBlock withOwnComments(ConfigBlock next, ConfigBlock mine) {
        List<String> comments = mine.comments().stream()
                .filter(line -> !line.isEmpty() && !shipped.hasComment(file, line))
                .filter(line -> !next.comments().contains(line))
                .collect(Collectors.toCollection(ArrayList::new));
        comments.addAll(0, next.comments());
        return next.commented(comments);
    }

    private void note(Fate fate, String place, ConfigBlock mine, ConfigBlock next) {
        notes.add(new Note(fate, place, Optional.of(mine), Optional.of(next)));
    }

    private static Set<String> placeholders(ConfigBlock sentence) {
        return PLACEHOLDER
                .matcher(sentence.value().asText())
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
