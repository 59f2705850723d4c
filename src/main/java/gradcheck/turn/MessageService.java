package gradcheck.turn;

import gradcheck.conversation.Question;
import gradcheck.copy.Copy;
import gradcheck.desk.Desk;
import gradcheck.desk.account.AccountOwner;
import gradcheck.desk.account.AccountRequests;
import gradcheck.desk.act.Relay;
import gradcheck.domain.Season;
import gradcheck.intent.IntentRecognizer;
import gradcheck.language.Language;
import gradcheck.message.Incoming;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.turn.handoff.HumanHandoff;
import gradcheck.turn.handoff.StaffNotice;
import gradcheck.turn.onboarding.Arrivals;
import gradcheck.turn.onboarding.BindingService;
import gradcheck.turn.onboarding.Greeting;
import gradcheck.turn.onboarding.Newcomers;
import gradcheck.turn.onboarding.Person;
import gradcheck.turn.privacy.OwnData;
import gradcheck.turn.privacy.PrivacyCommand;
import gradcheck.turn.privacy.PrivacyGuard;
import gradcheck.turn.student.EndedSeasons;
import gradcheck.turn.student.Receipts;
import gradcheck.turn.student.StudentCommand;
import gradcheck.turn.student.StudentTurn;
import gradcheck.turn.student.StudentView;
import gradcheck.turn.student.StudentWords;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Takes messages: each in one transaction, each key once; the answer is given after the commit. */
public final class MessageService {
    /** Nobody writes that much by hand; it is refused unread. */
    private static final int LONGEST = 2000;

    private final Store store;
    private final Season season;
    private final Clock clock;
    private final Predicate<Instant> fresh;
    private final RateLimit pace;
    private final StudentTurn students;
    private final Desk desk;
    private final Language language;
    private final AccountOwner owner;
    private final IntentReplies understood;
    private final Arrivals arrivals;
    private final Newcomers newcomers;
    private final OwnData ownData;
    private final PrivacyGuard discretion;
    private final Buttons buttons;
    private final Delivery delivery;
    private final EndedSeasons ended;
    private final StaffWords staffWords;
    private final StudentWords studentWords;

    /**
     * What the turn knows of time.
     *
     * @param fresh whether a moment at which a message was signed is near enough for it to be let in unseen
     * @param pace how fast one person may write
     */
    public record Times(Clock clock, Predicate<Instant> fresh, RateLimit pace) {}

    /** What the turn says and what it understands. */
    public record Words(Copy copy, IntentRecognizer intents, Language language) {}

    /** @param atDesk what the secretary's desk stands on */
    public MessageService(
            Store store, Season season, Words words, Times times, SecureRandom random, Desk.Ground atDesk) {
        this.store = store;
        this.season = season;
        this.clock = times.clock();
        this.fresh = times.fresh();
        this.pace = times.pace();
        // One for the desk and the rest: what a turn queues goes out in the order in which it was said.
        Ids ids = atDesk.ids();
        HumanHandoff relayed = new HumanHandoff(season, new Relay(atDesk), words.intents());
        this.students = new StudentTurn(season, clock, words.language(), new Receipts(season, clock, random), relayed);
        this.desk = new Desk(atDesk);
        this.understood = new IntentReplies(
                words.intents(), words.copy(), new IntentReplies.Ground(season, clock, ids), students);
        this.ended = new EndedSeasons(season);
        Copy copy = words.copy();
        Greeting greeting = new Greeting(season, clock);
        this.arrivals = new Arrivals(season, clock, greeting);
        this.language = words.language();
        this.owner = new AccountOwner(atDesk);
        AccountRequests requests = new AccountRequests(atDesk);
        StaffNotice staff = new StaffNotice(clock, ids, copy::render);
        this.newcomers = new Newcomers(season, clock, new BindingService(season, clock, ids, requests, staff));
        this.ownData = new OwnData(season, clock, greeting);
        this.discretion = new PrivacyGuard(season);
        this.buttons = new Buttons(clock, ids, copy);
        this.delivery = new Delivery(copy, clock, ids, buttons);
        this.staffWords = new StaffWords(desk, understood);
        this.studentWords = new StudentWords(season, students, understood, relayed, arrivals, staffWords);
    }

    /** The future completes when the message's effects are on disk; exceptionally when nothing was stored. */
    public CompletableFuture<Answer> take(Incoming incoming, Instant signedAt) {
        if (isMeaningless(incoming)) {
            return CompletableFuture.completedFuture(new Answer.Silence());
        }
        return store.write(tables -> inTransaction(tables, incoming, signedAt));
    }

