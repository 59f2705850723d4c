package gradcheck.turn;

/** What the callback answers to a message that was taken. */
public sealed interface Answer {
    /** One text, in the response itself. */
    record Says(String text) implements Answer {}

    /** Nothing in the response; what there is to say comes through the outbox. */
    record Silence() implements Answer {}

    /** A key never seen before whose signed time is more than ten minutes from the clock: nothing was stored. */
    record Stale() implements Answer {}
}
