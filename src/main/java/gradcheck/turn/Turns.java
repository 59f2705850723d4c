package gradcheck.turn;

import gradcheck.conversation.Question;
import gradcheck.copy.Copy;
import gradcheck.desk.Desk;
import gradcheck.desk.Relay;
import gradcheck.message.Incoming;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Ids;
import gradcheck.store.Store;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.understanding.Understanding;
import gradcheck.verification.Season;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Takes messages: each in one transaction, each key once; the answer is given after the commit. */
public final class Turns {
    /** Nobody writes that much by hand; it is refused unread. */
    private static final int LONGEST = 2000;

    private final Store store;
    private final Season season;
    private final Clock clock;
    private final Predicate<Instant> fresh;
    private final Pace pace;
    private final StudentTurn students;
    private final Desk desk;
    private final Understood understood;
    private final Arrivals arrivals;
    private final Newcomers newcomers;
    private final OwnData ownData;
    private final Discretion discretion;
    private final Buttons buttons;
    private final Delivery delivery;
    private final Relayed relayed;
    private final EndedSeasons ended;

    /**
     * What the turn knows of time.
     *
     * @param fresh whether a moment at which a message was signed is near enough for it to be let in unseen
     * @param pace how fast one person may write
     */
    public record Times(Clock clock, Predicate<Instant> fresh, Pace pace) {}

    /** What the turn says and what it understands. */
    public record Words(Copy copy, Understanding understanding) {}

    /** @param atDesk what the secretary's desk stands on */
    public Turns(Store store, Season season, Words words, Times times, SecureRandom random, Desk.Ground atDesk) {
        this.store = store;
        this.season = season;
        this.clock = times.clock();
        this.fresh = times.fresh();
        this.pace = times.pace();
        Ids ids = new Ids(clock, random);
        this.relayed = new Relayed(season, new Relay(atDesk), words.understanding());
        this.students = new StudentTurn(season, clock, new Receipts(season, clock, random), relayed);
        this.desk = new Desk(atDesk);
        this.understood = new Understood(
                words.understanding(), words.copy(), new Understood.Ground(season, clock, ids), students);
        this.ended = new EndedSeasons(season);
        Copy copy = words.copy();
        Greeting greeting = new Greeting(season, clock);
        this.arrivals = new Arrivals(season, clock, greeting);
        StaffNotice staff = new StaffNotice(clock, ids, copy::render);
        this.newcomers = new Newcomers(season, clock, new Claims(season, clock, ids, greeting, staff));
        this.ownData = new OwnData(season, clock, greeting);
        this.discretion = new Discretion(season);
        this.buttons = new Buttons(clock, ids, copy::render);
        this.delivery = new Delivery(copy, clock, ids, buttons);
    }

    /** The future completes when the message's effects are on disk; exceptionally when nothing was stored. */
    public CompletableFuture<Answer> take(Incoming incoming, Instant signedAt) {
        return store.write(tables -> inTransaction(tables, incoming, signedAt));
    }

    private Answer inTransaction(Tables tables, Incoming incoming, Instant signedAt) {
        Instant now = clock.instant();
        if (!fresh.test(signedAt) && !tables.inbox().knows(incoming.key())) {
            return new Answer.Stale();
        }
        if (!tables.inbox().take(incoming.key(), incoming.from(), now)) {
            return tables.inbox()
                    .answerTo(incoming.key())
                    .<Answer>map(Answer.Says::new)
                    .orElseGet(Answer.Silence::new);
        }
        Pace.Verdict verdict = pace.of(tables, incoming.from(), now);
        if (verdict == Pace.Verdict.UNHEARD) {
            return new Answer.Silence();
        }
        Reply reply = verdict == Pace.Verdict.HEARD ? reply(tables, incoming) : Reply.of(TurnPhrases.SLOWER.say());
        arrivals.remember(tables, incoming.from(), reply);
        return delivery.deliver(tables, incoming, reply);
    }

    private Reply reply(Tables tables, Incoming incoming) {
        Person who = Person.of(tables, season, incoming.from());
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
        if (StudentCommand.bare(text).isEmpty() && !Wordless.isFaces(text)) {
            return withQuestion(tables, who, TurnPhrases.EMPTY.say());
        }
        Optional<Reply> own = own(text, tables, who);
        if (own.isPresent()) {
            return own.get();
        }
        if (who.isNewcomer()) {
            return newcomers.hear(text, tables, who.id());
        }
        Optional<Reply> alarm = understood.alarm(text, tables, who.student(), who.staff());
        if (alarm.isPresent()) {
            return alarm.get();
        }
        Optional<Reply> atDesk = who.staff().isEmpty()
                ? Optional.empty()
                : desk.command(text, tables, who.staff()).map(Reply::of);
        if (atDesk.isPresent()) {
            return atDesk.get();
        }
        if (who.student().isEmpty()) {
            return asked(text, tables, who).orElseGet(() -> Reply.of(aside(text)));
        }
        Reply reply = student(text, tables, who, who.student().get());
        desk.announce(tables, who.student().get());
        return reply;
    }

