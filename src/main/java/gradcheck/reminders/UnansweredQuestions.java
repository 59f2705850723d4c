package gradcheck.reminders;

import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.desk.Relays;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.people.Students.Enrolled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/** Questions to a person that nobody has answered by the next noon of a working day: both sides are told, once each. */
public final class UnansweredQuestions {
    /** Who was asked a moment before noon has had no time yet. */
    private static final int SHORTEST_HOURS = 1;

    private final Reminders.Ground ground;

    public UnansweredQuestions(Reminders.Ground ground) {
        this.ground = ground;
    }

    /** Whether anybody is to be told now. */
    public boolean isAnyDue(Tables tables) {
        return !due(tables).isEmpty();
    }

    /** Tells the students who wait and those they wait for. */
    public void tell(Tables tables) {
        int year = ground.season().year();
        for (Relays.Row question : due(tables)) {
            tables.relays().put(year, question.told());
            tables.students().byNumber(year, question.number()).ifPresent(who -> tell(tables, question, who));
        }
    }

    private List<Relays.Row> due(Tables tables) {
        Instant now = ground.clock().instant();
        return tables.relays().waiting(ground.season().year()).stream()
                .filter(question -> question.state() == Relays.State.OPEN)
                .filter(question -> !now.isBefore(noonAfter(question.openedAt())))
                .toList();
    }

    private Instant noonAfter(Instant asked) {
        ZonedDateTime from = asked.atZone(ground.season().zone()).plusHours(SHORTEST_HOURS);
        boolean isMorning = from.toLocalTime().isBefore(LocalTime.NOON);
        LocalDate day = isMorning ? from.toLocalDate() : from.toLocalDate().plusDays(1);
        return ground.policy()
                .calendar()
                .onOrAfter(day)
                .atTime(LocalTime.NOON)
                .atZone(ground.season().zone())
                .toInstant();
    }

    private void tell(Tables tables, Relays.Row question, Enrolled who) {
        Student student = who.student();
        String day = Season.said(
                LocalDate.ofInstant(question.openedAt(), ground.season().zone()));
        String contact =
                tables.staff().contacts(ground.season(), student.college()).secretary();
        queue(tables, who.person(), ReminderPhrases.STILL_ASKED.with("day", day, "contact", contact));
        Say waiting = ReminderPhrases.STILL_WAITING.with(
                "name", student.name(),
                "tail", Student.tail(student.number()),
                "className", student.className(),
                "day", day);
        tables.staff().accountsFor(student.college()).forEach(reader -> queue(tables, reader, waiting));
    }

    private void queue(Tables tables, PersonId to, Say say) {
        Instant now = ground.clock().instant();
        String text = ground.copy().render(say).strip();
        tables.parcels().queue(OutboxCodec.Label.reply(ground.ids().next(), to, now), new Outgoing.Text(text), now);
    }
}
