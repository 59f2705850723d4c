package gradcheck.turn;

import gradcheck.conversation.Question;
import gradcheck.copy.Copy;
import gradcheck.message.Choice;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.CardRows;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.people.ContactHistory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The open question as a card, by each person's manner (design.md §3): beside the text until one was tapped, alone
 * afterwards, never again once five in a row were left untapped or the person asked for text.
 */
final class Buttons {
    private static final int PATIENCE = 5;
    /** The platform lets a card be updated for so long (page 94888). */
    private static final Duration UPDATABLE = Duration.ofDays(3);

    private final Clock clock;
    private final Ids ids;
    private final Copy copy;

    Buttons(Clock clock, Ids ids, Copy copy) {
        this.clock = clock;
        this.ids = ids;
        this.copy = copy;
    }

    /**
     * What a tap comes to when its card no longer asks the open question; empty: it counts as if it had been typed.
     *
     * @param present the question that is open now
     */
    Optional<Say> take(Tables tables, Incoming.Tap tap, Optional<Question> present) {
        Optional<CardRows.Row> card = tables.cards()
                .byTask(tap.taskId())
                .filter(c -> c.person().equals(tap.from()))
                .filter(Buttons::isQuestion);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        boolean isOpen = card.get().state().equals(CardRows.OPEN);
        boolean isPresent = isOpen
                && tables.conversations()
                        .openAbout(tap.from())
                        .filter(card.get().about()::equals)
                        .isPresent();
        tables.cards().settle(tap.taskId());
        tables.acquaintances().tapped(tap.from());
        Say shown = isPresent ? CardPhrases.CHOSEN.with("label", label(present, tap.says())) : CardPhrases.OVER.say();
        // A second tap in the same second must not make the first one look undone.
        boolean isGreyed = !isOpen && !card.get().responseCode().isEmpty();
        if (!isGreyed) {
            update(tables, tap.from(), tap.responseCode(), shown);
        }
        if (isPresent) {
            return Optional.empty();
        }
        return Optional.of(present.isPresent() ? CardPhrases.OLD.say() : CardPhrases.OLD_IDLE.say());
    }

    /** Settles the cards whose question was left, and gives the open one a card if the person's manner wants one. */
    Optional<QuestionCard> offer(Tables tables, Incoming incoming, Reply reply, String text) {
        PersonId person = incoming.from();
        Optional<String> about = tables.conversations().openAbout(person);
        List<CardRows.Row> open = tables.cards().openOf(person);
        for (CardRows.Row card : open) {
            boolean isLeft =
                    isQuestion(card) && about.filter(card.about()::equals).isEmpty();
            if (isLeft) {
                leave(tables, card, incoming instanceof Incoming.Text);
            }
        }
        boolean isCarded =
                about.isEmpty() || open.stream().anyMatch(c -> about.get().equals(c.about()));
        if (isCarded || reply.question().isEmpty() || manner(tables, person) == Manner.TEXT) {
            return Optional.empty();
        }
        Optional<QuestionCard> card = QuestionCard.of(
                ids.next(),
                text,
                copy.buttons(reply.question().get().choices()),
                copy.render(CardPhrases.INSTEAD.say()));
        card.ifPresent(c -> tables.cards().add(c.card().taskId(), person, about.get(), clock.instant()));
        return card;
    }

    /** Whether this card is all that the person needs to see of the question. */
    boolean isAlone(Tables tables, PersonId person, QuestionCard card) {
        return card.isWhole() && manner(tables, person) == Manner.ALONE;
    }

    private enum Manner {
        TEXT,
        BESIDE,
        ALONE
    }

    private static Manner manner(Tables tables, PersonId person) {
        Optional<ContactHistory.Row> known = tables.acquaintances().of(person);
        if (known.isEmpty()) {
            return Manner.BESIDE;
        }
        if (known.get().textOnly() || known.get().ignored() >= PATIENCE) {
            return Manner.TEXT;
        }
        return known.get().taps() > 0 ? Manner.ALONE : Manner.BESIDE;
    }

    private void leave(Tables tables, CardRows.Row card, boolean typed) {
        tables.cards().settle(card.taskId());
        if (typed) {
            tables.acquaintances().ignored(card.person());
        }
        boolean updatable = card.sentAt().plus(UPDATABLE).isAfter(clock.instant());
        if (updatable) {
            update(tables, card.person(), card.responseCode(), CardPhrases.TYPED.say());
        }
    }

    private void update(Tables tables, PersonId person, String responseCode, Say shown) {
        if (!responseCode.isEmpty()) {
            tables.parcels()
                    .queue(
                            OutboxCodec.Label.reply(ids.next(), person, clock.instant()),
                            new Outgoing.CardSettled(responseCode, copy.render(shown)),
                            clock.instant());
        }
    }

    /** What the button says that was tapped. */
    private String label(Optional<Question> present, String says) {
        return present.stream()
                .flatMap(q -> copy.buttons(q.choices()).stream())
                .filter(c -> c.says().equals(says))
                .map(Choice::label)
                .findFirst()
                .orElse(says);
    }

    /** A question's card is about a flow and a question; others, such as a reviewer's, about more. */
    private static boolean isQuestion(CardRows.Row card) {
        return card.about().chars().filter(c -> c == '|').count() == 1;
    }
}
