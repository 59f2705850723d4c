package gradcheck.desk.account;

import gradcheck.desk.Desk;
import gradcheck.desk.review.ReviewCards;
import gradcheck.message.Directory.Answer;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
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
 * Another account than the roster's wants to be a student's. Knowing 学号, name and six signs is not enough, for classmates
 * know them too: the platform is asked who the accounts are, the account in use is asked first ({@link AccountOwner}), and
 * a secretary grants it.
 *
 * <pre>
 * asking ─(the platform, outside the transaction)─▶ open ─▶ granted, refused, over
 * </pre>
 */
public final class AccountRequests {
    /** So many wrong claims lock an account, until a day after the last (engineering-facts §5.13). */
    public static final int MOST_FAILURES = 5;

    /** So long a refused request is not taken up again. */
    private static final Duration REFUSED_FOR = Duration.ofDays(1);

    /** The platform lets a name be longer than a card's line. */
    private static final int LONGEST_NAME = 30;

    private final Desk.Ground ground;

    public AccountRequests(Desk.Ground ground) {
        this.ground = ground;
    }

    /** Takes up the request of an account that has proved to know the student's data. */
    public Say open(Tables tables, PersonId person, Enrolled student) {
        String secretary = new AccountNotices(ground, tables).secretary(student);
        Optional<BindingRequests.Row> before = tables.bindingRequests().of(season(), number(student)).stream()
                .filter(r -> r.person().equals(person))
                .reduce((first, second) -> second);
        if (before.filter(BindingRequests.Row::isPending).isPresent()) {
            return AccountPhrases.PENDING.with("secretary", secretary);
        }
        Instant now = now();
        if (before.filter(r -> r.state() == State.REFUSED)
                .filter(r -> now.isBefore(r.changedAt().plus(REFUSED_FOR)))
                .isPresent()) {
            return AccountPhrases.REFUSED_BEFORE.with("secretary", secretary);
        }
        tables.bindingRequests()
                .put(new BindingRequests.Row(
                        ground.ids().next(),
                        season(),
                        number(student),
                        person,
                        student.person(),
                        "",
                        State.ASKING,
                        now,
                        now));
        audit(tables, person, student, "requested");
        return AccountPhrases.REQUESTED.say();
    }

    /** What is said to an account whose request is under way; empty where there is none. */
    public Optional<Say> pending(Tables tables, PersonId person) {
        return tables.bindingRequests()
                .latestBy(person)
                .filter(BindingRequests.Row::isPending)
                .flatMap(r -> student(tables, r))
                .map(s -> AccountPhrases.PENDING.with("secretary", new AccountNotices(ground, tables).secretary(s)));
    }

    /** Two accounts of which the platform is to be asked. */
    public record Inquiry(String request, PersonId person, PersonId owner) {}

    /** What the platform is to be asked, outside of any transaction. */
    public List<Inquiry> inquiries(Tables tables) {
        return tables.bindingRequests().toAsk().stream()
                .map(r -> new Inquiry(r.id(), r.person(), r.owner()))
                .toList();
    }

    /** The platform has told, or could not, who the two are: everybody hears of the request. */
    public void learnt(Tables tables, Inquiry inquiry, Answer person, Answer owner) {
        Optional<BindingRequests.Row> request =
                tables.bindingRequests().byId(inquiry.request()).filter(r -> r.state() == State.ASKING);
        if (request.isEmpty()) {
            return;
        }
        Optional<Enrolled> student = student(tables, request.get());
        if (student.isEmpty() || !student.get().person().equals(request.get().owner())) {
            tables.bindingRequests().put(request.get().with(State.OVER, now()));
            return;
        }
        tables.bindingRequests().put(request.get().with(State.OPEN, now()));
        announce(tables, request.get(), student.get(), new Known(person, owner));
    }

    private record Known(Answer person, Answer owner) {}

