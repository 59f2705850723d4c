package gradcheck.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a person did, decoded from the platform's callback: everything the bot can be told. */
public sealed interface Incoming {
    /** Who did it. */
    PersonId from();

    /**
     * By which a repeated delivery is known beside its sender: the MsgId, or for an event its identifying fields. Two
     * people's messages have been seen with one MsgId, so it is never looked up without {@link #from}.
     */
    String key();

    /** When the platform says it happened (CreateTime). */
    Instant sentAt();

    /** A typed message. */
    record Text(PersonId from, String key, Instant sentAt, String text) implements Incoming {}

    /**
     * A button of a card was tapped.
     *
     * @param says the button's key, which is the very text that typing would have sent
     * @param taskId the card
     * @param responseCode one use, 72 h: with it the card can be updated
     * @param selected chosen options by question key, empty for a plain button
     */
    record Tap(
            PersonId from,
            String key,
            Instant sentAt,
            String says,
            String taskId,
            String responseCode,
            Map<String, List<String>> selected)
            implements Incoming {}

    /** An entry of the application's menu was tapped; {@code says} is its key. */
    record Menu(PersonId from, String key, Instant sentAt, String says) implements Incoming {}

    /** The person opened the application. */
    record Entered(PersonId from, String key, Instant sentAt) implements Incoming {}

    /** The person came into the application's visible scope. */
    record Joined(PersonId from, String key, Instant sentAt) implements Incoming {}

    /** The person left the application's visible scope: nothing reaches them any more. */
    record Left(PersonId from, String key, Instant sentAt) implements Incoming {}

    /** A picture, a voice message, a place …: the bot keeps none of them. */
    record Media(PersonId from, String key, Instant sentAt, MediaKind kind) implements Incoming {}

    /** An event that no person waits to be answered: it means nothing to the bot and leaves no trace. */
    record Meaningless(PersonId from, String key, Instant sentAt, String kind) implements Incoming {}

    /** Anything the bot has no name for; {@code kind} is the platform's own word for it. */
    record Unsupported(PersonId from, String key, Instant sentAt, String kind) implements Incoming {}
}
