package gradcheck.conversation;

import gradcheck.message.Phrase.Say;
import java.util.List;

/** What a question made of what was said. */
public sealed interface Heard {

    /**
     * Understood; this question comes next, which may be the same again.
     *
     * @param says what is said before it
     */
    record Next(String question, Answers answers, List<Effect> effects, List<Say> says) implements Heard {
        public Next {
            effects = List.copyOf(effects);
            says = List.copyOf(says);
        }
    }

    /** Understood, but it can't be taken: why, and what to do. The same question stays open. */
    record Refused(Say why) implements Heard {}

    /** Understood, and the conversation is at its end. */
    record Ended(List<Effect> effects, List<Say> says) implements Heard {
        public Ended {
            effects = List.copyOf(effects);
            says = List.copyOf(says);
        }
    }

    /** Not an answer to this question. */
    record NotAnAnswer() implements Heard {}

    static Heard next(String question, Answers answers, Say... says) {
        return new Next(question, answers, List.of(), List.of(says));
    }
}
