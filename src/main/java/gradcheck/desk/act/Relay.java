package gradcheck.desk.act;

import gradcheck.desk.Desk;
import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.domain.Student;
import gradcheck.domain.status.Status;
import gradcheck.domain.status.StudentFacts;
import gradcheck.domain.status.TaskState;
import gradcheck.message.Choice;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.message.TextLimit;
import gradcheck.store.Tables;
import gradcheck.store.desk.Relays;
import gradcheck.store.outbox.CardRows;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.Audit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A student's question on its way to the secretaries and back: one message, which the student has seen and asked to be
 * handed on. Every word of it is a row of the outbox; the bot goes on hearing both of them all the while.
 */
public final class Relay {
    /** The desk's question what to answer; the next line is it. */
    public static final String QUESTION = "reply";

    /** As long a question is waited for after 联系老师. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private static final Duration PATIENT = Duration.ofMinutes(30);
    /** As long words to a teacher are still about what was asked or answered. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final Desk.Ground ground;

    public Relay(Desk.Ground ground) {
        this.ground = ground;
    }

    /** 联系老师: the student's next free words may be for the secretary. */
    public Say ask(Tables tables, Enrolled who) {
        boolean isWaiting = relay(tables, who).filter(Relays.Row::isWaiting).isPresent();
        if (!isWaiting) {
            put(tables, who, Relays.State.ASKED, "");
        }
        return DeskPhrases.RELAY_ASK.say();
    }

    /** Whether the student was asked to write the question. */
    public boolean isAsked(Tables tables, Enrolled who) {
        return relay(tables, who)
                .filter(row -> row.state() == Relays.State.ASKED)
                .filter(row -> isWithin(row, PATIENT))
                .isPresent();
    }

    /** Whether a question is with a person, or was answered by one a short while ago. */
    public boolean isFresh(Tables tables, Enrolled who) {
        return relay(tables, who)
                .filter(row -> row.state() != Relays.State.ASKED)
                .filter(row -> row.isWaiting() || (!row.secretary().isEmpty() && isWithin(row, FRESH)))
                .isPresent();
    }

