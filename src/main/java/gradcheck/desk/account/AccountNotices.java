package gradcheck.desk.account;

import gradcheck.desk.Desk;
import gradcheck.message.Choice;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.people.Students.Enrolled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells people what becomes of an account: whose it is, the college's secretaries, and the office where there are none. */
final class AccountNotices {
    private final Desk.Ground ground;
    private final Tables tables;
    private final Instant now;

    AccountNotices(Desk.Ground ground, Tables tables) {
        this.ground = ground;
        this.tables = tables;
        this.now = ground.clock().instant();
    }

    void tell(PersonId person, Say say) {
        queue(person, new Outgoing.Text(words(say)), ground.ids().next(), Outbox.REPLY);
    }

    /** The college's secretaries but who has done it themselves; the office where there are none. */
    void tellSecretaries(Enrolled student, Say say, Optional<PersonId> but) {
        tables.staff().accountsFor(student.student().college()).stream()
                .filter(reader -> !but.equals(Optional.of(reader)))
                .forEach(reader -> queue(
                        reader, new Outgoing.Text(words(say)), ground.ids().next(), Outbox.BULK));
    }

    /** The secretaries and the office, for what may be an attack. */
    void tellAll(Enrolled student, Say say, Optional<PersonId> but) {
        Stream.concat(
                        tables.staff().accountsFor(student.student().college()).stream(),
                        tables.staff().accountsFor("").stream())
                .distinct()
                .filter(reader -> !but.equals(Optional.of(reader)))
                .forEach(reader -> tell(reader, say));
    }

    /**
     * A card for each of the college's secretaries.
     *
     * @param about with at least two bars, so that it is taken for no question of a conversation
     */
    void cards(Enrolled student, String about, Outgoing.Card model) {
        tables.staff().accountsFor(student.student().college()).forEach(reader -> card(reader, about, model));
    }

    void card(PersonId person, String about, Outgoing.Card model) {
        String id = ground.ids().next();
        tables.cards().add(id, person, about, now);
        queue(person, new Outgoing.Card(id, model.title(), model.body(), List.of(), model.buttons()), id, Outbox.REPLY);
    }

    Outgoing.Card model(Say title, Say body, Choice... buttons) {
        return new Outgoing.Card("", words(title), words(body), List.of(), List.of(buttons));
    }

    /** It says what stands on it. */
    Choice button(Phrase label) {
        String said = words(label.say());
        return new Choice(said, said);
    }

    /** @param says the command */
    Choice button(Phrase label, String says) {
        return new Choice(words(label.say()), says);
    }

    /** Nothing that was meant for the student reaches an account that is theirs no more. */
    void forget(PersonId person) {
        tables.conversations().forget(person);
        tables.cards().openOf(person).forEach(card -> tables.cards().settle(card.taskId()));
        if (tables.staff().rowsOf(person).isEmpty()) {
            tables.outbox().cancelAll(person, OutcomeCause.ACCOUNT_MOVED, now);
        }
    }

    /** Whom to ask, as students are told. */
    String secretary(Enrolled student) {
        return tables.staff()
                .contacts(ground.season(), student.student().college())
                .secretary();
    }

    private void queue(PersonId to, Outgoing message, String id, int urgency) {
        tables.parcels().queue(new OutboxCodec.Label(id, to, urgency, now, Optional.empty()), message, now);
    }

    private String words(Say say) {
        return ground.words().apply(say).strip();
    }
}
