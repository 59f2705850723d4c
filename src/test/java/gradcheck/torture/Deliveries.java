package gradcheck.torture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** I4 and I5: what arrived at the platform against the ledger of the outbox, person by person and word by word. */
final class Deliveries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ledgers ledgers;
    private final List<Event> events;
    private final Set<String> lost;
    private final List<String> broken = new ArrayList<>();

    /** @param lost what arrived in the gap of a restore, of which the ledger needn't know */
    Deliveries(Ledgers ledgers, List<Event> events, List<Event> lost) {
        this.ledgers = ledgers;
        this.events = events;
        this.lost = arrived(lost).keySet();
    }

    /**
     * What one person was told in the same words.
     *
     * @param sent rows that the ledger calls sent
     * @param unknown rows of which it says that nobody knows
     * @param tries of all of them together
     */
    private record Account(int sent, int unknown, int tries) {
        Account plus(Account other) {
            return new Account(sent + other.sent, unknown + other.unknown, tries + other.tries);
        }
    }

    List<String> broken() throws SQLException {
        Map<String, List<Event>> arrived = arrived(events);
        arrived.keySet().removeAll(lost);
        Map<String, Account> ledger = ledger();
        ledger.keySet().removeAll(lost);
        arrived.forEach((words, all) -> compare(words, all, ledger.getOrDefault(words, new Account(0, 0, 0))));
        ledger.forEach((words, account) -> {
            if (account.sent() > 0 && !arrived.containsKey(words)) {
                broken.add("I4: called sent, but never arrived: " + shown(words));
            }
        });
        order(arrived);
        return broken;
    }

    private static String shown(String words) {
        return words.substring(0, Math.min(60, words.length())).replace("\n", " ");
    }

    private static Map<String, List<Event>> arrived(List<Event> events) {
        Map<String, List<Event>> arrived = new HashMap<>();
        for (Event event : events) {
            if (event.is(Event.Kind.ARRIVED)) {
                for (String person : event.get("to").split("\\|", -1)) {
                    arrived.computeIfAbsent(words(person, event.get("card"), event.get("said")), w -> new ArrayList<>())
                            .add(event);
                }
            }
        }
        return arrived;
    }

    /** A card is known by its task, a text by what it says. */
    private static String words(String person, String task, String said) {
        return person + " " + (task.isEmpty() ? said : "card " + task);
    }

    private Map<String, Account> ledger() throws SQLException {
        Map<String, Account> ledger = new HashMap<>();
        for (Map<String, String> row : sendings()) {
            String outcome = row.get("outcome");
            Account account = new Account(
                    outcome.startsWith("sent") ? 1 : 0,
                    outcome.startsWith("unknown") ? 1 : 0,
                    Integer.parseInt(row.get("tries")));
            ledger.merge(words(row.get("person"), task(row), row.get("text")), account, Account::plus);
        }
        return ledger;
    }

    private List<Map<String, String>> sendings() throws SQLException {
        return ledgers.rows(
                "SELECT o.id, o.person, o.kind, o.body, o.outcome, o.urgency, o.attempts, o.queued_at, b.text,"
                        + " b.tries FROM outbox o JOIN batch b ON b.id = o.batch WHERE o.kind <> 'card-settled'"
                        + " ORDER BY o.rowid");
    }

    private static String task(Map<String, String> row) {
        if (!row.get("kind").equals("card")) {
            return "";
        }
        try {
            return JSON.readTree(row.get("body")).path("taskId").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a card that can't be read: " + row.get("id"), e);
        }
    }

    /**
     * Shown at most as often as the ledger says sent or unknown; arrived at least as often as it says sent; and again only
     * where the answer to the time before was lost, on the way or with the process.
     */
    private void compare(String words, List<Event> all, Account account) {
        long shown = all.stream().filter(e -> e.get("shown").equals("true")).count();
        if (shown > account.sent() + account.unknown()) {
            broken.add("I4: shown " + shown + " times, the ledger knows " + account + ": " + shown(words));
        }
        if (account.sent() > all.size()) {
            broken.add("I4: called sent more often than it arrived: " + shown(words));
        }
        int needless = 0;
        for (int i = 1; i < all.size(); i++) {
            boolean lost = all.get(i - 1).get("answered").equals("false")
                    || isKilledBetween(all.get(i - 1).place(), all.get(i).place());
            needless += lost ? 0 : 1;
        }
        if (needless > Math.max(0, account.sent() + account.unknown() - 1)) {
            broken.add("I4: sent again although the platform had said that it took it: " + shown(words));
        }
    }

    private boolean isKilledBetween(long from, long to) {
        return events.stream().anyMatch(e -> e.is(Event.Kind.KILLED) && e.place() > from && e.place() < to);
    }

    /** I5: replies that went out at their first try reached a person in the order in which they were queued. */
    private void order(Map<String, List<Event>> arrived) throws SQLException {
        Map<String, Map<String, String>> last = new HashMap<>();
        Map<String, Long> lastPlace = new HashMap<>();
        Set<String> met = new HashSet<>();
        for (Map<String, String> row : sendings()) {
            String words = words(row.get("person"), task(row), row.get("text"));
            boolean plain = row.get("urgency").equals("0")
                    && row.get("attempts").equals("1")
                    && row.get("tries").equals("1")
                    && met.add(words)
                    && arrived.getOrDefault(words, List.of()).size() == 1;
            if (!plain) {
                continue;
            }
            long place = arrived.get(words).get(0).place();
            Map<String, String> before = last.put(row.get("person"), row);
            Long placeBefore = lastPlace.put(row.get("person"), place);
            // A process may start with its clock set back: what it queues has earlier times, and overtakes nothing.
            boolean isLater = before != null
                    && Long.parseLong(before.get("queued_at")) < Long.parseLong(row.get("queued_at"));
            if (isLater && placeBefore != null && placeBefore > place) {
                broken.add("I5: overtook what was queued before it: " + Arrays.asList(row.get("id"), shown(words)));
            }
        }
    }
}
