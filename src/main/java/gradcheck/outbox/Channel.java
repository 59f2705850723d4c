package gradcheck.outbox;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import java.time.Duration;
import java.util.List;

/** The way out to people. The platform's API stands behind it, or a recorder in tests. */
public interface Channel {
    /** As many people as one call may name (page 90236). */
    int MOST_RECEIVERS = 1000;

    /** So long after a call the identical one may still be made; the channel asks for it to be known again for longer. */
    Duration MADE_AGAIN = Duration.ofMinutes(223);

    /**
     * Sends one message to 1 to {@link #MOST_RECEIVERS} people, with the platform's own duplicate check switched on, so
     * that the identical call after {@link SendOutcome.Unknown} can't arrive twice within its window of up to four hours.
     *
     * @param call the call's own name: made again under it, it is the same request; under another, both arrive though
     *     they say the same, as two taps on one button are answered twice
     */
    SendOutcome send(List<PersonId> to, Outgoing message, String call);

    /** How many calls may be under way at a time. */
    default int atOnce() {
        return 1;
    }
}
