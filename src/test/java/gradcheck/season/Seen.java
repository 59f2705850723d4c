package gradcheck.season;

import gradcheck.message.OutcomeKind;
import gradcheck.message.PersonId;
import gradcheck.season.FakePlatform.Delivery;
import gradcheck.season.FakePlatform.Made;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one person truly got, what was truly tried for them, and what the bot's ledger says about it. */
record Seen(List<Delivery> arrived, List<Made> tries, List<Outbox.Row> rows, Map<String, String> texts) {
    private static final int ALL = 10_000;

    /** Everybody's, read once. */
    static Map<PersonId, Seen> all(Spring spring, Tables tables) {
        Map<PersonId, List<Delivery>> arrived = new HashMap<>();
        Map<PersonId, List<Made>> tries = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        spring.platform.deliveries.stream()
                .filter(d -> FakePlatform.isUnasked(d.text()))
                .forEach(d -> arrived.computeIfAbsent(d.person(), p -> new ArrayList<>())
                        .add(d));
        spring.platform.calls.stream()
                .filter(c -> FakePlatform.isUnasked(c.text()))
                .forEach(c -> c.people().forEach(p -> tries.computeIfAbsent(p, x -> new ArrayList<>())
                        .add(c)));
        Map<PersonId, Seen> all = new HashMap<>();
        Stream.concat(spring.pupils.keySet().stream(), spring.secretaries.stream())
                .forEach(person -> {
                    List<Outbox.Row> rows = tables.outbox().of(person, ALL).stream()
                            .filter(r ->
                                    r.kind().equals(Outbox.REMINDER) || r.kind().equals("digest"))
                            .toList();
                    rows.forEach(r -> texts.computeIfAbsent(
                            r.batch(), b -> tables.batches().text(b).orElse("")));
                    all.put(
                            person,
                            new Seen(
                                    arrived.getOrDefault(person, List.of()),
                                    tries.getOrDefault(person, List.of()),
                                    rows,
                                    texts));
                });
        return all;
    }

    String text(Outbox.Row row) {
        return texts.getOrDefault(row.batch(), "");
    }

    static boolean isSent(Outbox.Row row) {
        return row.result().kind() == OutcomeKind.SENT;
    }

    static boolean isUnknown(Outbox.Row row) {
        return row.result().kind() == OutcomeKind.UNKNOWN;
    }

    /** The days on which the caps count something: what arrived, and what may have. */
    List<LocalDate> counted() {
        List<LocalDate> days = new ArrayList<>();
        arrived.forEach(d -> days.add(Spring.day(d.botAt())));
        rows.stream().filter(Seen::isUnknown).forEach(r -> days.add(Spring.day(r.settledAt())));
        return days;
    }

    /** How many in the seven days that end with this one. */
    static long inWeek(List<LocalDate> days, LocalDate end) {
        return days.stream()
                .filter(d -> !d.isAfter(end) && d.isAfter(end.minusDays(7)))
                .count();
    }
}
