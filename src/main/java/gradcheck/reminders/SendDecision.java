package gradcheck.reminders;

import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.outbox.Prepared;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.query.Situations.Situation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides queued reminders at the moment of sending: whether each still holds, and what it says. */
final class SendDecision {
    /** How long a reminder waits for the end of another, before it looks again. */
    private static final Duration ANOTHER = Duration.ofMinutes(5);

    private final Season season;
    private final Policy policy;
    private final ReminderTexts words;
    private final Lacks lacks;

    SendDecision(Season season, Policy policy, ReminderTexts words) {
        this.season = season;
        this.policy = policy;
        this.words = words;
        this.lacks = new Lacks(season);
    }

    Map<String, Prepared> of(Tables tables, List<Outbox.Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        List<Asked> asked = rows.stream()
                .map(row -> new Asked(row, ReminderPayload.read(row.body())))
                .toList();
        Map<String, Situation> people = tables
                .situations()
                .of(season.year(), asked.stream().map(a -> a.ticket().number()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(s -> s.who().number(), Function.identity()));
        Reminded reminded = Reminded.read(tables, policy, now, season.zone());
        ZonedDateTime local = now.atZone(season.zone());
        Map<String, Prepared> verdicts = new HashMap<>();
        for (Asked one : asked) {
            Optional<Situation> who =
                    Optional.ofNullable(people.get(one.ticket().number()));
            verdicts.put(one.row().id(), decide(one, who, reminded, local));
        }
        return verdicts;
    }

    private record Asked(Outbox.Row row, ReminderPayload ticket) {}

    private Prepared decide(Asked asked, Optional<Situation> found, Reminded reminded, ZonedDateTime now) {
        ReminderPayload ticket = asked.ticket();
        if (now.toInstant().isAfter(ticket.until())) {
            return new Prepared.Dropped(OutcomeCause.TOO_LATE);
        }
        if (found.isEmpty()) {
            return new Prepared.Dropped(OutcomeCause.NOT_IN_LIST);
        }
        ZonedDateTime soonest = soonest(asked, found.get(), now);
        if (soonest.isAfter(now)) {
            return soonest.toInstant().isAfter(ticket.until())
                    ? new Prepared.Dropped(OutcomeCause.TOO_LATE)
                    : new Prepared.Later(soonest.toInstant(), OutcomeCause.QUIET_HOURS);
        }
        Situation who = found.get();
        LocalDate today = now.toLocalDate();
        List<Lack> open = lacks.of(who, today, ticket.audiences());
        return whyNot(asked, who, open, today)
                .<Prepared>map(Prepared.Dropped::new)
                .or(() -> reminded.capNow(asked.row().person(), asked.row().id(), today)
                        .map(cap -> kept(cap, ticket, now)))
                .orElseGet(() ->
                        new Prepared.Ready(new Outgoing.Text(words.of(open, today, who.muted())), until(ticket, now)));
    }

    /** A round that somebody has started and the very last notice go out on a day off, too. */
    private ZonedDateTime soonest(Asked asked, Situation who, ZonedDateTime now) {
        boolean anyDay = !asked.row().round().isEmpty()
                || lacks.of(who, now.toLocalDate()).stream().anyMatch(lack -> lack.isLastDay(now.toLocalDate()));
        if (anyDay || policy.calendar().isWorkingDay(now.toLocalDate())) {
            return policy.soonest(now);
        }
        LocalDate working = policy.calendar().onOrAfter(now.toLocalDate());
        return policy.soonest(working.atStartOfDay(season.zone()));
    }

    /** What was tried may yet have reached nobody; then this one is sent in its place. */
    private static Prepared kept(Reminded.Cap cap, ReminderPayload ticket, ZonedDateTime now) {
        Instant later = now.toInstant().plus(ANOTHER);
        return cap.mayPass() && !later.isAfter(ticket.until())
                ? new Prepared.Later(later, OutcomeCause.ANOTHER_UNDER_WAY)
                : new Prepared.Dropped(cap.why());
    }

    private static Optional<OutcomeCause> whyNot(Asked asked, Situation who, List<Lack> open, LocalDate today) {
        if (!who.standing().isReminded()) {
            return Optional.of(who.standing().state() == Standing.State.OUT ? OutcomeCause.OUT : OutcomeCause.PAUSED);
        }
        if (open.stream().noneMatch(lack -> asked.ticket().covers(lack.audience()))) {
            return Optional.of(OutcomeCause.DONE);
        }
        boolean isStopped = who.muted() && open.stream().noneMatch(lack -> lack.isLastDay(today));
        return isStopped ? Optional.of(OutcomeCause.STOPPED) : Optional.empty();
    }

    /** No try in the night, and none after it no longer holds. */
    private Instant until(ReminderPayload ticket, ZonedDateTime now) {
        Instant evening = policy.lastMinute(now.toLocalDate(), season.zone());
        return ticket.until().isBefore(evening) ? ticket.until() : evening;
    }
}
