package gradcheck.desk.act;

import gradcheck.domain.status.StudentState;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Rounds of reminders as the desk needs them; {@code reminders} runs them, with their caps and quiet hours. */
public interface RoundService {
    /**
     * Whom a round is for.
     *
     * @param lacking one of which students are reminded
     * @param numbers only these students; empty: everybody in scope who lacks it
     */
    record Wish(StudentState lacking, Scope scope, Set<String> numbers) {
        public Wish {
            numbers = Set.copyOf(numbers);
        }
    }

    /**
     * What a round would do.
     *
     * @param people who would get it
     * @param unreachable among them, whom the platform refused the last time
     * @param stopped left out: they said 停止提醒
     * @param paused left out: a secretary has paused them
     * @param capped left out: reminded often enough lately
     * @param sample what most of them would read
     */
    record Preview(
            int people,
            int unreachable,
            int stopped,
            int paused,
            int capped,
            Instant firstAt,
            Instant lastAt,
            String sample) {}

    Preview preview(Tables tables, Wish wish, Instant notBefore);

    /** Queues the round; its id. */
    String start(Tables tables, Wish wish, PersonId starter, Instant notBefore);

    /** Holds back what has not gone out: how many; empty when there is no such round. */
    Optional<Integer> cancel(Tables tables, String id);

    /** Why a student got no reminder, or that they did, in one sentence. */
    Say why(Tables tables, String number);
}
