package gradcheck.reminders;

import gradcheck.domain.Season;
import gradcheck.domain.status.StudentState;
import gradcheck.message.OutcomeCause;
import gradcheck.message.OutcomeKind;
import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.Queueing;
import gradcheck.store.outbox.RoundRows;
import gradcheck.store.query.Situations.Situation;
import gradcheck.store.query.Situations.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rounds of reminders that a member of staff starts: looked at before, held, called off, repeated for whom they did not
 * reach. They count in the caps and keep quiet hours like every other reminder.
 */
public final class ReminderRounds {
    /** Who was not reached by a round may be reminded again for so long. */
    private static final Duration HOLDS = Duration.ofDays(2);

    private final Season season;
    private final Policy policy;
    private final Clock clock;
    private final Ids ids;
    private final Reminders.Ground ground;

    public ReminderRounds(Reminders.Ground ground) {
        this.ground = ground;
        this.season = ground.season();
        this.policy = ground.policy();
        this.clock = ground.clock();
        this.ids = ground.ids();
    }

    /**
     * Whom a round is for.
     *
     * @param colleges the colleges it may reach; one empty name stands for all
     * @param numbers only these students; empty: everybody it fits
     */
    public record Request(StudentState audience, Collection<String> colleges, Set<String> numbers) {
        public Request {
            colleges = List.copyOf(colleges);
            numbers = Set.copyOf(numbers);
        }

        boolean covers(Who who) {
            boolean inScope = colleges.contains("") || colleges.contains(who.college());
            return inScope && (numbers.isEmpty() || numbers.contains(who.number()));
        }
    }

    /**
     * What a round would do now.
     *
     * @param people who would get it
     * @param unreachable among them, whom the platform refused the last time, with the reason
     * @param paused left out, because a secretary has paused or taken out the student
     * @param stopped left out, because they said 停止提醒
     * @param capped left out, because they were reminded often enough, with which cap
     * @param firstAt when the first one goes out
     * @param lastAt when the last one does
     * @param sample what most of them would read; empty where there is nobody
     */
    public record Preview(
            List<Who> people,
            Map<Who, String> unreachable,
            List<Who> paused,
            List<Who> stopped,
            Map<Who, OutcomeCause> capped,
            Instant firstAt,
            Instant lastAt,
            String sample) {}

    /** How far a round is. */
    public record Progress(RoundRows.Row round, int waiting, int sent, int refused, int unknown, int dropped) {}

    /** What the round would do if it began at that moment. */
    public Preview preview(Tables tables, Request request, Instant notBefore) {
        return draft(tables, request, notBefore).preview();
    }

    /** Whom the round would reach of those who have never written or opened the application. */
    public List<Who> neverSeen(Tables tables, Preview preview) {
        Set<PersonId> heard = tables.inbox()
                .heardOf(preview.people().stream().map(Who::person).toList());
        return preview.people().stream()
                .filter(who -> !heard.contains(who.person()))
                .toList();
    }

    /** Queues the round; it can be called off until {@code notBefore} without anybody having noticed. */
    public RoundRows.Row start(Tables tables, Request request, PersonId starter, Instant notBefore) {
        Draft draft = draft(tables, request, notBefore);
        Instant now = clock.instant();
        RoundRows.Row round = new RoundRows.Row(
                tables.rounds().nextId(season.year()),
                request.audience().title(),
                List.copyOf(request.colleges()),
                starter,
                now,
                draft.lines().size(),
                RoundRows.State.RUNNING);
        tables.rounds().add(season.year(), round);
        Queueing.Whole whole = new Queueing.Whole(round.id(), Outbox.REMINDER, "");
        if (draft.lines().size() > Queueing.PIECE) {
            tables.queueing().add(whole, draft.pieces());
        } else {
            draft.lines().forEach(line -> tables.queueing().queue(whole, line, ids.next(), now));
        }
        return round;
    }

    /** Nothing more goes out until {@link #resume}; false when the round is not running. */
    public boolean pause(Tables tables, String id) {
        return tables.rounds().move(id, List.of(RoundRows.State.RUNNING), RoundRows.State.PAUSED, clock.instant());
    }

    public boolean resume(Tables tables, String id) {
        return tables.rounds().move(id, List.of(RoundRows.State.PAUSED), RoundRows.State.RUNNING, clock.instant());
    }

