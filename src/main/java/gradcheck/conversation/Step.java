package gradcheck.conversation;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * One question of a flow, declared as data.
 *
 * @param name stored while the question is open, so it is never renamed without a thought
 * @param ask how it is put, from the case and the answers so far
 * @param hear what it makes of what was said
 * @param revisit whether, as things are now, one step back may lead to it
 * @param <C> the case the flow is about
 */
public record Step<C>(
        String name, BiFunction<C, Answers, Question> ask, Hearing<C> hear, BiPredicate<C, Answers> revisit) {
    public Step(String name, BiFunction<C, Answers, Question> ask, Hearing<C> hear) {
        this(name, ask, hear, (about, answers) -> true);
    }

    /** Makes sense of what was said as an answer to one question. */
    @FunctionalInterface
    public interface Hearing<C> {
        Heard hear(String said, C about, Answers answers);
    }
}