    private Reply student(String text, Tables tables, Person who, Enrolled student) {
        Optional<Reply> picked = understood.picked(text, tables, student);
        Optional<StudentCommand> command = StudentCommand.in(text);
        Optional<Reply> over = ended.unlessLooking(tables, command);
        if (over.isPresent()) {
            return over.get();
        }
        Optional<Reply> handedOn = relayed.isOrder(text, tables, student)
                ? ordered(text, tables, student)
                : relayed.first(text, tables, student).map(Reply::of);
        if (handedOn.isPresent()) {
            return handedOn.get();
        }
        if (command.isPresent()) {
            relayed.drop(tables, student);
            return students.command(command.get(), tables, student);
        }
        Optional<Reply> answered = picked.or(() -> answered(text, tables, student));
        answered.ifPresent(went -> relayed.drop(tables, student));
        return answered.or(() -> nothingToCancel(text, tables, student))
                .or(() -> relayed.last(text, tables, student).map(Reply::of))
                .or(() -> asked(text, tables, who))
                .orElseGet(() -> otherwise(text, tables, student));
    }

    /** Talk answers nothing; and where any words would do, an order is none. */
    private Optional<Reply> answered(String text, Tables tables, Enrolled student) {
        if (understood.isTalk(text)) {
            return Optional.empty();
        }
        if (!students.takesWords(tables, student)) {
            return students.answer(text, tables, student);
        }
        return understood.isOrder(text)
                ? Optional.empty()
                : students.answer(understood.givesUp(text) ? "取消" : text, tables, student);
    }

    /** Done beside a conversation with the teacher. */
    private Optional<Reply> ordered(String text, Tables tables, Enrolled student) {
        relayed.drop(tables, student);
        return understood
                .ordered(text, tables, student)
                .map(reply -> relayed.kept(tables, student).map(reply::and).orElse(reply));
    }

    /** What a member of staff asks in ordinary Chinese: of the students first, then of the rules. */
    private Optional<Reply> asked(String text, Tables tables, Person who) {
        return who.staff().isEmpty()
                ? Optional.empty()
                : desk.question(text, tables, who.staff())
                        .map(Reply::of)
                        .or(() -> understood.staffQuestion(text, who.staff()))
                        .or(() -> desk.unclear(text, tables, who.staff()).map(Reply::of));
    }

    /** To a member of staff whose words are no question: all there is to a greeting only. */
    private Say aside(String text) {
        Optional<Say> talk = understood.talk(text);
        if (talk.filter(AskedPhrases.GREETING.say()::equals).isPresent()) {
            return desk.help();
        }
        return talk.map(line -> AskedPhrases.NEXT.with("talk", line, "next", desk.overall()))
                .orElseGet(desk::notUnderstood);
    }

    private Optional<Reply> nothingToCancel(String text, Tables tables, Enrolled student) {
        return StudentCommand.bare(text).equals("取消")
                ? Optional.of(students.andAgain(tables, student, TurnPhrases.NOTHING_TO_CANCEL.say()))
                : Optional.empty();
    }

    /** What concerns a person's own data, whoever it is. */
    private Optional<Reply> own(String text, Tables tables, Person who) {
        Optional<Say> settled = ownData.settle(text, tables, who.id());
        if (settled.isPresent()) {
            return settled.map(say -> withQuestion(tables, who, say));
        }
        return OwnWord.in(text).map(word -> {
            Say answer = ownData.answer(word, tables, who.id(), who.student());
            return word == OwnWord.FORGET ? Reply.of(answer) : withQuestion(tables, who, answer);
        });
    }

    /** Neither a command nor an answer: a question, small talk, or words that nobody understands. */
    private Reply otherwise(String text, Tables tables, Enrolled student) {
        if (!arrivals.isKnown(tables, student.person()) && !understood.isMatter(text)) {
            StudentView view = StudentView.read(tables, season, student);
            return arrivals.student(tables, view, students.openQuestion(tables, view), false);
        }
        Optional<Say> instead =
                Wordless.isFaces(text) ? Optional.of(TurnPhrases.FACES.say()) : discretion.aboutPhone(text);
        return instead.map(say -> students.andAgain(tables, student, say))
                .orElseGet(() -> understood.reply(text, tables, student));
    }

    private Reply wordless(Tables tables, Incoming incoming, Person who) {
        if (incoming instanceof Incoming.Entered || incoming instanceof Incoming.Joined) {
            return arrived(tables, incoming, who);
        }
        if (incoming instanceof Incoming.Left) {
            return Reply.of();
        }
        Optional<StudentView> view = who.student().map(s -> StudentView.read(tables, season, s));
        return withQuestion(tables, who, Wordless.about(incoming, view));
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
        return StudentCommand.in(word).isPresent() || OwnWord.in(word).isPresent();
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
