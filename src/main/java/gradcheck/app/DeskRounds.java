package gradcheck.app;

import gradcheck.desk.act.RoundService;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.reminders.Explanation;
import gradcheck.store.Tables;
import gradcheck.store.people.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The desk's 催办 as rounds of reminders, with their caps, quiet hours and merged words. */
final class DeskRounds implements RoundService {
    /** One empty name stands for all colleges. */
    private static final List<String> EVERYWHERE = List.of("");

    private final gradcheck.reminders.ReminderRounds rounds;
    private final Explanation explanation;

    DeskRounds(gradcheck.reminders.ReminderRounds rounds, Explanation explanation) {
        this.rounds = rounds;
        this.explanation = explanation;
    }

    @Override
    public Preview preview(Tables tables, Wish wish, Instant notBefore) {
        gradcheck.reminders.ReminderRounds.Preview preview = rounds.preview(tables, request(wish), notBefore);
        return new Preview(
                preview.people().size(),
                preview.unreachable().size(),
                preview.stopped().size(),
                preview.paused().size(),
                preview.capped().size(),
                preview.firstAt(),
                preview.lastAt(),
                preview.sample());
    }

    @Override
    public String start(Tables tables, Wish wish, PersonId starter, Instant notBefore) {
        return rounds.start(tables, request(wish), starter, notBefore).id();
    }

    @Override
    public Optional<Integer> cancel(Tables tables, String id) {
        return rounds.cancel(tables, id);
    }

    @Override
    public Say why(Tables tables, String number) {
        return explanation.why(tables, number);
    }

    private static gradcheck.reminders.ReminderRounds.Request request(Wish wish) {
        return new gradcheck.reminders.ReminderRounds.Request(wish.lacking(), colleges(wish.scope()), wish.numbers());
    }

    private static List<String> colleges(Scope scope) {
        return scope.isAll() ? EVERYWHERE : scope.colleges();
    }
}