    /** What has not gone out stays unsent; how many those were, empty when there is no such round to call off. */
    public Optional<Integer> cancel(Tables tables, String id) {
        Instant now = clock.instant();
        List<RoundRows.State> from = List.of(RoundRows.State.RUNNING, RoundRows.State.PAUSED);
        return tables.rounds().move(id, from, RoundRows.State.CANCELLED, now)
                ? Optional.of(tables.queueing().drop(id) + tables.rounds().dropWaiting(id, OutcomeCause.CANCELLED, now))
                : Optional.empty();
    }

    /**
     * A new round for those whom this one surely did not reach. Who may have got it is not among them: they would read
     * it twice.
     */
    public Optional<RoundRows.Row> resendFailed(Tables tables, String id, PersonId starter) {
        Optional<RoundRows.Row> old = tables.rounds().byId(id);
        Set<PersonId> failed = Set.copyOf(tables.rounds().failed(id));
        Set<String> numbers = tables.roll().withAccounts(season.year(), failed);
        if (old.isEmpty() || numbers.isEmpty()) {
            return Optional.empty();
        }
        StudentState audience = StudentState.of(old.get().audience()).orElseThrow();
        Request request = new Request(audience, old.get().colleges(), numbers);
        return Optional.of(start(tables, request, starter, clock.instant()));
    }

    /** The season's rounds, latest first. */
    public List<Progress> all(Tables tables) {
        return tables.rounds().all(season.year()).stream()
                .map(round -> progress(tables, round))
                .toList();
    }

    public Optional<Progress> progress(Tables tables, String id) {
        return tables.rounds().byId(id).map(round -> progress(tables, round));
    }

    private static Progress progress(Tables tables, RoundRows.Row round) {
        Map<OutcomeKind, Integer> ended = tables.rounds().outcomes(round.id());
        int unqueued = tables.queueing().waiting(round.id());
        int neverQueued = round.people()
                - unqueued
                - ended.values().stream().mapToInt(Integer::intValue).sum();
        if (round.state() == RoundRows.State.CANCELLED && neverQueued > 0) {
            ended.merge(OutcomeKind.DROPPED, neverQueued, Integer::sum);
        }
        return new Progress(
                round,
                ended.getOrDefault(OutcomeKind.NONE, 0) + unqueued,
                ended.getOrDefault(OutcomeKind.SENT, 0),
                ended.getOrDefault(OutcomeKind.REFUSED, 0) + ended.getOrDefault(OutcomeKind.GIVEN_UP, 0),
                ended.getOrDefault(OutcomeKind.UNKNOWN, 0),
                ended.getOrDefault(OutcomeKind.DROPPED, 0));
    }

    private record Draft(Preview preview, List<Queueing.Line> lines, List<String> pieces) {}

    /** Thousands are read beside the writer, which would else keep everybody waiting. */
    private Draft draft(Tables tables, Request request, Instant notBefore) {
        boolean isWide = request.numbers().isEmpty() || request.numbers().size() > Queueing.PIECE;
        return isWide
                ? tables.aside(request, beside -> drafted(beside, request, notBefore))
                : drafted(tables, request, notBefore);
    }

    private Draft drafted(Tables tables, Request request, Instant notBefore) {
        List<Situation> people = within(tables, request).stream()
                .filter(s -> request.covers(s.who()))
                .toList();
        LocalDate day = notBefore.atZone(season.zone()).toLocalDate();
        RoundPreview sorting = new RoundPreview(people, request, day, ground, tables);
        List<Situation> chosen = sorting.chosen();
        Slots slots = new Slots(policy, notBefore.atZone(season.zone()));
        List<Queueing.Line> lines = chosen.stream()
                .map(who -> line(who.who(), request.audience(), slots.next()))
                .toList();
        Instant first = lines.isEmpty() ? slots.next() : lines.get(0).due();
        Instant last = lines.isEmpty() ? first : lines.get(lines.size() - 1).due();
        return new Draft(sorting.preview(chosen, first, last), lines, Queueing.pieces(lines));
    }

    private static Queueing.Line line(Who who, StudentState audience, Instant at) {
        ReminderPayload ticket = new ReminderPayload(who.number(), Set.of(audience), at.plus(HOLDS));
        return new Queueing.Line(who.person(), at, who.number(), ticket.written());
    }

    /** Whoever is in the state; what it leads to today, and who gets it, {@link RoundPreview} says. */
    private List<Situation> within(Tables tables, Request request) {
        Set<String> numbers = request.numbers().isEmpty()
                ? tables.roll().inAny(season.year(), List.of(request.audience()), request.colleges())
                : request.numbers();
        return tables.situations().of(season.year(), numbers);
    }
}
