package gradcheck.flows;

import gradcheck.conversation.Effect;

/**
 * The student has said what becomes of the words that were shown.
 *
 * @param text the words, as the student wrote them
 */
public record HandoffDecided(Decision decision, String text) implements Effect {
    /** What becomes of them. */
    public enum Decision {
        SEND,
        DROP
    }
}
