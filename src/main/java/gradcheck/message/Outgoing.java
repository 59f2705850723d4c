package gradcheck.message;

import java.util.List;

/** What the bot sends to people, as a value: rendered, complete, ready to be stored and sent later. */
public sealed interface Outgoing {

    /**
     * Plain text.
     *
     * @param text at most {@link TextLimit#BYTES} bytes of UTF-8: longer ones are split before they are queued
     */
    record Text(String text) implements Outgoing {}

    /**
     * A card with buttons (button_interaction).
     *
     * @param taskId unique in the application; digits, letters and {@code _-@}, at most 128 bytes
     * @param title at most 36 characters
     * @param body at most 160 characters
     * @param facts at most 6 lines of name and value
     * @param buttons 1 to 6; a button's key is what it says
     */
    record Card(String taskId, String title, String body, List<Fact> facts, List<Choice> buttons) implements Outgoing {
        public Card {
            facts = List.copyOf(facts);
            buttons = List.copyOf(buttons);
        }
    }

    /**
     * A line of a card.
     *
     * @param name at most 5 characters
     * @param value at most 30 characters
     */
    record Fact(String name, String value) {}

    /**
     * Greys the buttons of a card that was tapped.
     *
     * @param responseCode from the tap or from the send's answer; one use, 72 h
     * @param replaceName what the button shows from now on
     */
    record CardSettled(String responseCode, String replaceName) implements Outgoing {}

    /** A file to be opened or kept; 5 bytes to 20 MB (page 90253). */
    record File(Attachment attachment) implements Outgoing {}

    /** A picture, PNG or JPEG; 5 bytes to 10 MB (page 90253). */
    record Picture(Attachment attachment) implements Outgoing {}
}
