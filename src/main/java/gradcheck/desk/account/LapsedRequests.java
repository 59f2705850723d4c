package gradcheck.desk.account;

import gradcheck.desk.Desk;
import gradcheck.store.Tables;
import gradcheck.store.people.BindingRequests;
import gradcheck.store.people.BindingRequests.State;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.Audit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Requests for another account that nobody has decided lapse after a week, by day: who asked hears of it, and so do those
 * who would have decided, for whom it can still be granted.
 */
public final class LapsedRequests {
    /** As long a request waits. */
    private static final Duration WAITS = Duration.ofDays(7);

    private final Desk.Ground ground;

    public LapsedRequests(Desk.Ground ground) {
        this.ground = ground;
    }

    /** Whether there is anything to be done now. */
    public boolean isAnyDue(Tables tables) {
        return !due(tables).isEmpty();
    }

    /** Ends those that have waited too long. */
    public void lapse(Tables tables) {
        due(tables).forEach(request -> lapse(tables, request));
    }

    private List<BindingRequests.Row> due(Tables tables) {
        Instant now = ground.clock().instant();
        boolean isQuiet = ground.notBefore(now).isAfter(now);
        return isQuiet
                ? List.of()
                : tables.bindingRequests().waiting(ground.season().year()).stream()
                        .filter(r -> !now.isBefore(r.askedAt().plus(WAITS)))
                        .toList();
    }

    private void lapse(Tables tables, BindingRequests.Row request) {
        int season = ground.season().year();
        Optional<Enrolled> student = tables.students().byNumber(season, request.number());
        // The roster may have named the account meanwhile: then there is nothing left to ask for.
        boolean isSettled = student.isEmpty()
                || tables.students().byPerson(season, request.person()).isPresent();
        Instant now = ground.clock().instant();
        tables.bindingRequests().put(request.with(isSettled ? State.OVER : State.LAPSED, now));
        AccountRequests requests = new AccountRequests(ground);
        requests.settle(tables, AccountRequests.about(request), AccountPhrases.CARD_EXPIRED);
        requests.settle(tables, AccountRequests.about(request) + "|owner", AccountPhrases.CARD_EXPIRED);
        if (!isSettled) {
            tell(tables, request, student.get());
            tables.audit()
                    .add(new Audit.Entry(ground.ids().next(), now, request.person(), "绑定", request.number(), "lapsed"));
        }
    }

    private void tell(Tables tables, BindingRequests.Row request, Enrolled student) {
        AccountNotices notices = new AccountNotices(ground, tables);
        long days = WAITS.toDays();
        notices.tell(
                request.person(), AccountPhrases.LAPSED.with("days", days, "secretary", notices.secretary(student)));
        notices.tellSecretaries(
                student,
                AccountPhrases.LAPSED_NOTICE.with(
                        "who",
                        AccountRequests.who(student),
                        "account",
                        request.person().value(),
                        "days",
                        days,
                        "number",
                        request.number()),
                Optional.empty());
    }
}
