package gradcheck.season;

import gradcheck.domain.QuietHours;
import gradcheck.message.PersonId;
import gradcheck.reminders.digest.Escalation;
import gradcheck.season.FakePlatform.Delivery;
import gradcheck.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What secretaries are told: their mornings, and whom to call. */
final class Mornings {
    private static final Duration NEARLY = Duration.ofMinutes(20);
    private static final int LAST_DAYS = 3;

    private final Spring spring;
    private final Trouble trouble;
    private final Findings findings;

    Mornings(Spring spring, Trouble trouble, Findings findings) {
        this.spring = spring;
        this.trouble = trouble;
        this.findings = findings;
    }

    /** A digest is as quiet as a reminder, comes on working days, and in the last three days before a deadline always. */
    void check(PersonId secretary, Seen seen) {
        Pupil any = spring.pupils.values().iterator().next();
        Set<String> heard = new HashSet<>();
        for (Delivery d : seen.arrived()) {
            LocalDate day = Spring.day(d.botAt());
            LocalTime hour = d.botAt().atZone(Spring.ZONE).toLocalTime();
            boolean quiet =
                    QuietHours.between(LocalTime.of(22, 0), LocalTime.of(8, 0)).covers(hour);
            findings.hold(Checker.QUIET, !quiet, any, secretary + " at " + d.botAt());
            findings.hold(
                    Checker.OFF,
                    isLast(day) || spring.setup.policy().calendar().isWorkingDay(day),
                    any,
                    secretary + " on " + day);
            findings.hold(Checker.TWICE, heard.add(day + d.text()), any, secretary + " twice the same on " + day);
        }
        for (LocalDate day = Spring.FIRST; day.isBefore(spring.length.last); day = day.plusDays(1)) {
            if (isLast(day)) {
                last(secretary, seen, day, any);
            }
        }
    }

    private boolean isLast(LocalDate day) {
        return spring.asked.lastDays().stream()
                .anyMatch(end -> !day.isAfter(end) && !day.isBefore(end.minusDays(LAST_DAYS)));
    }

    private void last(PersonId secretary, Seen seen, LocalDate day, Pupil any) {
        Optional<Instant> chance = trouble.chance(Spring.at(day, 8, 40), Spring.at(day, 12, 0), true);
        Instant from = Spring.at(day, 8, 0);
        boolean told = seen.arrived().stream()
                .anyMatch(d -> d.at().isAfter(from)
                        && !d.at().isAfter(chance.orElse(from).plus(NEARLY)));
        boolean lost = seen.tries().stream()
                .filter(c -> Spring.day(c.at()).equals(day) && !c.isHeard())
                .anyMatch(c -> trouble.chance(c.at(), c.at().plus(Duration.ofMinutes(215)), true)
                        .isEmpty());
        findings.hold(Checker.DIGEST, told || lost || chance.isEmpty(), any, secretary + " heard nothing on " + day);
    }

    /** Who is on the secretaries' lists has been silent for three reminders, and who has been is on them. */
    void lists(Tables tables, Map<PersonId, Seen> seen) {
        Set<String> listed = spring.bot().escalation().silent(tables, List.of("")).stream()
                .map(Escalation.Listed::who)
                .map(who -> who.number())
                .collect(Collectors.toSet());
        for (Pupil pupil : spring.pupils.values()) {
            Pupil.State now = pupil.now();
            Seen own = seen.get(pupil.person);
            boolean lacks =
                    now.takesPart() && !spring.asked.of(now, spring.length.last).isEmpty();
            long surely = own.arrived().stream()
                    .filter(d -> d.at().isAfter(pupil.lastSaid.plus(NEARLY)))
                    .count();
            long perhaps = own.rows().stream()
                    .filter(r -> Seen.isSent(r) || Seen.isUnknown(r))
                    .filter(r -> r.settledAt().isAfter(pupil.lastSaid.minus(NEARLY)))
                    .count();
            if (lacks && surely >= 3) {
                findings.hold(Checker.ESCALATED, listed.contains(pupil.number), pupil, surely + " unanswered");
            } else if (listed.contains(pupil.number)) {
                findings.hold(Checker.ESCALATED, lacks && perhaps >= 3, pupil, "listed, with " + perhaps);
            }
        }
    }
}
