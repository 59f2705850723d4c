package gradcheck.desk;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Audit;
import gradcheck.store.DeskActs;
import gradcheck.store.DeskQuestions;
import gradcheck.store.Outbox;
import gradcheck.store.OutboxCodec;
import gradcheck.store.StaffMembers.Member;
import gradcheck.store.StudentQueries;
import gradcheck.store.Tables;
import gradcheck.verification.Season;
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
record DeskContext(Desk.Ground ground, Asker asker, Tables tables, Instant now) {
    /** What was done can be undone for so long, and its notices wait as long. */
    static final Duration REGRET = Duration.ofMinutes(5);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    static DeskContext of(Desk.Ground ground, List<Member> rows, Tables tables) {
        return new DeskContext(ground, Asker.of(rows), tables, ground.clock().instant());
    }

    Season season() {
        return ground.season();
    }

    StudentQueries.Asked asked() {
        return new StudentQueries.Asked(season().year(), asker.scope());
    }

    ZonedDateTime local() {
        return now.atZone(season().zone());
    }

    LocalDate today() {
        return local().toLocalDate();
    }

    String time() {
        return time(now);
    }

    String time(Instant at) {
        return TIME.format(at.atZone(season().zone()));
    }

    String words(Say say) {
        return ground.words().apply(say).strip();
    }

    /** What was seen of, or done to, whom. */
    void audit(String act, String target, String result) {
        tables.audit().add(new Audit.Entry(ground.ids().next(), now, asker.id(), act, target, result));
    }

    void ask(String kind, Map<String, String> details) {
        tables.deskQuestions().ask(asker.id(), new DeskQuestions.Open(kind, details, now));
    }

    /** Queues a message that nobody can take back. */
    String tell(PersonId to, Outgoing message) {
        return queue(to, message, Outbox.REPLY, now);
    }

    /** Queues a message that waits until what it tells of can't be undone any more; never in quiet hours. */
    String tellLater(PersonId to, Say say) {
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
    void send(String kind, String of) {
        tables.outbox()
                .queue(
                        new Outbox.New(ground.ids().next(), asker.id(), kind, of, Outbox.REPLY, now, Optional.empty()),
                        now);
    }

    /** Remembers what can be undone. */
    void undoable(String kind, Map<String, String> details, List<String> notices) {
        tables.deskActs().add(new DeskActs.Row(ground.ids().next(), asker.id(), kind, details, notices, now));
    }
}