    /** Where the student's last question stands, in words. */
    public Say status(Tables tables, Enrolled who) {
        Optional<Relays.Row> row = relay(tables, who).filter(last -> last.state() != Relays.State.ASKED);
        String secretary = reader(tables, who).orElse("");
        return row.map(last -> last.isWaiting()
                        ? DeskPhrases.RELAY_WAITS.with("secretary", secretary, "time", time(last.openedAt()))
                        : DeskPhrases.RELAY_SETTLED.with("time", time(last.lastAt())))
                .orElseGet(DeskPhrases.RELAY_NEVER::say);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(ground.season().zone()));
    }

    /** Who would read it first; empty where nobody is there to. */
    public Optional<String> reader(Tables tables, Enrolled who) {
        return tables.staff().responsibleFor(who.student().college()).stream()
                .findFirst()
                .map(Member::name);
    }

    /** Hands a student's words on, with who it is and where they stand; what the student is told. */
    public Say send(String text, Tables tables, Enrolled who) {
        List<Member> readers = tables.staff().responsibleFor(who.student().college());
        if (readers.isEmpty()) {
            String college = who.student().college();
            return DeskPhrases.RELAY_NOBODY.with(
                    "secretary", ground.season().contacts(college, "", "", "").secretary());
        }
        put(tables, who, Relays.State.OPEN, "");
        Student student = who.student();
        String line = words(DeskPhrases.RELAYED.with(
                "name", student.name(),
                "tail", Student.tail(student.number()),
                "className", student.className(),
                "stand", stand(tables, student),
                "text", text.strip()));
        readers.stream().map(Member::person).distinct().forEach(reader -> deliver(tables, reader, who, line));
        audit(tables, who.person(), "联系老师", who, "ok");
        return DeskPhrases.RELAY_TAKEN.with("secretary", readers.get(0).name());
    }

    private void deliver(Tables tables, PersonId reader, Enrolled who, String line) {
        Instant now = ground.clock().instant();
        queue(tables, reader, line, now);
        String card = ground.ids().next();
        tables.cards().add(card, reader, about(who), now);
        tables.parcels()
                .queue(
                        OutboxCodec.Label.reply(card, reader, now),
                        new Outgoing.Card(
                                card,
                                words(DeskPhrases.RELAY_CARD.with(
                                        "name", who.student().name())),
                                words(DeskPhrases.RELAY_CARD_BODY.say()),
                                List.of(),
                                List.of(new Choice(
                                        words(DeskPhrases.RELAY_ANSWER.say()),
                                        "回复 " + who.student().number()))),
                        now);
    }

    /** With two bars: it is no question of a conversation. */
    private String about(Enrolled who) {
        return "relay|" + ground.season().year() + "|" + who.student().number();
    }

    private Say stand(Tables tables, Student student) {
        StudentFacts facts = tables.situations()
                .of(ground.season().year(), List.of(student.number()))
                .get(0)
                .facts();
        Instant now = ground.clock().instant();
        Status status = Status.of(
                facts, ground.season(), LocalDate.ofInstant(now, ground.season().zone()));
        boolean isConfirmed = status.has(TaskState.CONFIRMED);
        return (isConfirmed ? DeskPhrases.RELAY_CHECKED : DeskPhrases.RELAY_UNCHECKED)
                .with("photo", status.photo().state().title());
    }

    /** The student went on without asking anything. */
    public void drop(Tables tables, Enrolled who) {
        if (isAsked(tables, who)) {
            put(tables, who, Relays.State.CLOSED, "");
        }
    }

    /** 回复 <学生> <内容>; without its content the next line is it. */
    public List<Say> reply(DeskContext visit, Enrolled who, String content) {
        if (content.isEmpty()) {
            visit.ask(QUESTION, Map.of("number", who.student().number()));
            return List.of(DeskPhrases.REPLY_WHAT.with("called", People.called(visit, who)));
        }
        queue(
                visit.tables(),
                who.person(),
                words(DeskPhrases.REPLY.with("secretary", visit.asker().called(), "content", content)),
                visit.now());
        put(visit.tables(), who, Relays.State.CLOSED, visit.asker().id().value());
        visit.tables().cards().openAbout(about(who)).forEach(card -> settle(visit, card));
        visit.audit("回复", who.student().number(), "ok");
        return List.of(DeskPhrases.REPLIED.with("called", People.called(visit, who)));
    }

    /** Another reviewer's card asks for nothing any more. */
    private void settle(DeskContext visit, CardRows.Row card) {
        visit.tables().cards().settle(card.taskId());
        if (!card.responseCode().isEmpty()) {
            visit.tell(
                    card.person(),
                    new Outgoing.CardSettled(card.responseCode(), words(DeskPhrases.RELAY_ANSWERED.say())));
        }
    }

    /** The line after 回复 <学生>, or after a tap on its card; empty where it was not asked for. */
    public static Optional<List<Say>> answer(DeskContext visit, String text) {
        Optional<String> number = visit.tables()
                .deskQuestions()
                .of(visit.asker().id())
                .filter(question -> question.kind().equals(QUESTION))
                .filter(question -> !visit.now().isAfter(question.at().plus(PATIENT)))
                .map(question -> question.details().getOrDefault("number", ""));
        Optional<Enrolled> student = number.flatMap(
                n -> visit.tables().students().byNumber(visit.season().year(), n));
        return student.map(who -> {
            visit.tables().deskQuestions().close(visit.asker().id());
            return new Relay(visit.ground()).reply(visit, who, text.strip());
        });
    }

    private boolean isWithin(Relays.Row row, Duration span) {
        return ground.clock().instant().isBefore(row.lastAt().plus(span));
    }

    private Optional<Relays.Row> relay(Tables tables, Enrolled who) {
        return tables.relays().of(ground.season().year(), who.student().number());
    }

    private void put(Tables tables, Enrolled who, Relays.State state, String secretary) {
        Instant now = ground.clock().instant();
        tables.relays().put(ground.season().year(), new Relays.Row(who.student().number(), state, secretary, now, now));
    }

    /** What somebody writes may be longer than one text. */
    private void queue(Tables tables, PersonId to, String text, Instant now) {
        for (String part : TextLimit.split(text)) {
            tables.parcels().queue(OutboxCodec.Label.reply(ground.ids().next(), to, now), new Outgoing.Text(part), now);
        }
    }

    private void audit(Tables tables, PersonId actor, String act, Enrolled who, String result) {
        tables.audit()
                .add(new Audit.Entry(
                        ground.ids().next(),
                        ground.clock().instant(),
                        actor,
                        act,
                        who.student().number(),
                        result));
    }

    private String words(Say say) {
        return ground.words().apply(say).strip();
    }
}
