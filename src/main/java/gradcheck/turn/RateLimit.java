package gradcheck.turn;

import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How fast one person may write: twenty messages a minute, ten at once (engineering-facts §5.14). Read from what they
 * wrote and tapped, so that nothing is counted beside it and a restart forgives nothing.
 */
public final class RateLimit {
    /** For rehearsals and tests, whose clock stands still. */
    public static final RateLimit FREE = new RateLimit(Integer.MAX_VALUE, 1);

    public static final RateLimit USUAL = new RateLimit(10, 20 / 60.0);
    /** Long enough for a full bucket at its beginning to make no difference at its end; also how long one warning lasts. */
    private static final Duration WINDOW = Duration.ofMinutes(2);

    private static final double MILLIS = 1000.0;

    private final int burst;
    private final double perSecond;

    private RateLimit(int burst, double perSecond) {
        this.burst = burst;
        this.perSecond = perSecond;
    }

    /** What becomes of a message. */
    enum Verdict {
        HEARD,
        /** The first that is too much: the person is asked to slow down. */
        TOO_FAST,
        /** The person was asked already. */
        UNHEARD
    }

    /** The verdict on the message that was taken last, at {@code now}. */
    Verdict of(Tables tables, PersonId person, Instant now) {
        return burst == Integer.MAX_VALUE ? Verdict.HEARD : last(tables.inbox().takenSince(person, now.minus(WINDOW)));
    }

    /** A bucket of {@code burst} drops that refills steadily; each message takes a drop, if there is one. */
    Verdict last(List<Instant> taken) {
        double drops = burst;
        boolean warned = false;
        Verdict verdict = Verdict.HEARD;
        Instant before = taken.isEmpty() ? Instant.EPOCH : taken.get(0);
        for (Instant at : taken) {
            drops = Math.min(
                    burst, drops + perSecond * Duration.between(before, at).toMillis() / MILLIS);
            before = at;
            boolean heard = drops >= 1;
            drops -= heard ? 1 : 0;
            verdict = heard ? Verdict.HEARD : warned ? Verdict.UNHEARD : Verdict.TOO_FAST;
            warned |= !heard;
        }
        return verdict;
    }
}
