package gradcheck.desk.act;

import gradcheck.desk.Desk;
import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.domain.Student;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.message.TextLimit;
import gradcheck.store.Tables;
import gradcheck.store.desk.Relays;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.Audit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A student's question on its way to the secretary and back. While a person has it the bot keeps silent, until it is
 * handed back or four hours have passed without a word. Every word of it is a row of the outbox.
 */
public final class Relay {
    private static final Duration SILENT = Duration.ofHours(4);
    /** As long a question is waited for after 联系老师. */
    private static final Duration PATIENT = Duration.ofMinutes(30);

    private final Desk.Ground ground;

    public Relay(Desk.Ground ground) {
        this.ground = ground;
    }

    /** 联系老师: from now on the student's next free words are for the secretary. */
    public Say ask(Tables tables, Enrolled who) {
        Instant now = ground.clock().instant();
        if (state(tables, who) != Relays.State.OPEN) {
            put(tables, who, Relays.State.ASKED, "", now);
        }
        return DeskPhrases.RELAY_ASK.say();
    }

    /** Whether the student was asked to write the question. */
    public boolean isAsked(Tables tables, Enrolled who) {
        return state(tables, who) == Relays.State.ASKED;
    }

    /** Whether a person has it. */
    public boolean isOpen(Tables tables, Enrolled who) {
        return state(tables, who) == Relays.State.OPEN;
    }

    /** Who has it, so far without a word from them; empty when a person has answered, or nobody was asked. */
    public Optional<String> waitingFor(Tables tables, Enrolled who) {
        boolean isUnanswered = relay(tables, who)
                .filter(row -> isOpen(tables, who) && row.secretary().isEmpty())
                .isPresent();
        return isUnanswered ? readers(tables, who).stream().findFirst().map(Member::name) : Optional.empty();
    }

    /** Hands free words on; nothing to say where the bot keeps silent, empty where nobody is there to read them. */
    public Optional<List<Say>> handOn(String text, Tables tables, Enrolled who) {
        boolean isFirst = isAsked(tables, who);
        List<Member> readers = readers(tables, who);
        if (readers.isEmpty()) {
            return Optional.empty();
        }
        Instant now = ground.clock().instant();
        String secretary =
                isFirst ? "" : relay(tables, who).map(Relays.Row::secretary).orElse("");
        put(tables, who, Relays.State.OPEN, secretary, now);
        Phrase phrase = secretary.isEmpty() ? DeskPhrases.RELAYED : DeskPhrases.RELAYED_MORE;
        String line = words(phrase.with(
                "name", who.student().name(),
                "tail", Student.tail(who.student().number()),
                "className", who.student().className(),
                "text", text.strip()));
        readers.stream()
                .map(Member::person)
                .distinct()
                .filter(p -> secretary.isEmpty() || p.value().equals(secretary))
                .forEach(p -> queue(tables, p, line, now));
        audit(tables, who.person(), "联系老师", who, "ok");
        return Optional.of(
                isFirst
                        ? List.of(DeskPhrases.RELAY_TAKEN.with(
                                "secretary", readers.get(0).name()))
                        : List.of());
    }

    /** The student went on without asking anything. */
    public void drop(Tables tables, Enrolled who) {
        if (isAsked(tables, who)) {
            put(tables, who, Relays.State.CLOSED, "", ground.clock().instant());
        }
    }

    /** 回复 <学生> <内容>. */
    public List<Say> reply(DeskContext visit, Enrolled who, String content) {
        if (content.isEmpty()) {
            return List.of(DeskPhrases.REPLY_WHAT.with("called", People.called(visit, who)));
        }
        queue(
                visit.tables(),
                who.person(),
                words(DeskPhrases.REPLY.with("secretary", visit.asker().called(), "content", content)),
                visit.now());
        put(visit.tables(), who, Relays.State.OPEN, visit.asker().id().value(), visit.now());
        visit.audit("回复", who.student().number(), "ok");
        return List.of(DeskPhrases.REPLIED.with("called", People.called(visit, who)));
    }

    /** Whether there was anything to hand back. */
    boolean handBack(DeskContext visit, Enrolled who) {
        if (state(visit.tables(), who) != Relays.State.OPEN) {
            return false;
        }
        String secretary = visit.asker().id().value();
        put(visit.tables(), who, Relays.State.CLOSED, secretary, visit.now());
        queue(visit.tables(), who.person(), words(DeskPhrases.RELAY_OVER.say()), visit.now());
        visit.audit("交回", who.student().number(), "ok");
        return true;
    }

    private Relays.State state(Tables tables, Enrolled who) {
        Instant now = ground.clock().instant();
        return relay(tables, who)
                .filter(row -> now.isBefore(row.lastAt().plus(row.state() == Relays.State.ASKED ? PATIENT : SILENT)))
                .map(Relays.Row::state)
                .orElse(Relays.State.CLOSED);
    }

    private Optional<Relays.Row> relay(Tables tables, Enrolled who) {
        return tables.relays().of(ground.season().year(), who.student().number());
    }

    private void put(Tables tables, Enrolled who, Relays.State state, String secretary, Instant now) {
        Instant opened = relay(tables, who)
                .filter(r -> r.state() == Relays.State.OPEN)
                .map(Relays.Row::openedAt)
                .orElse(now);
        tables.relays()
                .put(ground.season().year(), new Relays.Row(who.student().number(), state, secretary, opened, now));
    }

    /** The college's secretaries; the registrar's office where there is none. */
    private static List<Member> readers(Tables tables, Enrolled who) {
        List<Member> own = tables.staff().secretariesOf(who.student().college());
        return own.isEmpty()
                ? tables.staff().all().stream()
                        .filter(m -> m.role() == Role.OFFICE)
                        .toList()
                : own;
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
