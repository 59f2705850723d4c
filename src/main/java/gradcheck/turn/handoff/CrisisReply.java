package gradcheck.turn.handoff;

import gradcheck.copy.Copy;
import gradcheck.domain.Duty;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.Audit;
import gradcheck.turn.AskedPhrases;
import gradcheck.turn.IntentReplies;
import gradcheck.turn.onboarding.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who may harm themselves gets a number to call, and who is on duty is told at once: at night too, and whatever is
 * muted. That they were told is said only where a message to them was queued in this very transaction.
 */
public final class CrisisReply {
    private static final String PHONE = "手机号";

    private final Copy copy;
    private final IntentReplies.Ground ground;

    public CrisisReply(Copy copy, IntentReplies.Ground ground) {
        this.copy = copy;
        this.ground = ground;
    }

    /**
     * What is said to them; nothing of what they wrote is kept or passed on.
     *
     * @param isAcute whether a means, a place or a farewell was named: it is told again on the same day
     */
    public Say answer(Tables tables, Person who, boolean isAcute) {
        String line = ground.season().helpLine();
        if (who.student().isEmpty() && !who.staff().isEmpty()) {
            return AskedPhrases.DESPAIR_STAFF.with("line", line);
        }
        LocalTime time =
                LocalTime.ofInstant(ground.clock().instant(), ground.season().zone());
        String college = who.student().map(s -> s.student().college()).orElse("");
        List<Duty> duties = ground.season().duties(college);
        List<Duty> on = duties.stream().filter(d -> d.isOnAt(time)).toList();
        Optional<Duty> told = alarm(tables, who, on, isAcute ? "acute" : "first");
        if (told.isPresent()) {
            return AskedPhrases.DESPAIR.with(
                    "line", line, "name", told.get().name(), "phone", told.get().phone());
        }
        return on.stream()
                .findFirst()
                .map(duty -> AskedPhrases.DESPAIR_CALL.with("line", line, "name", duty.name(), "phone", duty.phone()))
                .orElseGet(() -> outOfHours(tables, who, duties, time));
    }

    /** Whoever comes on duty next is written to as well, but may be asleep: it isn't promised. */
    private Say outOfHours(Tables tables, Person who, List<Duty> duties, LocalTime time) {
        String line = ground.season().helpLine();
        List<Duty> soonest = duties.stream()
                .sorted(Comparator.comparing(d -> d.untilOn(time)))
                .toList();
        alarm(tables, who, soonest, "early");
        return soonest.stream()
                .findFirst()
                .flatMap(duty -> duty.hours()
                        .map(hours -> AskedPhrases.DESPAIR_LATER.with(
                                "line", line, "name", duty.name(), "phone", duty.phone(), "hours", hours.toString())))
                .orElseGet(() -> AskedPhrases.DESPAIR_ALONE.with("line", line));
    }

    /** Queues a message to the first of them whom the bot knows; whom it was queued to. */
    private Optional<Duty> alarm(Tables tables, Person who, List<Duty> duties, String degree) {
        Instant now = ground.clock().instant();
        LocalDate day = LocalDate.ofInstant(now, ground.season().zone());
        String occasion = "distress|" + who.id() + "|" + day + "|";
        // Once a day, unless it gets worse: after the worst nothing is worse.
        if (tables.outbox().knows(occasion + "acute")) {
            return Optional.empty();
        }
        Optional<Duty> known =
                duties.stream().filter(duty -> isKnown(tables, duty, who.id())).findFirst();
        return known.filter(duty -> queued(tables, who, new PersonId(duty.account()), occasion + degree));
    }

    /** On the staff list, or somebody who has talked with the bot: a message to a slip of the pen would tell a stranger. */
    private static boolean isKnown(Tables tables, Duty duty, PersonId from) {
        if (duty.account().isEmpty()) {
            return false;
        }
        PersonId account = new PersonId(duty.account());
        boolean isAcquainted = !tables.staff().rowsOf(account).isEmpty()
                || tables.acquaintances().of(account).isPresent();
        return isAcquainted && !account.equals(from);
    }

    private boolean queued(Tables tables, Person who, PersonId to, String occasion) {
        Instant now = ground.clock().instant();
        Say said = AskedPhrases.DESPAIR_TOLD.with(
                "who",
                name(who),
                "reach",
                reach(who.student().map(Enrolled::student)),
                "line",
                ground.season().helpLine());
        boolean isQueued = tables.outbox()
                .queue(
                        new Outbox.New(
                                ground.ids().next(),
                                to,
                                "text",
                                copy.render(said),
                                Outbox.REPLY,
                                now,
                                Optional.of(occasion)),
                        now);
        if (isQueued) {
            String target =
                    who.student().map(s -> s.student().number()).orElse(who.id().value());
            tables.audit().add(new Audit.Entry(ground.ids().next(), now, to, "求助", target, "told"));
        }
        return isQueued;
    }

    private static Say name(Person who) {
        return who.student()
                .map(Enrolled::student)
                .map(s -> AskedPhrases.DESPAIR_WHO.with(
                        "name", s.name(), "college", s.college(), "className", s.className()))
                .orElseGet(() ->
                        AskedPhrases.DESPAIR_STRANGER.with("account", who.id().value()));
    }

    /** The roster has a telephone only where the university has added that field. */
    private Say reach(Optional<Student> student) {
        Optional<RecordField> field = ground.season().fields().named(PHONE);
        return student.flatMap(s -> field.map(f -> s.value(f.code())))
                .filter(phone -> !phone.isEmpty())
                .map(phone -> AskedPhrases.DESPAIR_PHONE.with("phone", phone))
                .orElseGet(AskedPhrases.DESPAIR_NO_PHONE::say);
    }
}
