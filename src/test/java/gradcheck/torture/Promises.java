package gradcheck.torture;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the bot promised, held against what the other side saw; each broken promise is a line with its number. */
final class Promises {
    private static final Pattern RECEIPT = Pattern.compile("\\d{4}-\\d{5,}-\\d+");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Ledgers ledgers;
    private final List<Event> events;
    private final Map<String, Event> offered = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final Losses losses;

    Promises(Ledgers ledgers, List<Event> events) {
        this.ledgers = ledgers;
        this.events = events;
        this.losses = new Losses(events);
        events.stream().filter(e -> e.is(Event.Kind.OFFERED)).forEach(e -> offered.put(e.get("key"), e));
    }

    List<String> broken() throws SQLException {
        ledgers.faults().forEach(fault -> broken.add("I7: " + fault));
        if (broken.stream().anyMatch(fault -> fault.contains("integrity_check"))) {
            return broken;
        }
        taken();
        effectsOnce();
        broken.addAll(new Deliveries(ledgers, events, losses.arrived()).broken());
        remindersOnce();
        nothingLeftBehind();
        broken.addAll(losses.givenTwice(offered));
        return broken;
    }

    /** I1: what was answered 200 is there, with its effect. I2: and was never answered in another way. */
    private void taken() throws SQLException {
        Map<String, String> inbox =
                ledgers.rows("SELECT message_key, COALESCE(answer, '') AS answer FROM inbox").stream()
                        .collect(Collectors.toMap(r -> r.get("message_key"), r -> r.get("answer")));
        Map<String, String> receipts = ledgers.rows("SELECT receipt, number FROM confirmation").stream()
                .collect(Collectors.toMap(r -> r.get("receipt"), r -> r.get("number")));
        Map<String, String> first = new HashMap<>();
        Set<String> lost = losses.keys();
        for (Event event : events) {
            if (!event.is(Event.Kind.TAKEN) || lost.contains(event.get("key"))) {
                continue;
            }
            String key = event.get("key");
            String reply = event.get("reply");
            String before = first.putIfAbsent(key, reply);
            if (before != null && !before.equals(reply)) {
                broken.add("I2: " + key + " was answered in two ways");
            }
            if (!inbox.containsKey(key)) {
                broken.add("I1: " + key + " was answered 200 and is not there");
            } else if (!inbox.get(key).equals(reply)) {
                broken.add("I2: " + key + " was answered otherwise than is kept");
            }
            Matcher receipt = RECEIPT.matcher(reply);
            if (word(key).equals("我确认") && receipt.find() && !receipts.containsKey(receipt.group())) {
                broken.add("I1: " + receipt.group() + " was promised by " + key + " and is not there");
            }
        }
    }

    private String word(String key) {
        Event said = offered.get(key);
        return said == null ? "" : said.get("text");
    }

    /** I3: as many versions as were asked for, one after the other, and the corrections that belong to them. */
    private void effectsOnce() throws SQLException {
        Map<String, Integer> asked = new HashMap<>();
        for (Map<String, String> row : ledgers.rows("SELECT message_key, person FROM inbox")) {
            if (word(row.get("message_key")).equals("我确认")) {
                asked.merge(row.get("person"), 1, Integer::sum);
            }
        }
        for (Map<String, String> row : ledgers.rows(
                "SELECT number, COUNT(*) AS n, MAX(version) AS last FROM confirmation" + " GROUP BY season, number")) {
            int versions = Integer.parseInt(row.get("n"));
            if (versions > asked.getOrDefault(row.get("number"), 0) || versions != Integer.parseInt(row.get("last"))) {
                broken.add("I3: " + row.get("number") + " has " + versions + " confirmations, asked for "
                        + asked.getOrDefault(row.get("number"), 0));
            }
        }
        ledgers.rows("SELECT c.receipt FROM confirmation c WHERE c.result = '有更正' AND NOT EXISTS (SELECT 1 FROM"
                        + " correction k WHERE k.season = c.season AND k.number = c.number)")
                .forEach(row -> broken.add("I1: " + row.get("receipt") + " lost its corrections"));
        ledgers.rows("SELECT number, version, field, COUNT(*) AS n FROM correction GROUP BY season, number,"
                        + " version, field HAVING COUNT(*) > 1")
                .forEach(row -> broken.add("I3: a correction was taken twice: " + row));
    }

    /** I6: one reminder a day at most, one row for an occasion, and none for whoever stopped them. */
    private void remindersOnce() throws SQLException {
        Map<String, Integer> aDay = new HashMap<>();
        for (Map<String, String> row :
                ledgers.rows("SELECT person, occasion, settled_at FROM outbox WHERE kind = 'reminder'"
                        + " AND state = 'settled' AND (outcome LIKE 'sent%' OR outcome LIKE 'unknown%')")) {
            LocalDate day = Instant.ofEpochMilli(Long.parseLong(row.get("settled_at")))
                    .atZone(ZONE)
                    .toLocalDate();
            if (aDay.merge(row.get("person") + " on " + day, 1, Integer::sum) == 2) {
                broken.add("I6: " + row.get("person") + " was reminded twice on " + day);
            }
        }
        ledgers.rows("SELECT o.person FROM outbox o JOIN mute m ON m.person = o.person JOIN batch b ON b.id = o.batch"
                        + " WHERE o.kind = 'reminder' AND b.first_at > m.since AND b.first_at <"
                        + " 1808841600000 AND o.outcome LIKE 'sent%'")
                .forEach(row -> broken.add("I6: " + row.get("person") + " was reminded after stopping it"));
        ledgers.rows("SELECT occasion, COUNT(*) AS n FROM outbox WHERE occasion IS NOT NULL GROUP BY occasion"
                        + " HAVING COUNT(*) > 1")
                .forEach(row -> broken.add("I6: queued twice: " + row.get("occasion")));
    }

    /** I8: nothing is on its way after everything had time to arrive. */
    private void nothingLeftBehind() throws SQLException {
        ledgers.rows("SELECT id, person FROM outbox WHERE state = 'sending'")
                .forEach(row -> broken.add("I8: still being sent: " + row));
        ledgers.rows("SELECT id, outcome FROM batch WHERE state = 'open'")
                .forEach(row -> broken.add("I8: still open: " + row));
    }
}
