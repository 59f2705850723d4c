package gradcheck.domain.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the lines of an exported file with the chains they belong to, and names the first that doesn't fit. */
public final class ChainCheck {
    private static final int COLLEGE = 3;

    private final List<Expected> expected = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * A college's chain without its columns.
     *
     * @param contents the hash over each line's columns, in order
     * @param commitments to what each line's columns don't show
     * @param purged the places, from 0, whose columns were deleted after their retention time
     */
    public record CollegeChain(
            String college, String head, List<String> contents, List<String> commitments, Set<Integer> purged) {
        public CollegeChain {
            contents = List.copyOf(contents);
            commitments = List.copyOf(commitments);
            purged = Set.copyOf(purged);
        }

        /** Whether the hashes lead to the head. */
        public boolean holds() {
            if (contents.size() != commitments.size()) {
                return false;
            }
            String hash = Chain.BEGINNING;
            for (int i = 0; i < contents.size(); i++) {
                hash = Chain.link(hash, contents.get(i), commitments.get(i));
            }
            return hash.equals(head);
        }
    }

    /**
     * A line of the file.
     *
     * @param number as a spreadsheet shows it; the header is 1
     * @param columns those the content hash covers, as they were before neutralising
     */
    public record Line(int number, List<String> columns, String content, String previous) {
        public Line {
            columns = List.copyOf(columns);
        }

        /** All that is left of a line after its retention time is its college and its hashes. */
        boolean isPurged() {
            for (int i = 0; i < columns.size(); i++) {
                if (i != COLLEGE && !columns.get(i).isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        String college() {
            return columns.size() > COLLEGE ? columns.get(COLLEGE) : "";
        }
    }

    /** What can be wrong with a line. */
    public enum Wrong {
        /** A cell isn't what was confirmed. */
        CHANGED,
        /** The columns are right, the hash beside them isn't. */
        HASH_CHANGED,
        /** Emptied, although it was not purged. */
        EMPTIED,
        /** It stood further down or further up. */
        REORDERED,
        /** Lines are missing before it. */
        REMOVED_BEFORE,
        /** The file ends after it, and lines are missing. */
        CUT_OFF,
        /** It belongs to another college. */
        MOVED,
        /** It was never part of the export. */
        ADDED
    }

    /**
     * The first line that doesn't fit.
     *
     * @param line its number; where the file was cut off, the last one there is
     * @param college the college whose chain is broken
     * @param missing how many lines are missing there, else 0
     */
    public record Fault(Wrong wrong, int line, String college, int missing) {}

    private record Expected(String college, String content, String previous, boolean isPurged) {}

    /** @param chains in the order of the file */
    public ChainCheck(List<CollegeChain> chains) {
        for (CollegeChain chain : chains) {
            String hash = Chain.BEGINNING;
            for (int i = 0; i < chain.contents().size(); i++) {
                String content = chain.contents().get(i);
                places.putIfAbsent(content, expected.size());
                expected.add(new Expected(
                        chain.college(), content, hash, chain.purged().contains(i)));
                hash = Chain.link(hash, content, chain.commitments().get(i));
            }
        }
    }

    /** The first fault in the order of the file; empty when every line is as it was confirmed. */
    public Optional<Fault> firstFault(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (i >= expected.size()) {
                return Optional.of(new Fault(Wrong.ADDED, line.number(), line.college(), 0));
            }
            if (!fits(line, expected.get(i))) {
                return Optional.of(fault(lines, i));
            }
        }
        int missing = expected.size() - lines.size();
        return missing == 0
                ? Optional.empty()
                : Optional.of(new Fault(
                        Wrong.CUT_OFF,
                        lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number(),
                        expected.get(lines.size()).college(),
                        missing));
    }

    private static boolean fits(Line line, Expected there) {
        boolean isAsConfirmed = there.isPurged()
                ? line.isPurged()
                : Chain.content(line.columns()).equals(there.content());
        return isAsConfirmed
                && line.college().equals(there.college())
                && line.content().equals(there.content())
                && line.previous().equals(there.previous());
    }

    private Fault fault(List<Line> lines, int at) {
        Line line = lines.get(at);
        Expected there = expected.get(at);
        String shown = line.isPurged() ? line.content() : Chain.content(line.columns());
        Optional<Integer> place = Optional.ofNullable(places.get(shown));
        boolean isReal = place.isPresent()
                && line.isPurged() == expected.get(place.get()).isPurged();
        if (isReal) {
            return misplaced(lines, at, place.orElseThrow());
        }
        Optional<String> owner = Optional.ofNullable(places.get(line.content()))
                .map(p -> expected.get(p).college())
                .filter(college -> !college.equals(line.college()));
        Wrong wrong = owner.isPresent() ? Wrong.MOVED : line.isPurged() ? Wrong.EMPTIED : Wrong.CHANGED;
        return new Fault(wrong, line.number(), owner.orElse(there.college()), 0);
    }

    /** The line is a real one; but it may be in the wrong place, or its own hashes were touched. */
    private Fault misplaced(List<Line> lines, int at, int place) {
        Line line = lines.get(at);
        String college = expected.get(at).college();
        if (place == at) {
            Wrong wrong = line.college().equals(college) ? Wrong.HASH_CHANGED : Wrong.MOVED;
            return new Fault(wrong, line.number(), college, 0);
        }
        boolean comesLater =
                place < at || contents(lines, at + 1).contains(expected.get(at).content());
        return comesLater
                ? new Fault(Wrong.REORDERED, line.number(), college, 0)
                : new Fault(Wrong.REMOVED_BEFORE, line.number(), college, place - at);
    }

    private static Set<String> contents(List<Line> lines, int from) {
        Set<String> contents = new HashSet<>();
        lines.subList(from, lines.size()).forEach(l -> contents.add(l.content()));
        return contents;
    }
}
