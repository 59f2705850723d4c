package gradcheck.reminders;

import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.message.OutcomeCause;
import gradcheck.message.OutcomeKind;
import gradcheck.message.Outgoing;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Occasions;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.SendResult;
import gradcheck.store.query.Situations.Situation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a student did or did not get a reminder, from the ledger: in one sentence, or the whole story. */
public final class Explanation {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final int MOST = 500;
    private static final Map<OutcomeKind, Phrase> OF_KINDS = Map.of(
            OutcomeKind.SENT, ExplainPhrases.SENT,
            OutcomeKind.UNKNOWN, ExplainPhrases.UNKNOWN,
            OutcomeKind.GIVEN_UP, ExplainPhrases.GIVEN_UP,
            OutcomeKind.DROPPED, ExplainPhrases.DROPPED,
            OutcomeKind.PUT_OFF, ExplainPhrases.PUT_OFF,
            OutcomeKind.TRY_LATER, ExplainPhrases.PUT_OFF);
    /** Of what was refused or dropped; a cause that stands in none of them says less than its kind. */
    private static final Map<OutcomeCause, Phrase> OF_CAUSES = new EnumMap<>(Map.ofEntries(
            Map.entry(OutcomeCause.UNLICENSED, ExplainPhrases.UNLICENSED),
            Map.entry(OutcomeCause.INVALID, ExplainPhrases.INVALID),
            Map.entry(OutcomeCause.DONE, ExplainPhrases.DONE),
            Map.entry(OutcomeCause.TOO_LATE, ExplainPhrases.TOO_LATE),
            Map.entry(OutcomeCause.PAUSED, ExplainPhrases.PAUSED_THEN),
            Map.entry(OutcomeCause.OUT, ExplainPhrases.OUT_THEN),
            Map.entry(OutcomeCause.STOPPED, ExplainPhrases.STOPPED_THEN),
            Map.entry(OutcomeCause.CANCELLED, ExplainPhrases.CANCELLED),
            Map.entry(OutcomeCause.CAPPED_DAY, ExplainPhrases.CAPPED_DAY),
            Map.entry(OutcomeCause.CAPPED_WEEK, ExplainPhrases.CAPPED)));

    private final Season season;
    private final Clock clock;
    private final Lacks lacks;

    public Explanation(Season season, Clock clock) {
        this.season = season;
        this.clock = clock;
        this.lacks = new Lacks(season);
    }

    /** Why the student did not get a reminder, or that they did, in one sentence. */
    public Say why(Tables tables, String number) {
        Optional<Situation> found =
                tables.situations().of(season.year(), List.of(number)).stream().findFirst();
        if (found.isEmpty()) {
            return ExplainPhrases.NOT_IN_LIST.with("number", number);
        }
        Situation who = found.get();
        Say reason = now(who).or(() -> latest(tables, who)).orElseGet(ExplainPhrases.NOT_YET::say);
        return ExplainPhrases.WHY.with("name", who.who().name(), "reason", reason);
    }

    /** Everything about the student, oldest first: decisions of the rules, and messages with what became of them. */
    public List<Say> story(Tables tables, String number) {
        Optional<Situation> found =
                tables.situations().of(season.year(), List.of(number)).stream().findFirst();
        if (found.isEmpty()) {
            return List.of(ExplainPhrases.NOT_IN_LIST.with("number", number));
        }
        Situation who = found.get();
        List<Say> story = new ArrayList<>();
        story.add(head(tables, who));
        List<Moment> moments = new ArrayList<>();
        for (Occasions.Row row : tables.occasions().of(season.year(), number)) {
            moments.add(new Moment(
                    row.dueAt(),
                    ExplainPhrases.DECISION.with(
                            "time", time(row.dueAt()), "rule", row.rule(), "meaning", meaning(row.verdict()))));
        }
        for (Outbox.Row row : tables.outbox().of(who.who().person(), MOST)) {
            moments.add(new Moment(at(row), message(tables, row)));
        }
        moments.stream().sorted(Comparator.comparing(Moment::at)).forEach(m -> story.add(m.said()));
        return story;
    }

    private record Moment(Instant at, Say said) {}