    private void announce(Tables tables, BindingRequests.Row request, Enrolled student, Known known) {
        AccountNotices notices = new AccountNotices(ground, tables);
        boolean isUsed = tables.acquaintances().of(request.owner()).isPresent();
        if (isUsed) {
            notices.tell(request.owner(), AccountPhrases.ASK_OWNER.say());
            notices.card(
                    request.owner(),
                    about(request) + "|owner",
                    notices.model(
                            AccountPhrases.ASK_TITLE.say(),
                            AccountPhrases.ASK_OWNER.say(),
                            notices.button(AccountPhrases.BUTTON_ME),
                            notices.button(AccountPhrases.BUTTON_NOT_ME)));
        }
        notices.tellSecretaries(
                student,
                AccountPhrases.REQUEST_NOTICE.with(
                        "account",
                        request.person().value(),
                        "member",
                        member(known.person()),
                        "who",
                        who(student),
                        "name",
                        student.student().name(),
                        "owner",
                        request.owner().value(),
                        "known",
                        isUsed ? AccountPhrases.OWNER_ASKED.say() : ownerKnown(known.owner()),
                        "number",
                        number(student)),
                Optional.empty());
        cards(notices, request, student, known.person());
        notices.tell(request.person(), AccountPhrases.FORWARDED.with("secretary", notices.secretary(student)));
    }

    private static void cards(AccountNotices notices, BindingRequests.Row request, Enrolled student, Answer person) {
        String named = " " + number(student) + " " + request.person();
        notices.cards(
                student,
                about(request),
                notices.model(
                        AccountPhrases.REQUEST_TITLE.with(
                                "name", student.student().name()),
                        AccountPhrases.REQUEST_CARD.with(
                                "member",
                                member(person),
                                "name",
                                student.student().name()),
                        notices.button(AccountPhrases.BUTTON_BIND, "绑定" + named),
                        notices.button(AccountPhrases.BUTTON_REFUSE, "不绑定" + named)));
    }

    private static Object member(Answer answer) {
        if (answer instanceof Answer.Member member) {
            return member.name().isEmpty() ? AccountPhrases.UNNAMED.say() : cut(member.name());
        }
        return answer instanceof Answer.Nobody ? AccountPhrases.NO_MEMBER.say() : AccountPhrases.UNKNOWN_MEMBER.say();
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static Say ownerKnown(Answer answer) {
        if (answer instanceof Answer.Member) {
            return AccountPhrases.OWNER_EXISTS.with("member", member(answer));
        }
        return answer instanceof Answer.Nobody
                ? AccountPhrases.OWNER_NOBODY.say()
                : AccountPhrases.OWNER_CANNOT_TELL.say();
    }

    /** Tells the student's account that somebody was locked who wanted to be them. */
    public void tellOwnerOfLock(Tables tables, Enrolled student) {
        if (tables.acquaintances().of(student.person()).isPresent()) {
            new AccountNotices(ground, tables).tell(student.person(), AccountPhrases.LOCKED_TO_OWNER.say());
        }
    }

    /** Ends what is pending for the student, but for one account. */
    void close(Tables tables, Enrolled student, Optional<PersonId> but) {
        for (BindingRequests.Row row : tables.bindingRequests().of(season(), number(student))) {
            if (row.isPending() && !but.equals(Optional.of(row.person()))) {
                tables.bindingRequests().put(row.with(State.OVER, now()));
                settle(tables, about(row), AccountPhrases.CARD_EXPIRED);
                settle(tables, about(row) + "|owner", AccountPhrases.CARD_EXPIRED);
            }
        }
    }

    void settle(Tables tables, String about, Phrase word) {
        new ReviewCards(ground, tables, now())
                .settle(about, ground.words().apply(word.say()).strip());
    }

    static String about(BindingRequests.Row request) {
        return "binding|" + request.id() + "|ask";
    }

    static String who(Enrolled student) {
        return student.student().name() + "（" + number(student) + "）";
    }

    void audit(Tables tables, PersonId actor, Enrolled student, String result) {
        tables.audit().add(new Audit.Entry(ground.ids().next(), now(), actor, "绑定", number(student), result));
    }

    static Optional<Enrolled> student(Tables tables, BindingRequests.Row request) {
        return tables.students().byNumber(request.season(), request.number());
    }

    static String number(Enrolled student) {
        return student.student().number();
    }

    private int season() {
        return ground.season().year();
    }

    private Instant now() {
        return ground.clock().instant();
    }
}
