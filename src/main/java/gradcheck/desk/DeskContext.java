package gradcheck.desk;

import gradcheck.desk.file.DeskFiles;
import gradcheck.domain.Season;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.desk.DeskActs;
import gradcheck.store.desk.DeskQuestions;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.record.Audit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One message to the desk: who says it, within which transaction, at which moment. */
public record DeskContext(Desk.Ground ground, Asker asker, Tables tables, Instant now) {
    /** What was done can be undone for so long, and its notices wait as long. */
    public static final Duration REGRET = Duration.ofMinutes(5);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    public static DeskContext of(Desk.Ground ground, List<Member> rows, Tables tables) {
        return new DeskContext(ground, Asker.of(rows), tables, ground.clock().instant());
    }

    public Season season() {
        return ground.season();
    }

    public StudentQueries.Asked asked() {
        return new StudentQueries.Asked(season().year(), asker.scope());
    }

    public ZonedDateTime local() {
        return now.atZone(season().zone());
    }

    public LocalDate today() {
        return local().toLocalDate();
    }

    public String time() {
        return time(now);
    }

    public String time(Instant at) {
        return TIME.format(at.atZone(season().zone()));
    }

    public String words(Say say) {
        return ground.words().apply(say).strip();
    }

    /** What was seen of, or done to, whom. */
    public void audit(String act, String target, String result) {
        tables.audit().add(new Audit.Entry(ground.ids().next(), now, asker.id(), act, target, result));
    }

    public void ask(String kind, Map<String, String> details) {
        tables.deskQuestions().ask(asker.id(), new DeskQuestions.Open(kind, details, now));
    }

    /** Queues a message that nobody can take back. */
    public String tell(PersonId to, Outgoing message) {
        return queue(to, message, Outbox.REPLY, now);
    }

    /** Queues a message that waits until what it tells of can't be undone any more; never in quiet hours. */
    public String tellLater(PersonId to, Say say) {
        return queue(to, new Outgoing.Text(words(say)), Outbox.BULK, ground.notBefore(now.plus(REGRET)));
    }

    private String queue(PersonId to, Outgoing message, int urgency, Instant dueAt) {
        String id = ground.ids().next();
        tables.parcels().queue(new OutboxCodec.Label(id, to, urgency, dueAt, Optional.empty()), message, now);
        return id;
    }

    /**
     * Sends who asks a file that is made at the moment of sending.
     *
     * @param kind one of those of {@link DeskFiles}
     * @param of what it is made of
     */
    public void send(String kind, String of) {
        tables.outbox()
                .queue(
                        new Outbox.New(ground.ids().next(), asker.id(), kind, of, Outbox.REPLY, now, Optional.empty()),
                        now);
    }

    /** Remembers what can be undone. */
    public void undoable(String kind, Map<String, String> details, List<String> notices) {
        tables.deskActs().add(new DeskActs.Row(ground.ids().next(), asker.id(), kind, details, notices, now));
    }
}
