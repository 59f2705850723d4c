package gradcheck.roster;

import gradcheck.message.PersonId;
import gradcheck.roster.RosterFile.Enrolment;
import gradcheck.roster.RosterFile.RefusedRow;
import gradcheck.store.Students.Enrolled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose WeCom account each row gets. Who has tied an account to themselves keeps it, whatever the file says; an account
 * that somebody else holds is refused to the row, never taken away.
 */
final class Accounts {
    private final Map<String, Enrolled> stored;
    private final Map<String, PersonId> bound;
    private final boolean fileNamesThem;
    private final List<RefusedRow> refused = new ArrayList<>();
    private final Map<String, PersonId> given = new LinkedHashMap<>();
    private int kept;

    /**
     * Whose account is whose before the file.
     *
     * @param stored everybody in the roster by 学号
     * @param bound the accounts people have tied to a student by themselves, by 学号
     * @param fileNamesThem whether the file has a column for accounts
     */
    Accounts(Map<String, Enrolled> stored, Map<String, PersonId> bound, boolean fileNamesThem) {
        this.stored = stored;
        this.bound = bound;
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
        left.forEach(row -> {
            given.put(row.student().number(), wanted(row));
            kept += fileNamesThem && !wanted(row).equals(row.person()) ? 1 : 0;
        });
        return left;
    }

    /** The account of a row that goes in. */
    PersonId of(Enrolment row) {
        return given.getOrDefault(row.student().number(), row.person());
    }

    List<RefusedRow> refused() {
        return refused;
    }

    /** How many keep the account they tied themselves to, though the file names another. */
    int kept() {
        return kept;
    }

    /** Who is bound, who isn't in the file, and then the rows themselves, the first before the second. */
    private Map<PersonId, String> holders(List<Enrolment> rows) {
        Map<PersonId, String> holders = new HashMap<>();
        bound.forEach((number, person) -> holders.put(person, number));
        Map<String, Enrolled> absent = new HashMap<>(stored);
        rows.forEach(row -> absent.remove(row.student().number()));
        absent.forEach((number, who) -> holders.putIfAbsent(who.person(), number));
        rows.stream()
                .filter(row -> isTheirs(row))
                .forEach(row -> holders.putIfAbsent(wanted(row), row.student().number()));
        rows.forEach(row -> holders.putIfAbsent(wanted(row), row.student().number()));
        return holders;
    }

    private boolean isTheirs(Enrolment row) {
        Enrolled before = stored.get(row.student().number());
        return before != null && before.person().equals(wanted(row));
    }

    private PersonId wanted(Enrolment row) {
        String number = row.student().number();
        PersonId own = bound.get(number);
        if (own != null) {
            return own;
        }
        Enrolled before = stored.get(number);
        return fileNamesThem || before == null ? row.person() : before.person();
    }
}
