package gradcheck.season;

import gradcheck.domain.QuietHours;
import gradcheck.domain.Standing;
import gradcheck.domain.status.StudentState;
import gradcheck.message.PersonId;
import gradcheck.reminders.Policy;
import gradcheck.season.FakePlatform.Delivery;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a spring to what was promised. It knows nothing of how the bot decides: it compares what really arrived with
 * what was really true, and the bot's ledger with both.
 */
final class Checker {
    static final String DUE = "who is due is reminded as soon as there is a chance";
    static final String TWICE = "nobody gets the same reminder twice";
    static final String DONE = "nobody is reminded after being done";
    static final String SAYS = "a reminder says all that is to be done, until when, and nothing else";
    static final String DAY = "at most one reminder a day";
    static final String WEEK = "at most three reminders in seven days";
    static final String QUIET = "quiet hours are kept";
    static final String OFF = "days off are kept";
    static final String STOPPED = "who stopped reminders hears only the last notice, who is paused or out nothing";
    static final String CROWDED = "nothing goes to many on the hour or half past";
    static final String BUDGET = "the day's budget is kept";
    static final String CONFIRMED = "every confirmation is there, and what else was said";
    static final String LEDGER = "the ledger says what happened";
    static final String STUCK = "nothing is left lying";
    static final String ESCALATED = "who didn't answer three reminders is on the list, and nobody else";
    static final String DIGEST = "secretaries get their digests";

    private final Spring spring;
    private final Policy policy;
    private final Wording wording;
    private final Findings findings = new Findings();

    Checker(Spring spring) {
        this.spring = spring;
        this.policy = spring.setup.policy();
        this.wording = new Wording(spring.asked);
    }

    Findings check() {
        budget();
        crowded();
        spring.broken.forEach(b -> findings.hold(b.promise(), false, b.pupil(), b.what()));
        spring.store().read(tables -> {
            everybody(tables, Seen.all(spring, tables));
            return tables;
        });
        return findings;
    }

    private void everybody(Tables tables, Map<PersonId, Seen> seen) {
        Trouble trouble = new Trouble(spring);
        Dues dues = new Dues(spring, trouble, findings);
        Books books = new Books(spring, tables, findings);
        Mornings mornings = new Mornings(spring, trouble, findings);
        for (Pupil pupil : spring.pupils.values()) {
            Seen own = seen.get(pupil.person);
            arrivals(pupil, own);
            dues.check(pupil, own);
            books.check(pupil, own);
            confirmation(tables, pupil);
        }
        spring.secretaries.forEach(secretary -> mornings.check(secretary, seen.get(secretary)));
        mornings.lists(tables, seen);
    }

    private Pupil any() {
        return spring.pupils.values().iterator().next();
    }

    private void arrivals(Pupil pupil, Seen seen) {
        Set<String> texts = new HashSet<>();
        List<LocalDate> days = new ArrayList<>();
        for (Delivery d : seen.arrived()) {
            // What happened in that very moment came after the call: a call takes its time.
            Pupil.State then = pupil.at(d.firstTried().minusMillis(1));
            LocalDate day = Spring.day(d.botAt());
            boolean last = spring.asked.isLastDay(then, day);
            boolean isAsked = !spring.asked.of(then, day).isEmpty();
            findings.hold(DONE, isAsked, pupil, "reminded at " + d.at() + " with nothing to do");
            String wrong = wording.wrong(d.text(), then, day);
            findings.hold(SAYS, wrong.isEmpty(), pupil, "reminded at " + d.at() + wrong);
            findings.hold(QUIET, !isNight(d), pupil, "at " + d.botAt());
            findings.hold(STOPPED, then.takesPart() && (!then.muted() || last), pupil, "reminded at " + d.at());
            boolean mayDisturb = last || policy.calendar().isWorkingDay(day) || isOfRound(d, seen);
            findings.hold(OFF, mayDisturb, pupil, "reminded on " + day);
            findings.hold(TWICE, texts.add(day + d.text()), pupil, "twice the same on " + day);
            findings.hold(DAY, !days.contains(day), pupil, "several on " + day);
            days.add(day);
        }
        days.forEach(end -> {
            long week = Seen.inWeek(days, end);
            findings.hold(WEEK, week <= 3, pupil, week + " in the week to " + end);
        });
    }

    private static boolean isNight(Delivery d) {
        LocalTime hour = d.botAt().atZone(Spring.ZONE).toLocalTime();
        return QuietHours.between(LocalTime.of(22, 0), LocalTime.of(8, 0)).covers(hour);
    }

    /** A round that a secretary has started goes out on any day. */
    private static boolean isOfRound(Delivery d, Seen seen) {
        return seen.rows().stream()
                .filter(row -> !row.round().isEmpty() && seen.text(row).equals(d.text()))
                .map(Outbox.Row::settledAt)
                .anyMatch(at -> !Spring.day(at).isBefore(Spring.day(d.botAt())));
    }

    private void budget() {
        spring.platform.peopleADay.forEach((day, people) ->
                findings.hold(BUDGET, people <= policy.dailyBudget(), any(), people + " people on " + day));
    }

    private void crowded() {
        spring.platform.deliveries.stream()
                .filter(Delivery::isBulk)
                .forEach(d -> findings.hold(
                        CROWDED,
                        d.botAt().atZone(Spring.ZONE).getMinute() % 30 != 0,
                        spring.pupils.getOrDefault(d.person(), any()),
                        "at " + d.botAt()));
    }

    private void confirmation(Tables tables, Pupil pupil) {
        if (pupil.saysReceipt) {
            boolean there = tables.confirmations()
                    .latest(2027, pupil.number)
                    .filter(c -> c.version() == pupil.receipts)
                    .isPresent();
            findings.hold(CONFIRMED, there, pupil, "has a receipt, and there is no confirmation");
        }
        Pupil.State now = pupil.now();
        Standing standing = tables.standings().of(2027, pupil.number);
        boolean stands =
                standing.isReminded() == now.takesPart() && standing.until().equals(now.until());
        findings.hold(CONFIRMED, stands, pupil, "the list says " + standing);
        boolean isDraft = !tables.postponed().of(2027, pupil.number).isEmpty();
        findings.hold(
                CONFIRMED, isDraft == now.lacks().contains(StudentState.POSTPONED), pupil, "the draft: " + isDraft);
    }
}
