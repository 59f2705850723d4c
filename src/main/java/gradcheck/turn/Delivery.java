package gradcheck.turn;

import gradcheck.conversation.Question;
import gradcheck.copy.Copy;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.TextLimit;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.OutboxCodec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a reply into words: one text into the response itself, everything else into the outbox. */
final class Delivery {
    private final Copy copy;
    private final Clock clock;
    private final Ids ids;
    private final Buttons buttons;

    Delivery(Copy copy, Clock clock, Ids ids, Buttons buttons) {
        this.copy = copy;
        this.clock = clock;
        this.ids = ids;
        this.buttons = buttons;
    }

    /** What the callback answers; the card of the question that is open, if it gets one, follows it. */
    Answer deliver(Tables tables, Incoming incoming, Reply reply) {
        String question = reply.question().map(Question::text).map(this::words).orElse("");
        Optional<QuestionCard> card = buttons.offer(tables, incoming, reply, question);
        boolean alone =
                card.filter(c -> buttons.isAlone(tables, incoming.from(), c)).isPresent();
        List<String> words =
                new ArrayList<>(reply.says().stream().map(this::words).toList());
        if (!question.isEmpty() && !alone) {
            words.add(question);
        }
        Answer answer = text(tables, incoming, String.join("\n\n", words));
        card.ifPresent(c -> queue(tables, incoming.from(), c.card()));
        return answer;
    }

    /**
     * More than one part would overtake each other in the response, and goes through the outbox; so does the answer to a
     * tap, whose event takes no passive reply (page 90241).
     */
    private Answer text(Tables tables, Incoming incoming, String words) {
        List<String> parts = TextLimit.split(words);
        if (parts.size() == 1 && !(incoming instanceof Incoming.Tap)) {
            tables.inbox().answer(incoming.from(), incoming.key(), parts.get(0));
            return new Answer.Says(parts.get(0));
        }
        parts.forEach(part -> queue(tables, incoming.from(), new Outgoing.Text(part)));
        return new Answer.Silence();
    }

    private void queue(Tables tables, PersonId to, Outgoing message) {
        Instant now = clock.instant();
        tables.parcels().queue(OutboxCodec.Label.reply(ids.next(), to, now), message, now);
    }

    private String words(gradcheck.message.Phrase.Say say) {
        return copy.render(say).strip();
    }
}
