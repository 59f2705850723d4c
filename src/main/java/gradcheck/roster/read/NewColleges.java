package gradcheck.roster.read;

import gradcheck.domain.Season;
import gradcheck.roster.read.RosterFile.Enrolment;
import gradcheck.store.Tables;
import gradcheck.store.people.StaffMembers.Member;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The colleges of a list that nobody has heard of: in no staff list, not in {@code colleges.yml}, without a student of the
 * season. A new college is rare, a row whose cells slipped isn't, so somebody is asked before it goes in.
 *
 * @param rows how many rows each has, by the college's name
 */
public record NewColleges(Map<String, Integer> rows) {
    public NewColleges {
        rows = Map.copyOf(rows);
    }

    /** Those of the list. */
    public static NewColleges in(Tables tables, Season season, Collection<Enrolment> list) {
        Set<String> known = new HashSet<>(season.colleges().keySet());
        known.addAll(tables.students().colleges(season.year()));
        tables.staff().all().stream().map(Member::college).forEach(known::add);
        Map<String, Integer> rows = new TreeMap<>();
        list.stream()
                .map(row -> row.student().college())
                .filter(college -> !known.contains(college))
                .forEach(college -> rows.merge(college, 1, Integer::sum));
        return new NewColleges(rows);
    }

    /** Without those that somebody has vouched for. */
    public NewColleges without(Collection<String> vouched) {
        Map<String, Integer> left = new TreeMap<>(rows);
        vouched.forEach(left::remove);
        return new NewColleges(left);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Their names, the same list in the same order each time. */
    public List<String> names() {
        return rows.keySet().stream().sorted().toList();
    }

    /** How many rows of the list are of this college. */
    public int rowsOf(String name) {
        return rows.getOrDefault(name, 0);
    }
}
