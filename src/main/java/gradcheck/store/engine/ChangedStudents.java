package gradcheck.store.engine;

import gradcheck.message.PersonId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whose status a transaction may have changed. Whatever writes to a table from which the status is derived tells it here;
 * before the transaction ends the rows of those students are derived anew.
 */
public final class ChangedStudents {
    private final Map<Integer, Set<String>> numbers = new LinkedHashMap<>();
    private final Set<PersonId> accounts = new LinkedHashSet<>();
    private final Set<PersonId> heard = new LinkedHashSet<>();
    private final Set<String> settled = new LinkedHashSet<>();
    private boolean isOfRoster;

    /** Something of this student. */
    public void add(int season, String number) {
        numbers.computeIfAbsent(season, s -> new LinkedHashSet<>()).add(number);
    }

    /** Something of whoever has this account, in whatever season. */
    public void add(PersonId account) {
        accounts.add(account);
    }

    /** The roster has, or may have, given an account to another student than before. */
    public void addOfRoster(int season, String number) {
        add(season, number);
        isOfRoster = true;
    }

    /** Somebody has written: it matters for who had not, and for who didn't answer. */
    public void heard(PersonId account) {
        heard.add(account);
    }

    /** Messages of the outbox that came to their end: they matter for who doesn't answer, and for who was called. */
    public void settled(Collection<String> messages) {
        settled.addAll(messages);
    }

    public boolean isEmpty() {
        return numbers.isEmpty() && accounts.isEmpty() && heard.isEmpty() && settled.isEmpty();
    }

    /** Their rows are written. */
    public void clear() {
        numbers.clear();
        accounts.clear();
        heard.clear();
        settled.clear();
        isOfRoster = false;
    }

    /** By season. */
    public Map<Integer, Set<String>> numbers() {
        return numbers;
    }

    public Set<PersonId> accounts() {
        return accounts;
    }

    public Set<PersonId> heard() {
        return heard;
    }

    public Set<String> settled() {
        return settled;
    }

    public boolean isOfRoster() {
        return isOfRoster;
    }
}
