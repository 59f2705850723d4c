package gradcheck.season;

import gradcheck.domain.status.StudentState;
import gradcheck.message.OutcomeKind;
import gradcheck.season.FakePlatform.Delivery;
import gradcheck.season.FakePlatform.Made;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Occasions;
import gradcheck.store.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the bot's ledger, row by row, with what really happened. */
final class Books {
    /** The bot's clock may be wrong by a quarter of an hour. */
    private static final Duration NEARLY = Duration.ofMinutes(20);

    private final Tables tables;
    private final Findings findings;
    private final Map<String, StudentState> rules;
    private final LocalDate last;
    private final Asked asked;

    Books(Spring spring, Tables tables, Findings findings) {
        this.tables = tables;
        this.findings = findings;
        this.last = spring.length.last;
        this.asked = spring.asked;
        this.rules = spring.setup.policy().rules().stream().collect(Collectors.toMap(r -> r.name(), r -> r.audience()));
    }

    void check(Pupil pupil, Seen seen) {
        Set<Outbox.Row> used = new HashSet<>();
        for (Delivery delivery : seen.arrived()) {
            Optional<Outbox.Row> row = row(seen, delivery, used);
            row.ifPresent(used::add);
            findings.hold(
                    Checker.LEDGER, row.isPresent(), pupil, "arrived at " + delivery.at() + ", and no row says so");
        }
        List<Occasions.Row> occasions = tables.occasions().of(2027, pupil.number);
        for (Outbox.Row row : seen.rows()) {
            String wrong = wrong(row, seen, used.contains(row), pupil, occasions);
            findings.hold(
                    Checker.LEDGER, wrong.isEmpty(), pupil, row.result().detail() + " at " + row.settledAt() + wrong);
            boolean lying = !row.isSettled() && row.queuedAt().isBefore(Spring.at(last.minusDays(3), 0, 0));
            findings.hold(Checker.STUCK, !lying, pupil, "neither sent nor settled since " + row.queuedAt());
        }
    }

    /** Each message that arrived has a row of its own; one that says so before one that doesn't know. */
    private static Optional<Outbox.Row> row(Seen seen, Delivery delivery, Set<Outbox.Row> used) {
        return Stream.concat(
                        seen.rows().stream().filter(Seen::isSent),
                        seen.rows().stream().filter(Seen::isUnknown))
                .filter(row -> !used.contains(row) && seen.text(row).equals(delivery.text()))
                .filter(row -> isDuring(row, delivery.at()))
                .findFirst();
    }

    private static boolean isDuring(Outbox.Row row, Instant at) {
        return row.queuedAt().isBefore(at.plus(NEARLY))
                && row.settledAt().isAfter(at.minus(NEARLY))
                && row.settledAt().isBefore(at.plus(Duration.ofHours(14)));
    }

    /** What is untrue about a row; empty: nothing. */
    private String wrong(Outbox.Row row, Seen seen, boolean arrived, Pupil pupil, List<Occasions.Row> occasions) {
        if (!row.isSettled()) {
            return "";
        }
        if (Seen.isSent(row)) {
            return arrived ? "" : ", and nothing arrived";
        }
        if (Seen.isUnknown(row)) {
            return isUnknowable(row, seen) ? "" : ", and the platform had said what became of it";
        }
        if (row.result().kind() == OutcomeKind.REFUSED) {
            boolean refused =
                    seen.tries().stream().anyMatch(c -> c.refused().contains(pupil.person) && isDuring(row, c.at()));
            return refused ? "" : ", and the platform had refused nobody";
        }
        return wrongly(row, seen, pupil, occasions);
    }

    /** Nobody heard what became of the call, and of no repeat of it either. */
    private static boolean isUnknowable(Outbox.Row row, Seen seen) {
        List<Made> tries = seen.tries().stream()
                .filter(c -> c.text().equals(seen.text(row)) && isDuring(row, c.at()))
                .toList();
        return tries.stream().anyMatch(c -> !c.isHeard()) && tries.stream().noneMatch(Made::isSettled);
    }

    /** Whether what was dropped was dropped for a reason that did not hold. */
    private String wrongly(Outbox.Row row, Seen seen, Pupil pupil, List<Occasions.Row> occasions) {
        boolean holds =
                switch (row.result().cause()) {
                    case DONE -> pupil.ever(near(row), then -> audiences(row, occasions).stream()
                            .noneMatch(asked.of(then, Spring.day(row.settledAt()))::contains));
                    case STOPPED -> pupil.ever(near(row), Pupil.State::muted);
                    case PAUSED, OUT -> pupil.ever(near(row), then -> !then.takesPart());
                    case CAPPED_DAY -> days(seen).contains(Spring.day(row.settledAt()));
                    case CAPPED_WEEK -> Seen.inWeek(days(seen), Spring.day(row.settledAt())) >= 3;
                    case TOO_LATE, CANCELLED -> true;
                    default -> row.result().kind() == OutcomeKind.GIVEN_UP;
                };
        return holds ? "" : ", which was not so";
    }

    private static Instant[] near(Outbox.Row row) {
        return new Instant[] {row.settledAt().minus(NEARLY), row.settledAt().plus(NEARLY)};
    }

    private static List<LocalDate> days(Seen seen) {
        List<LocalDate> days = new ArrayList<>(seen.counted());
        // What is still under way counts, too: it may arrive.
        seen.rows().stream().filter(r -> !r.isSettled()).forEach(r -> days.add(Spring.day(r.dueAt())));
        return days;
    }

    private Set<StudentState> audiences(Outbox.Row row, List<Occasions.Row> occasions) {
        Set<StudentState> audiences = occasions.stream()
                .filter(o -> o.message().equals(row.id()))
                .map(o -> rules.get(o.rule()))
                .collect(Collectors.toSet());
        if (!row.round().isEmpty()) {
            tables.rounds()
                    .byId(row.round())
                    .flatMap(r -> StudentState.of(r.audience()))
                    .ifPresent(audiences::add);
        }
        return audiences;
    }
}
