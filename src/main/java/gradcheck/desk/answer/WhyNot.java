package gradcheck.desk.answer;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.act.People;
import gradcheck.message.OutcomeCause;
import gradcheck.message.OutcomeKind;
import gradcheck.message.Phrase.Say;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.SendResult;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.query.StudentQueries.Line;
import java.util.ArrayList;
import java.util.List;

/** Why somebody did not get a message: in one sentence, and what went out to them lately and what became of it. */
public final class WhyNot {
    private static final int MOST = 5;

    private WhyNot() {}

    public static List<Say> of(DeskContext visit, Enrolled who) {
        visit.audit("为什么没收到", who.student().number(), "ok");
        Say reason = visit.ground().rounds().why(visit.tables(), who.student().number());
        List<Say> lines = new ArrayList<>();
        List<Outbox.Row> sent = visit.tables().outbox().of(who.person(), MOST);
        for (Outbox.Row row : sent) {
            lines.add(DeskPhrases.WHY_SENT.with("time", visit.time(row.queuedAt()), "outcome", outcome(row)));
        }
        if (sent.isEmpty()) {
            lines.add(DeskPhrases.WHY_NOTHING.say());
        }
        return List.of(DeskPhrases.WHY.with("reason", reason, "lines", lines, "next", next(visit, who, sent)));
    }

    /** The last word about reaching somebody, for a list. */
    static String brief(DeskContext visit, Line line) {
        return visit.tables().outbox().of(line.person(), 1).stream()
                .findFirst()
                .map(row -> visit.words(outcome(row)))
                .orElse("");
    }

    private static Say next(DeskContext visit, Enrolled who, List<Outbox.Row> sent) {
        boolean refused = sent.stream()
                .findFirst()
                .filter(r -> r.result().kind() == OutcomeKind.REFUSED)
                .isPresent();
        return refused
                ? DeskPhrases.WHY_NEXT_REFUSED.say()
                : DeskPhrases.WHY_NEXT.with("name", People.called(visit, who));
    }

    private static Say outcome(Outbox.Row row) {
        SendResult result = row.result();
        if (!row.isSettled()) {
            return result.kind() == OutcomeKind.NONE
                    ? DeskPhrases.OUTCOME_WAITING.say()
                    : DeskPhrases.OUTCOME_RETRYING.say();
        }
        return switch (result.kind()) {
            case SENT -> DeskPhrases.OUTCOME_SENT.say();
            case DROPPED -> result.cause() == OutcomeCause.UNDONE
                    ? DeskPhrases.OUTCOME_UNDONE.say()
                    : DeskPhrases.OUTCOME_DROPPED.say();
            case REFUSED -> result.cause() == OutcomeCause.UNLICENSED
                    ? DeskPhrases.OUTCOME_UNLICENSED.say()
                    : DeskPhrases.OUTCOME_REFUSED.say();
            default -> DeskPhrases.OUTCOME_UNKNOWN.say();
        };
    }
}