    /**
     * Takes messages and takes everything back: nothing is stored, nothing is sent.
     *
     * @param answered is told each answer
     * @return false when one of them could not be answered
     */
    public boolean rehearse(List<? extends Incoming> messages, Consumer<String> answered) {
        Instant now = clock.instant();
        CompletableFuture<Object> played = store.write(tables -> {
            for (Incoming message : messages) {
                if (inTransaction(tables, message, now) instanceof Answer.Says says) {
                    answered.accept(says.text());
                }
            }
            throw new TakenBack();
        });
        return played.handle((nothing, failure) -> failure instanceof TakenBack).join();
    }

    /** Ends a transaction of which nothing shall stay. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Nobody waits for an answer to it; not even that it came is kept. A tap on no entry of the menu says nothing. */
    private static boolean isMeaningless(Incoming incoming) {
        return incoming instanceof Incoming.Meaningless
                || (incoming instanceof Incoming.Menu menu && !knows(menu.says()));
    }

    private Answer inTransaction(Tables tables, Incoming incoming, Instant signedAt) {
        Instant now = clock.instant();
        if (!fresh.test(signedAt) && !tables.inbox().knows(incoming.from(), incoming.key())) {
            return new Answer.Stale();
        }
        if (!tables.inbox().take(incoming.key(), incoming.from(), now)) {
            return tables.inbox()
                    .answerTo(incoming.from(), incoming.key())
                    .<Answer>map(Answer.Says::new)
                    .orElseGet(Answer.Silence::new);
        }
        RateLimit.Verdict verdict = verdict(tables, incoming, now);
        Optional<Reply> despair = despair(tables, incoming);
        if (verdict == RateLimit.Verdict.UNHEARD && despair.isEmpty()) {
            return new Answer.Silence();
        }
        Reply reply = despair.orElseGet(() ->
                verdict == RateLimit.Verdict.HEARD ? reply(tables, incoming) : Reply.of(TurnPhrases.SLOWER.say()));
        arrivals.remember(tables, incoming.from(), reply);
        return delivery.deliver(tables, incoming, reply);
    }

    /** Heard before all else: from a stranger or a former student, in haste, beside a secret, in a message too long to read. */
    private Optional<Reply> despair(Tables tables, Incoming incoming) {
        return incoming instanceof Incoming.Text text
                ? understood.despair(text.text(), tables, Person.of(tables, season, incoming.from()))
                : Optional.empty();
    }

    /** Opening the application again and again is no haste in writing. */
    private RateLimit.Verdict verdict(Tables tables, Incoming incoming, Instant now) {
        if (isWordOrTap(incoming)) {
            return pace.of(tables, incoming.from(), now);
        }
        tables.inbox().leaveOutOfPace(incoming.from(), incoming.key());
        return RateLimit.Verdict.HEARD;
    }

    private static boolean isWordOrTap(Incoming incoming) {
        return !(incoming instanceof Incoming.Entered
                || incoming instanceof Incoming.Joined
                || incoming instanceof Incoming.Left);
    }

    private Reply reply(Tables tables, Incoming incoming) {
        Person who = Person.of(tables, season, incoming.from());
        boolean isElsewhere =
                who.student().filter(s -> !s.person().equals(who.id())).isPresent();
        if (!isElsewhere) {
            return reply(tables, incoming, who);
        }
        // Whoever comes into the scope, or leaves it, has not written yet.
        if (!isDeed(incoming)) {
            return Reply.of();
        }
        Say back = owner.takeBack(tables, who.student().get());
        Reply reply = reply(tables, incoming, Person.of(tables, season, incoming.from()));
        return reply.after(back);
    }

    /** What a person does, and nobody for them. */
    private static boolean isDeed(Incoming incoming) {
        return !(incoming instanceof Incoming.Joined
                || incoming instanceof Incoming.Left
                || incoming instanceof Incoming.Unsupported);
    }

