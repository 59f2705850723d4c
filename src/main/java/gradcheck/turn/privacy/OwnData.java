package gradcheck.turn.privacy;

import gradcheck.conversation.Conversation;
import gradcheck.domain.Season;
import gradcheck.domain.value.Masks;
import gradcheck.language.ChoiceSet;
import gradcheck.language.Said;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.turn.CardPhrases;
import gradcheck.turn.onboarding.Greeting;
import gradcheck.turn.student.StudentView;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What is kept of a person, shown to that person, and deleted where nothing else hangs on it. */
public final class OwnData {
    /** The name under which the question whether to delete stands beside whatever else is open, for one message. */
    private static final String ASIDE = "forget";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final ChoiceSet ANSWERS = ChoiceSet.of(OwnDataPhrases.FORGET_CHOICES);

    private final Season season;
    private final Clock clock;
    private final Greeting greeting;

    public OwnData(Season season, Clock clock, Greeting greeting) {
        this.season = season;
        this.clock = clock;
        this.greeting = greeting;
    }

    /** What the word is answered with. */
    public Say answer(PrivacyCommand word, Tables tables, PersonId person, Optional<Enrolled> who) {
        return switch (word) {
            case PRIVACY -> OwnDataPhrases.PRIVACY.with(
                    "days",
                    season.retention().chatDays(),
                    "kept",
                    greeting.kept(),
                    "mail",
                    season.office().mail());
            case MY_DATA -> who.map(w -> shown(tables, StudentView.read(tables, season, w)))
                    .orElseGet(() -> ofOthers(tables, person));
            case FORGET -> {
                tables.conversations().keepAside(person, Conversation.at(ASIDE, ASIDE), clock.instant());
                yield OwnDataPhrases.FORGET.with("choices", OwnDataPhrases.FORGET_CHOICES);
            }
            case TEXT_ONLY -> {
                tables.acquaintances().prefer(person, true);
                yield CardPhrases.TEXT_ONLY.say();
            }
            case BUTTONS -> {
                tables.acquaintances().prefer(person, false);
                yield CardPhrases.BUTTONS.say();
            }
        };
    }

    /** The answer to the question whether to delete; empty when it was not asked just before, or is let go. */
    public Optional<Say> settle(Said said, Tables tables, PersonId person) {
        if (tables.conversations().of(person, ASIDE).isEmpty()) {
            return Optional.empty();
        }
        tables.conversations().end(person, ASIDE);
        return said.exactly(ANSWERS).map(answer -> {
            if (answer.equals("keep")) {
                return OwnDataPhrases.NOT_FORGOTTEN.say();
            }
            forget(tables, person);
            return OwnDataPhrases.FORGOTTEN.with("kept", greeting.kept());
        });
    }

    /** Words and drafts go; confirmations, and the ledger's facts without their texts, stay. */
    private static void forget(Tables tables, PersonId person) {
        tables.conversations().forget(person);
        tables.inbox().forget(person);
        tables.outbox().forget(person);
    }

    private Say ofOthers(Tables tables, PersonId person) {
        boolean isStaff = !tables.staff().rowsOf(person).isEmpty();
        return (isStaff ? OwnDataPhrases.STAFF : OwnDataPhrases.NOBODY)
                .with("days", season.retention().chatDays());
    }

    private Say shown(Tables tables, StudentView view) {
        PersonId person = view.enrolled().person();
        return OwnDataPhrases.ALL.with(
                "who", who(tables, view),
                "record", record(view),
                "photo",
                        OwnDataPhrases.PHOTO.with(
                                "state",
                                view.photo().state().title(),
                                "facts",
                                view.facts().size()),
                "chat", chat(tables, person),
                "reminders", reminders(tables, person),
                "seen", tables.audit().countOf(view.student().number(), person),
                "days", season.retention().chatDays(),
                "kept", greeting.kept());
    }

    private Say who(Tables tables, StudentView view) {
        Optional<Instant> bound =
                tables.bindings().boundAt(season.year(), view.student().number());
        return OwnDataPhrases.WHO.with(
                "number", view.student().number(),
                "name", view.student().name(),
                "college", view.student().college(),
                "account", view.enrolled().person().value(),
                "bound",
                        bound.map(at -> OwnDataPhrases.BOUND.with("date", day(at)))
                                .orElseGet(OwnDataPhrases.BY_ROSTER::say));
    }

    private Say record(StudentView view) {
        String certificate = view.student().value("SFZH");
        return OwnDataPhrases.RECORD.with(
                "count", view.student().values().size(),
                "certificate", certificate.isEmpty() ? OwnDataPhrases.NO_VALUE.say() : Masks.tail(certificate),
                "confirmation",
                        view.confirmation()
                                .map(c -> OwnDataPhrases.CONFIRMED.with(
                                        "date", day(c.confirmedAt()), "receipt", c.receipt(), "result", c.result()))
                                .orElseGet(OwnDataPhrases.UNCONFIRMED::say),
                "corrections", view.corrections().size());
    }

    private Say chat(Tables tables, PersonId person) {
        String since =
                tables.acquaintances().of(person).map(a -> day(a.metAt())).orElseGet(() -> day(clock.instant()));
        return OwnDataPhrases.CHAT.with(
                "answers", tables.inbox().answersTo(person),
                "drafts", tables.conversations().begun(person).size(),
                "since", since);
    }

    private static Say reminders(Tables tables, PersonId person) {
        boolean muted = tables.mutes().isMuted(person);
        return OwnDataPhrases.REMINDERS.with(
                "count",
                tables.outbox().remindersSince(person, Instant.EPOCH),
                "muted",
                muted ? OwnDataPhrases.MUTED.say() : OwnDataPhrases.UNMUTED.say());
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(season.zone()));
    }
}
