package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.StudentList;
import gradcheck.desk.review.Review;
import gradcheck.desk.review.ReviewCards;
import gradcheck.domain.CorrectionState;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.DeskActs;
import gradcheck.store.record.CorrectionRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 撤销: takes back the last act within five minutes, while its notice still waits. */
public final class Undo {
    private final DeskContext visit;

    public Undo(DeskContext visit) {
        this.visit = visit;
    }

    public List<Say> last() {
        Optional<DeskActs.Row> act =
                visit.tables().deskActs().latest(visit.asker().id());
        if (act.isEmpty()) {
            return List.of(DeskPhrases.NOTHING_TO_UNDO.say());
        }
        Instant end = act.get().at().plus(DeskContext.REGRET);
        if (!visit.now().isBefore(end)) {
            visit.audit("撤销", act.get().kind(), "refused: too late");
            return List.of(
                    DeskPhrases.UNDO_TOO_LATE.with("time", visit.time(act.get().at())));
        }
        List<Say> says = new ArrayList<>(List.of(undone(act.get())));
        Optional<DeskActs.Row> next = alike(act.get());
        while (next.isPresent()) {
            says.add(undone(next.get()));
            next = alike(act.get());
        }
        return says;
    }

    private Say undone(DeskActs.Row act) {
        return switch (act.kind()) {
            case Review.ACT -> review(act);
            case Reminding.ACT -> round(act);
            default -> notices(act);
        };
    }

    /** What was done in the same go. */
    private Optional<DeskActs.Row> alike(DeskActs.Row act) {
        String batch = act.details().getOrDefault(Review.BATCH, "");
        return batch.isEmpty()
                ? Optional.empty()
                : visit.tables()
                        .deskActs()
                        .latest(visit.asker().id())
                        .filter(other -> batch.equals(other.details().get(Review.BATCH)));
    }

    private Say review(DeskActs.Row act) {
        var id = new CorrectionRows.Id(
                visit.season().year(),
                act.details().getOrDefault("college", ""),
                Integer.parseInt(act.details().getOrDefault("tag", "0")));
        CorrectionState from = CorrectionState.valueOf(act.details().getOrDefault("from", ""));
        CorrectionState to = CorrectionState.valueOf(act.details().getOrDefault("to", ""));
        ReviewCards cards = new ReviewCards(visit.ground(), visit.tables(), visit.now());
        String about = visit.tables().corrections().byId(id).map(cards::about).orElse("");
        var back = new CorrectionRows.Step(from, "", "", visit.now());
        boolean still = visit.tables().corrections().move(id, to, back);
        visit.tables().deskActs().undone(act.id());
        if (!still) {
            visit.audit("撤销", act.details().getOrDefault("tag", ""), "refused: moved on");
            return DeskPhrases.UNDO_MOVED_ON.with("tag", StudentList.tag(visit, id));
        }
        if (to == CorrectionState.MATERIAL_RECEIVED) {
            visit.tables().corrections().setProof(id, "");
        }
        cancel(act);
        visit.audit("撤销", id.college() + id.tag(), from.title());
        cards.settle(about, from.title());
        visit.tables().corrections().byId(id).ifPresent(cards::announce);
        return DeskPhrases.UNDONE_REVIEW.with("tag", StudentList.tag(visit, id), "state", from.title());
    }

    private Say round(DeskActs.Row act) {
        Optional<Integer> stopped =
                visit.ground().rounds().cancel(visit.tables(), act.details().getOrDefault("round", ""));
        visit.tables().deskActs().undone(act.id());
        visit.audit("撤销", "催办", stopped.map(n -> "ok: " + n).orElse("refused"));
        return stopped.<Say>map(n -> DeskPhrases.UNDONE_ROUND.with("count", n))
                .orElseGet(DeskPhrases.NOTHING_TO_UNDO::say);
    }

    private Say notices(DeskActs.Row act) {
        int stopped = cancel(act);
        visit.tables().deskActs().undone(act.id());
        visit.audit("撤销", act.kind(), "ok: " + stopped);
        return act.kind().equals(Broadcast.ACT)
                ? DeskPhrases.UNDONE_ROUND.with("count", stopped)
                : DeskPhrases.UNDONE_NOTICE.say();
    }

    private int cancel(DeskActs.Row act) {
        String whole = act.details().getOrDefault(Broadcast.WHOLE, "");
        int stopped = whole.isEmpty()
                ? 0
                : visit.tables().queueing().drop(whole)
                        + visit.tables().rounds().dropWaiting(whole, OutcomeCause.UNDONE, visit.now());
        for (String id : act.notices()) {
            stopped += visit.tables().outbox().cancel(id, OutcomeCause.UNDONE, visit.now()) ? 1 : 0;
        }
        return stopped;
    }
}