    private Reply reply(Tables tables, Incoming incoming, Person who) {
        Optional<Reply> over = who.isNewcomer() ? ended.formerStudent(tables, who.id()) : Optional.empty();
        if (over.isPresent()) {
            return over.get();
        }
        Optional<String> text = text(incoming);
        if (text.isEmpty()) {
            return wordless(tables, incoming, who);
        }
        if (text.get().length() > LONGEST) {
            return withQuestion(tables, who, TurnPhrases.TOO_LONG.say());
        }
        Optional<Say> instead = incoming instanceof Incoming.Tap tap
                ? buttons.take(tables, tap, openQuestion(tables, who))
                : discretion.about(text.get(), tables, who.id(), who.student());
        return instead.map(say -> withQuestion(tables, who, say)).orElseGet(() -> heard(text.get(), tables, who));
    }

    private Reply heard(String text, Tables tables, Person who) {
        if (StudentCommand.bare(text).isEmpty() && !NonTextReplies.isFaces(text)) {
            return withQuestion(tables, who, TurnPhrases.EMPTY.say());
        }
        Optional<Say> answer = owner.ownerSays(tables, who.id(), text);
        if (answer.isPresent()) {
            return withQuestion(tables, who, answer.get());
        }
        Optional<Reply> own = own(text, tables, who);
        if (own.isPresent()) {
            return own.get();
        }
        if (who.isNewcomer()) {
            return newcomers.hear(text, tables, who.id());
        }
        Optional<Reply> probe = understood.probe(text, tables, who);
        if (probe.isPresent()) {
            return probe.get();
        }
        Optional<Reply> atDesk = staffWords.command(text, tables, who);
        if (atDesk.isPresent()) {
            return atDesk.get();
        }
        if (who.student().isEmpty()) {
            return staffWords.hear(text, tables, who);
        }
        Reply reply = studentWords.hear(text, tables, who, who.student().get());
        desk.announce(tables, who.student().get());
        return reply;
    }

    /** What concerns a person's own data, whoever it is. */
    private Optional<Reply> own(String text, Tables tables, Person who) {
        Optional<Say> settled = ownData.settle(language.hear(text), tables, who.id());
        if (settled.isPresent()) {
            return settled.map(say -> withQuestion(tables, who, say));
        }
        return PrivacyCommand.in(text).map(word -> {
            Say answer = ownData.answer(word, tables, who.id(), who.student());
            return word == PrivacyCommand.FORGET ? Reply.of(answer) : withQuestion(tables, who, answer);
        });
    }

    private Reply wordless(Tables tables, Incoming incoming, Person who) {
        if (incoming instanceof Incoming.Entered || incoming instanceof Incoming.Joined) {
            return arrived(tables, incoming, who);
        }
        if (incoming instanceof Incoming.Left) {
            return Reply.of();
        }
        // An event that nobody did, as from the account sys: it is asked for nothing.
        if (incoming instanceof Incoming.Unsupported && who.isNewcomer()) {
            return Reply.of();
        }
        Optional<StudentView> view = who.student().map(s -> StudentView.read(tables, season, s));
        return withQuestion(tables, who, NonTextReplies.about(incoming, view));
    }

    private Reply arrived(Tables tables, Incoming incoming, Person who) {
        boolean joined = incoming instanceof Incoming.Joined;
        if (who.student().isPresent()) {
            StudentView view = StudentView.read(tables, season, who.student().get());
            return arrivals.student(tables, view, students.openQuestion(tables, view), joined);
        }
        if (!who.staff().isEmpty()) {
            return arrivals.other(tables, who.id(), false, () -> Reply.of(desk.help()));
        }
        // Whole departments come into the application's scope at once; who is no student there need not be asked.
        return joined ? Reply.of() : arrivals.other(tables, who.id(), true, () -> newcomers.welcome(tables, who.id()));
    }

    private Optional<Question> openQuestion(Tables tables, Person who) {
        return who.student().flatMap(s -> students.openQuestion(tables, StudentView.read(tables, season, s)));
    }

    private Reply withQuestion(Tables tables, Person who, Say say) {
        if (who.isNewcomer()) {
            return newcomers.andAgain(tables, who.id(), say);
        }
        return who.student().map(s -> students.andAgain(tables, s, say)).orElseGet(() -> Reply.of(say));
    }

    /** Whether a student may say this at any time. */
    public static boolean knows(String word) {
        return StudentCommand.in(word).isPresent() || PrivacyCommand.in(word).isPresent();
    }

    private static Optional<String> text(Incoming incoming) {
        if (incoming instanceof Incoming.Text text) {
            return Optional.of(text.text());
        }
        if (incoming instanceof Incoming.Tap tap) {
            return Optional.of(tap.says());
        }
        return incoming instanceof Incoming.Menu menu ? Optional.of(menu.says()) : Optional.empty();
    }
}
