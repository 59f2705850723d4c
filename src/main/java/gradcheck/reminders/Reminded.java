package gradcheck.reminders;

import gradcheck.message.OutcomeCause;
import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reminders that each person got, or may have got, or is about to get: what the caps count. */
final class Reminded {
    private static final int DAYS = 7;
    /** Beyond that many reading everybody's is cheaper than asking for each. */
    private static final int FEW = 2000;

    private final Map<PersonId, List<Counted>> byPerson = new HashMap<>();
    private final Policy.Caps caps;

    /** @param isTried whether a call was made of whose end nothing is known yet */
    private record Counted(String id, LocalDate day, boolean isSettled, boolean isTried) {}

    /** Why a reminder is not sent, and whether that may still change. */
    record Cap(OutcomeCause why, boolean mayPass) {}

    private Reminded(Policy.Caps caps) {
        this.caps = caps;
    }

    /** What a round still keeps waiting keeps no reminder back: it may be called off. Whichever goes first counts. */
    static Reminded read(Tables tables, Policy policy, Instant now, ZoneId zone) {
        List<Outbox.Row> sure = tables.countedReminders().since(since(now, zone)).stream()
                .filter(row -> row.round().isEmpty() || !row.isWaiting())
                .toList();
        return counted(sure, policy, now, zone);
    }

    /** Of these people, for a round: with what other rounds keep waiting. */
    static Reminded read(Tables tables, Policy policy, Instant now, ZoneId zone, Collection<PersonId> people) {
        return people.size() > FEW
                ? counted(tables.countedReminders().since(since(now, zone)), policy, now, zone)
                : counted(tables.countedReminders().since(people, since(now, zone)), policy, now, zone);
    }

    private static Instant since(Instant now, ZoneId zone) {
        return now.atZone(zone).minusDays(DAYS + 1).toInstant();
    }

    private static Reminded counted(List<Outbox.Row> reminders, Policy policy, Instant now, ZoneId zone) {
        Reminded reminded = new Reminded(policy.caps());
        for (Outbox.Row row : reminders) {
            Instant at = row.isSettled() ? row.settledAt() : row.dueAt().isAfter(now) ? row.dueAt() : now;
            reminded.byPerson
                    .computeIfAbsent(row.person(), p -> new ArrayList<>())
                    .add(new Counted(row.id(), at.atZone(zone).toLocalDate(), row.isSettled(), row.isTried()));
        }
        return reminded;
    }

    /**
     * Why the person may not be reminded today; empty: they may.
     *
     * @param last the days of last notices to come, for which there must be room left
     */
    Optional<OutcomeCause> cap(PersonId person, LocalDate today, List<LocalDate> last) {
        List<LocalDate> days = days(byPerson.getOrDefault(person, List.of()));
        Optional<OutcomeCause> capped = cap(days, today);
        if (capped.isPresent()) {
            return capped;
        }
        boolean room = last.stream()
                .filter(day -> day.isAfter(today) && day.isBefore(today.plusDays(DAYS)))
                .allMatch(day -> between(days, day)
                                + 1
                                + last.stream()
                                        .filter(l -> l.isAfter(today) && !l.isAfter(day))
                                        .count()
                        <= caps.perWeek());
        return room ? Optional.empty() : Optional.of(OutcomeCause.CAPPED_KEPT);
    }

    /**
     * Why this reminder may not be sent now; empty: it may. Where only one stands in its way that was tried and may still
     * reach nobody, it had better wait; and that one is not kept back by those that wait for it.
     */
    Optional<Cap> capNow(PersonId person, String own, LocalDate today) {
        List<Counted> all = byPerson.getOrDefault(person, List.of());
        boolean isTried = all.stream().anyMatch(counted -> counted.id().equals(own) && counted.isTried());
        List<Counted> others = all.stream()
                .filter(counted -> !counted.id().equals(own))
                .filter(counted -> !isTried || counted.isSettled() || counted.isTried())
                .toList();
        return cap(days(others), today).map(why -> {
            List<Counted> sure = others.stream().filter(o -> !o.isTried()).toList();
            return new Cap(why, cap(days(sure), today).isEmpty());
        });
    }

    private Optional<OutcomeCause> cap(List<LocalDate> days, LocalDate today) {
        if (days.stream().filter(today::equals).count() >= caps.perDay()) {
            return Optional.of(OutcomeCause.CAPPED_DAY);
        }
        return between(days, today) + 1 > caps.perWeek() ? Optional.of(OutcomeCause.CAPPED_WEEK) : Optional.empty();
    }

    private static List<LocalDate> days(List<Counted> counted) {
        return counted.stream().map(Counted::day).toList();
    }

    /** How many in the seven days that end with this one. */
    private static long between(List<LocalDate> days, LocalDate last) {
        return days.stream()
                .filter(day -> !day.isAfter(last) && day.isAfter(last.minusDays(DAYS)))
                .count();
    }
}
