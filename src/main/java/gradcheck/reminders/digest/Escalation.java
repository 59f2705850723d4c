package gradcheck.reminders.digest;

import gradcheck.domain.Season;
import gradcheck.domain.status.StudentState;
import gradcheck.domain.status.StudentTraits;
import gradcheck.message.PersonId;
import gradcheck.reminders.Lack;
import gradcheck.reminders.Lacks;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.query.Situations.Situation;
import gradcheck.store.query.Situations.Who;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom a secretary should call: who has not answered three reminders, and who is left when the deadline is near. */
public final class Escalation {
    private final Season season;
    private final Clock clock;
    private final Lacks lacks;

    public Escalation(Season season, Clock clock) {
        this.season = season;
        this.clock = clock;
        this.lacks = new Lacks(season);
    }

    /**
     * A student on the list.
     *
     * @param unanswered reminders that arrived, or may have, since the student was last heard of
     */
    public record Listed(Who who, List<Lack> lacks, int unanswered) {}

    /** Who has not answered three reminders, the longest silent first; one empty name stands for all colleges. */
    public List<Listed> silent(Tables tables, Collection<String> colleges) {
        return silent(listed(tables, whoIsSilent(tables)), colleges);
    }

    static List<Listed> silent(List<Listed> everybody, Collection<String> colleges) {
        return everybody.stream()
                .filter(listed -> isOf(listed.who(), colleges))
                .filter(listed -> listed.unanswered() >= StudentTraits.UNANSWERED)
                .sorted(Comparator.comparing(Listed::unanswered).reversed())
                .toList();
    }

    /** Who still lacks something whose deadline is that many days away or nearer. */
    public List<Listed> left(Tables tables, Collection<String> colleges, int days) {
        return left(listed(tables, whoIsDue(tables, days)), colleges, days);
    }

    List<Listed> left(List<Listed> everybody, Collection<String> colleges, int days) {
        LocalDate today = today();
        return everybody.stream()
                .filter(listed -> isOf(listed.who(), colleges))
                .filter(listed -> listed.lacks().stream()
                        .anyMatch(lack ->
                                lack.daysLeft(today).filter(d -> d <= days).isPresent()))
                .toList();
    }

    /** Whoever may be silent, or have something to do that many days before its deadline or later. */
    List<Listed> perhaps(Tables tables, int days) {
        Set<String> numbers = new HashSet<>(whoIsSilent(tables));
        numbers.addAll(whoIsDue(tables, days));
        return listed(tables, numbers);
    }

    private Set<String> whoIsSilent(Tables tables) {
        return tables.roll().inAny(season.year(), Set.of(StudentState.SILENT), Set.of(""));
    }

    private Set<String> whoIsDue(Tables tables, int days) {
        return tables.roll().dueBetween(season.year(), today(), today().plusDays(days));
    }

    /** Of these whoever has something to do. */
    private List<Listed> listed(Tables tables, Set<String> numbers) {
        LocalDate today = today();
        Map<PersonId, Integer> unanswered = unanswered(tables);
        List<Listed> all = new ArrayList<>();
        for (Situation who : tables.situations().of(season.year(), numbers)) {
            List<Lack> open = lacks.of(who, today);
            if (!open.isEmpty()) {
                all.add(new Listed(
                        who.who(), open, unanswered.getOrDefault(who.who().person(), 0)));
            }
        }
        return all;
    }

    private static boolean isOf(Who who, Collection<String> colleges) {
        return colleges.contains("") || colleges.contains(who.college());
    }

    private LocalDate today() {
        return clock.instant().atZone(season.zone()).toLocalDate();
    }

    private static Map<PersonId, Integer> unanswered(Tables tables) {
        Map<PersonId, Instant> heard = tables.inbox().lastHeard();
        Map<PersonId, Integer> counts = new HashMap<>();
        for (Outbox.Row row : tables.countedReminders().since(Instant.EPOCH)) {
            boolean later = row.settledAt().isAfter(heard.getOrDefault(row.person(), Instant.EPOCH));
            if (row.isSettled() && later) {
                counts.merge(row.person(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
