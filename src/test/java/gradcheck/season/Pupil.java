package gradcheck.season;

import gradcheck.domain.status.StudentState;
import gradcheck.message.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One made-up student: habits, and what is true of them at every moment, kept apart from anything the bot believes. */
final class Pupil {
    /** How they take reminders. */
    enum Habit {
        PROMPT(0.75, 3),
        LATE(0.35, 20),
        FORGETFUL(0.15, 40),
        NEVER(0, 1);

        final double acts;
        final int hours;

        Habit(double acts, int hours) {
            this.acts = acts;
            this.hours = hours;
        }
    }

    /**
     * What holds from a moment on.
     *
     * @param until the student's own last day for the record; empty: everybody's
     */
    record State(Instant since, Set<StudentState> lacks, boolean muted, boolean takesPart, Optional<LocalDate> until) {}

    final String number;
    final PersonId person;
    final String college;
    final Habit habit;
    final List<State> states = new ArrayList<>();
    final List<String> story = new ArrayList<>();
    /** When the bot last took a message from them. */
    Instant lastSaid = Instant.EPOCH;

    boolean saysReceipt;
    int receipts;

    Pupil(String number, String college, Habit habit, Set<StudentState> lacks, Instant since) {
        this.number = number;
        this.person = new PersonId(number);
        this.college = college;
        this.habit = habit;
        states.add(new State(since, EnumSet.copyOf(lacks), false, true, Optional.empty()));
    }

    State now() {
        return states.get(states.size() - 1);
    }

    /** What was true at that moment. */
    State at(Instant moment) {
        State found = states.get(0);
        for (State state : states) {
            if (!state.since().isAfter(moment)) {
                found = state;
            }
        }
        return found;
    }

    boolean lacks(StudentState audience) {
        return now().lacks().contains(audience);
    }

    void lacksNow(Instant at, StudentState audience, boolean lacks) {
        Set<StudentState> next = EnumSet.noneOf(StudentState.class);
        next.addAll(now().lacks());
        if (lacks) {
            next.add(audience);
        } else {
            next.remove(audience);
        }
        states.add(new State(at, next, now().muted(), now().takesPart(), now().until()));
        tell(at, (lacks ? "now lacks " : "no longer lacks ") + audience.title());
    }

    void mutedNow(Instant at, boolean muted) {
        states.add(new State(at, now().lacks(), muted, now().takesPart(), now().until()));
        tell(at, muted ? "says 停止提醒" : "says 恢复提醒");
    }

    void takesPartNow(Instant at, boolean takesPart) {
        states.add(new State(at, now().lacks(), now().muted(), takesPart, now().until()));
    }

    /** They have until that day for the record, whenever everybody else's time is over. */
    void extendedNow(Instant at, LocalDate until) {
        states.add(new State(at, now().lacks(), now().muted(), now().takesPart(), Optional.of(until)));
    }

    /** Whether it was true at any moment of the time between these two. */
    boolean ever(Instant[] time, Predicate<State> claim) {
        return claim.test(at(time[0]))
                || states.stream()
                        .filter(s -> s.since().isAfter(time[0]) && !s.since().isAfter(time[1]))
                        .anyMatch(claim);
    }

    void tell(Instant at, String what) {
        story.add(at + " " + what);
    }
}
