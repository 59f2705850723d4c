package gradcheck.turn;

import gradcheck.copy.Copy;
import gradcheck.desk.Desk;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.message.TextLimit;
import gradcheck.store.Ids;
import gradcheck.store.Outbox;
import gradcheck.store.StaffMembers.Member;
import gradcheck.store.Store;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.understanding.Understanding;
import gradcheck.verification.Season;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Takes messages: each in one transaction, each key once; the answer is given after the commit. */
public final class Turns {
    /** Nobody writes that much by hand; it is refused unread. */
    private static final int LONGEST = 2000;

    private final Store store;
    private final Season season;
    private final Copy copy;
    private final Clock clock;
    private final Ids ids;
    private final Predicate<Instant> fresh;
    private final StudentTurn students;
    private final Desk desk;
    private final Understood understood;

    /**
     * What the turn knows of time.
     *
     * @param fresh whether a moment at which a message was signed is near enough for it to be let in unseen
     */
    public record Times(Clock clock, Predicate<Instant> fresh) {}

    /** What the turn says and what it understands. */
    public record Words(Copy copy, Understanding understanding) {}

    public Turns(Store store, Season season, Words words, Times times, SecureRandom random) {
        this.store = store;
        this.season = season;
        this.copy = words.copy();
        this.clock = times.clock();
        this.fresh = times.fresh();
        this.ids = new Ids(clock, random);
        this.students = new StudentTurn(season, clock, new Receipts(season, clock, random));
        this.desk = new Desk(season, clock, ids);
        this.understood =
                new Understood(words.understanding(), copy, new Understood.Ground(season, clock, ids), students);
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
        return said(tables, incoming, words(reply(tables, incoming)), now);
    }

    /** One text goes back in the response; more than one would overtake each other and goes through the outbox. */
    private Answer said(Tables tables, Incoming incoming, String words, Instant now) {
        List<String> parts = TextLimit.split(words);
        if (parts.size() == 1) {
            tables.inbox().answer(incoming.key(), parts.get(0));
            return new Answer.Says(parts.get(0));
        }
        for (String part : parts) {
            tables.outbox()
                    .queue(
                            new Outbox.New(
                                    ids.next(), incoming.from(), "text", part, Outbox.REPLY, now, Optional.empty()),
                            now);
        }
        return new Answer.Silence();
    }

    private String words(Reply reply) {
        List<String> parts = new ArrayList<>();
        reply.says().forEach(say -> parts.add(copy.render(say).strip()));
        reply.question().ifPresent(q -> parts.add(copy.render(q.text()).strip()));
        return String.join("\n\n", parts);
    }

    private Reply reply(Tables tables, Incoming incoming) {
        PersonId person = incoming.from();
        Optional<Enrolled> student = tables.students().byPerson(season.year(), person);
        List<Member> staff = tables.staff().rowsOf(person);
        if (student.isEmpty() && staff.isEmpty()) {
            return Reply.of(tables.seasons()
                    .latestOf(person)
                    .filter(year -> year < season.year())
                    .map(this::closed)
                    .orElseGet(this::stranger));
        }
        Optional<String> text = text(incoming);
        if (text.isEmpty()) {
            return wordless(tables, incoming, student);
        }
        return text.get().length() > LONGEST
                ? withQuestion(tables, student, TurnPhrases.TOO_LONG.say())
                : heard(text.get(), tables, new Person(student, staff));
    }

    private record Person(Optional<Enrolled> student, List<Member> staff) {}

    private Reply heard(String text, Tables tables, Person who) {
        if (StudentCommand.bare(text).isEmpty()) {
            return withQuestion(tables, who.student(), TurnPhrases.EMPTY.say());
        }
        Optional<Reply> alarm = understood.alarm(text, tables, who.student(), who.staff());
        if (alarm.isPresent()) {
            return alarm.get();
        }
        Optional<Reply> atDesk = who.staff().isEmpty()
                ? Optional.empty()
                : desk.hear(text, tables, who.staff()).map(Reply::of);
        if (atDesk.isPresent() || who.student().isEmpty()) {
            return atDesk.or(() -> understood.staffQuestion(text, who.staff())).orElseGet(() -> Reply.of(desk.help()));
        }
        Enrolled student = who.student().get();
        Optional<Reply> picked = understood.picked(text, tables, student);
        Optional<StudentCommand> command = StudentCommand.in(text);
        boolean isClosed = tables.seasons().isClosed(season.year());
        if (isClosed && command.filter(StudentCommand::onlyLooks).isEmpty()) {
            return Reply.of(closed(season.year()));
        }
        if (command.isPresent()) {
            return students.command(command.get(), tables, student);
        }
        return picked.or(() -> students.answer(text, tables, student))
                .or(() -> nothingToCancel(text, tables, student))
                .orElseGet(() -> understood.reply(text, tables, student));
    }

    private Optional<Reply> nothingToCancel(String text, Tables tables, Enrolled student) {
        return StudentCommand.bare(text).equals("取消")
                ? Optional.of(students.andAgain(tables, student, TurnPhrases.NOTHING_TO_CANCEL.say()))
                : Optional.empty();
    }

    private Reply wordless(Tables tables, Incoming incoming, Optional<Enrolled> student) {
        if (incoming instanceof Incoming.Entered || incoming instanceof Incoming.Joined) {
            return student.map(s -> students.andAgain(tables, s, welcome(s))).orElseGet(() -> Reply.of(desk.help()));
        }
        if (incoming instanceof Incoming.Left) {
            return Reply.of();
        }
        return incoming instanceof Incoming.Media
                ? withQuestion(tables, student, TurnPhrases.MEDIA.say())
                : withQuestion(tables, student, TurnPhrases.UNSUPPORTED.say());
    }

    private Say welcome(Enrolled student) {
        return TurnPhrases.WELCOME.with("name", student.student().name(), "year", season.year());
    }

    private Reply withQuestion(Tables tables, Optional<Enrolled> student, Say say) {
        return student.map(s -> students.andAgain(tables, s, say)).orElseGet(() -> Reply.of(say));
    }

    private Say stranger() {
        return TurnPhrases.STRANGER.with(
                "office", season.office().name(), "phone", season.office().phone());
    }

    /** After the end of a season its students may look, but nothing is asked of them. */
    private Say closed(int year) {
        return TurnPhrases.SEASON_CLOSED.with(
                "year",
                year,
                "office",
                season.office().name(),
                "phone",
                season.office().phone());
    }

    /** Whether a student may say this at any time. */
    public static boolean knows(String word) {
        return StudentCommand.in(word).isPresent();
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
