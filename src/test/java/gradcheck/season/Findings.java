package gradcheck.season;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a checker has looked at, what it excused, and what it found broken. */
final class Findings {
    final List<Violation> violations = new ArrayList<>();
    /** How often each promise was looked at. */
    final Map<String, Integer> checked = new TreeMap<>();
    /** Why somebody who was due was not reminded, where nothing else was possible. */
    final Map<String, Integer> excused = new TreeMap<>();

    void hold(String promise, boolean kept, Pupil pupil, String what) {
        checked.merge(promise, 1, Integer::sum);
        if (!kept) {
            violations.add(new Violation(promise, pupil, what));
        }
    }

    void excuse(String why) {
        excused.merge(why, 1, Integer::sum);
    }
}