    private Say head(Tables tables, Situation who) {
        List<Lack> open = lacks.of(who, today());
        String titles = open.stream().map(l -> l.audience().title()).collect(Collectors.joining("、"));
        return ExplainPhrases.HEAD.with(
                "name", who.who().name(),
                "number", who.who().number(),
                "college", who.who().college(),
                "className", who.who().className(),
                "lacks", titles.isEmpty() ? ExplainPhrases.NOTHING.say() : titles,
                "why", why(tables, who.who().number()));
    }

    private Say message(Tables tables, Outbox.Row row) {
        String text = tables.batches().text(row.batch()).orElseGet(() -> tables.parcels()
                .message(row)
                .map(Explanation::words)
                .orElse(row.kind().equals(Outbox.REMINDER) ? "" : row.body()));
        String first = text.lines().limit(2).collect(Collectors.joining(" "));
        return ExplainPhrases.MESSAGE.with(
                "time", time(at(row)),
                "text", first.isEmpty() ? ExplainPhrases.UNSAID.say() : first,
                "meaning", row.isSettled() ? meaning(row.result()) : waiting(row));
    }

    /** What a person read of it; of a card that settles another, what its button turned into. */
    private static String words(Outgoing message) {
        if (message instanceof Outgoing.Text text) {
            return text.text();
        }
        if (message instanceof Outgoing.Card card) {
            return card.title() + "\n" + card.body();
        }
        if (message instanceof Outgoing.CardSettled settled) {
            return settled.replaceName();
        }
        return message instanceof Outgoing.File file
                ? file.attachment().name()
                : ((Outgoing.Picture) message).attachment().name();
    }

    private static Instant at(Outbox.Row row) {
        return row.isSettled() ? row.settledAt() : row.dueAt();
    }

    private Say waiting(Outbox.Row row) {
        return ExplainPhrases.WAITING.with("time", time(row.dueAt()));
    }

    /** What holds now, whatever was decided before. */
    private Optional<Say> now(Situation who) {
        if (!who.standing().isReminded()) {
            Phrase phrase = who.standing().state() == Standing.State.OUT ? ExplainPhrases.OUT : ExplainPhrases.PAUSED;
            return Optional.of(phrase.with("reason", who.standing().reason()));
        }
        if (lacks.of(who, today()).isEmpty()) {
            return Optional.of(ExplainPhrases.LACKS_NOTHING.say());
        }
        return who.muted() ? Optional.of(ExplainPhrases.STOPPED.say()) : Optional.empty();
    }

    private Optional<Say> latest(Tables tables, Situation who) {
        Optional<Outbox.Row> message = tables.outbox().of(who.who().person(), MOST).stream()
                .filter(row -> row.kind().equals(Outbox.REMINDER))
                .findFirst();
        Optional<Occasions.Row> decision = tables
                .occasions()
                .of(season.year(), who.who().number())
                .stream()
                .findFirst();
        boolean newer = decision.filter(d -> d.message().isEmpty()
                        && message.filter(m -> m.queuedAt().isAfter(d.dueAt())).isEmpty())
                .isPresent();
        if (newer || message.isEmpty()) {
            return decision.map(d -> ExplainPhrases.AT.with("time", time(d.dueAt()), "meaning", meaning(d.verdict())));
        }
        return message.map(row -> row.isSettled()
                ? ExplainPhrases.AT.with("time", time(row.settledAt()), "meaning", meaning(row.result()))
                : waiting(row));
    }

    /** What became of a message, in a person's words; what has none is said as the ledger has it. */
    static Say meaning(SendResult result) {
        boolean isCaused = result.kind() == OutcomeKind.REFUSED || result.kind() == OutcomeKind.DROPPED;
        Optional<Phrase> ofCause = isCaused ? Optional.ofNullable(OF_CAUSES.get(result.cause())) : Optional.empty();
        return ofCause.or(() -> Optional.ofNullable(OF_KINDS.get(result.kind())))
                .map(Phrase::say)
                .orElseGet(() -> ExplainPhrases.OTHER.with("outcome", result.detail()));
    }

    /** What a verdict of the ledger means, in a person's words. */
    static Say meaning(String verdict) {
        return Verdict.read(verdict)
                .map(v -> v.meaning().say())
                .orElseGet(() -> ExplainPhrases.OTHER.with("outcome", verdict));
    }

    private LocalDate today() {
        return clock.instant().atZone(season.zone()).toLocalDate();
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(season.zone()));
    }
}
