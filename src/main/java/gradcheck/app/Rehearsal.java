package gradcheck.app;

import gradcheck.store.Store;
import java.time.Duration;
import java.time.Instant;

/** The bot's time in a rehearsal: kept, so that a bot that is killed goes on in the same time. */
public final class Rehearsal {
    private static final String CLOCK = "rehearsal-clock";
    /** A round is spread over minutes; these are lived through one by one before a moment is reached. */
    private static final int RUN_UP = 10;

    private final Store store;
    private final MovableClock clock;
    private final Runnable round;

    /** @param round does everything that is due */
    public Rehearsal(Store store, MovableClock clock, Runnable round) {
        this.store = store;
        this.clock = clock;
        this.round = round;
    }

    /** Stands where the clock stood before the bot was stopped. */
    public void goOn() {
        store.read(tables -> tables.marks().get(CLOCK)).map(Instant::parse).ifPresent(clock::standAt);
    }

    /** Reaches the moment minute by minute; everything due by then is done when it returns. */
    public void standAt(Instant moment) {
        Instant before = clock.instant();
        Instant first = moment.minus(Duration.ofMinutes(RUN_UP));
        Instant from = before.isAfter(first) && before.isBefore(moment) ? before : first;
        for (Instant minute = from; minute.isBefore(moment); minute = minute.plus(Duration.ofMinutes(1))) {
            clock.standAt(minute);
            round.run();
        }
        store.write(tables -> {
                    tables.marks().set(CLOCK, moment.toString());
                    return moment;
                })
                .join();
        clock.standAt(moment);
        round.run();
    }
}
