package gradcheck.reminders;

import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import gradcheck.store.Results;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxQueue;
import gradcheck.store.people.StaffMembers;
import gradcheck.store.record.Confirmations;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tests of the spring's decisions on a real database, with a clock that stands where it is put. */
public abstract class OnSpringsStore extends OnAFreshStore {
    @Override
    protected Season season() {
        return Springtime.SEASON;
    }

    public static final PersonId LI = new PersonId("li");
    public static final PersonId SECRETARY = new PersonId("jm");

    private Instant now = Springtime.at("03-15 10:00");

    private final Clock clock = ((InstantSource) () -> now).withZone(Springtime.ZONE);

    protected void standAt(String local) {
        now = Springtime.at(local);
    }

    protected Instant now() {
        return now;
    }

    protected Clock clock() {
        return clock;
    }

    protected Reminders.Ground ground(Season season, Policy policy) {
        return new Reminders.Ground(season, policy, Springtime.COPY, clock, new Ids(clock, new SecureRandom()));
    }

    protected void change(Consumer<Tables> change) {
        write(tables -> {
            change.accept(tables);
            return true;
        });
    }

    /** 李四 of 文学院, whose photo is taken and whose record is not confirmed. */
    protected void enrolLi() {
        enrol("0001", "li", "李四", "文学院", WebPhoto.COLLECTED);
    }

    protected void enrol(String number, String person, String name, String college, WebPhoto photo) {
        Student student = new Student(number, Map.of("XM", name, "FY", college, "BH", "一班"), photo, false);
        change(tables -> tables.students().put(Springtime.YEAR, new PersonId(person), student, now));
    }

    protected void confirm(String number) {
        change(tables -> tables.confirmations()
                .append(new Confirmations.New(
                        Springtime.YEAR,
                        "文学院",
                        "r" + number,
                        number,
                        1,
                        "无误",
                        now,
                        false,
                        List.of(number),
                        "salt",
                        "shown")));
    }

    protected void stand(String number, Standing.State state) {
        Standing standing = new Standing(state, "休学", Optional.empty(), "jm", now);
        change(tables -> tables.standings().put(Springtime.YEAR, number, standing));
    }

    protected void standUntil(String number, LocalDate day) {
        Standing standing = new Standing(Standing.State.IN, "实习", Optional.of(day), "jm", now);
        change(tables -> tables.standings().put(Springtime.YEAR, number, standing));
    }

    protected void appoint(String... colleges) {
        appoint(StaffMembers.Role.SECRETARY, colleges);
    }

    protected void appoint(StaffMembers.Role role, String... colleges) {
        change(tables -> tables.staff()
                .replaceAll(List.of(colleges).stream()
                        .map(college -> new StaffMembers.Member(SECRETARY, role, college, "王老师", "", ""))
                        .toList()));
    }

    /** A reminder that was queued then and ended so. */
    protected void reminded(String id, PersonId person, String when, String outcome) {
        Instant at = Springtime.at(when);
        change(tables -> {
            tables.outbox()
                    .queue(new Outbox.New(id, person, Outbox.REMINDER, "", Outbox.BULK, at, Optional.empty()), at);
            tables.sending().settleAll(List.of(new OutboxQueue.End(id, Results.of(outcome))), at);
        });
    }
}
