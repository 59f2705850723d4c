package gradcheck.roster.read;

import gradcheck.message.PersonId;
import gradcheck.roster.read.RosterFile.Enrolment;
import gradcheck.roster.read.RosterFile.RefusedRow;
import gradcheck.store.people.Students.Enrolled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose WeCom account each row gets. What the file names wins for its own row, whoever has tied what to themselves; an
 * account that the roster has given to somebody else is refused to the row, never taken away.
 */
final class Accounts {
    private final Map<String, Enrolled> stored;
    private final boolean fileNamesThem;
    private final List<RefusedRow> refused = new ArrayList<>();
    private final Map<String, PersonId> given = new LinkedHashMap<>();

    /**
     * Whose account is whose before the file.
     *
     * @param stored everybody in the roster by 学号
     * @param fileNamesThem whether the file has a column for accounts
     */
    Accounts(Map<String, Enrolled> stored, boolean fileNamesThem) {
        this.stored = Map.copyOf(stored);
        this.fileNamesThem = fileNamesThem;
    }

    /** The rows that go in. A refused student keeps their account, which may be one that another row wants. */
    List<Enrolment> settle(List<Enrolment> rows) {
        List<Enrolment> left = new ArrayList<>(rows);
        int before;
        do {
            before = left.size();
            Map<PersonId, String> holders = holders(left);
            left.removeIf(row -> {
                Optional<String> other = Optional.ofNullable(holders.get(wanted(row)))
                        .filter(holder -> !holder.equals(row.student().number()));
                other.ifPresent(holder -> refused.add(row.refused(
                        RosterPhrases.TAKEN_ACCOUNT.with("account", wanted(row).value(), "holder", holder))));
                return other.isPresent();
            });
        } while (left.size() < before);
        left.forEach(row -> given.put(row.student().number(), wanted(row)));
        return left;
    }

    /** The account of a row that goes in. */
    PersonId of(Enrolment row) {
        return given.getOrDefault(row.student().number(), row.person());
    }

    List<RefusedRow> refused() {
        return refused;
    }

    /** How many use another account than the one the file names, until that one writes. */
    int elsewhere() {
        return (int) given.entrySet().stream()
                .filter(e -> Optional.ofNullable(stored.get(e.getKey()))
                        .filter(Enrolled::isElsewhere)
                        .filter(before -> !given.containsValue(before.person()))
                        .isPresent())
                .count();
    }

    /** Who isn't in the file, and then the rows themselves, the first before the second. */
    private Map<PersonId, String> holders(List<Enrolment> rows) {
        Map<PersonId, String> holders = new HashMap<>();
        Map<String, Enrolled> absent = new HashMap<>(stored);
        rows.forEach(row -> absent.remove(row.student().number()));
        absent.forEach((number, who) -> holders.putIfAbsent(who.listed(), number));
        rows.stream()
                .filter(row -> isTheirs(row))
                .forEach(row -> holders.putIfAbsent(wanted(row), row.student().number()));
        rows.forEach(row -> holders.putIfAbsent(wanted(row), row.student().number()));
        return holders;
    }

    private boolean isTheirs(Enrolment row) {
        Enrolled before = stored.get(row.student().number());
        return before != null && before.listed().equals(wanted(row));
    }

    private PersonId wanted(Enrolment row) {
        Enrolled before = stored.get(row.student().number());
        return fileNamesThem || before == null ? row.person() : before.listed();
    }
}
