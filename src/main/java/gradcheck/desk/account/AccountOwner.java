package gradcheck.desk.account;

import gradcheck.desk.Desk;
import gradcheck.language.ChoiceSet;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.BindingRequests;
import gradcheck.store.people.BindingRequests.State;
import gradcheck.store.people.Students.Enrolled;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The account that a student is reached by while another one asks to be theirs ({@link AccountRequests}): what it says to
 * that, and how the roster's own takes its row back by writing.
 */
public final class AccountOwner {
    /** So long 是我 and 不是我 are heard as the answer to what was asked. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final ChoiceSet ANSWERS = ChoiceSet.words("account.owner", YES, NO);

    private final Desk.Ground ground;
    private final AccountRequests requests;

    public AccountOwner(Desk.Ground ground) {
        this.ground = ground;
        this.requests = new AccountRequests(ground);
    }

    /** 是我 or 不是我, from the account in use; empty where it was not asked, or says something else. */
    public Optional<Say> ownerSays(Tables tables, PersonId person, String said) {
        Optional<String> answer = ground.language().hear(said).exactly(ANSWERS);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Optional<BindingRequests.Row> request = tables.bindingRequests()
                .latestAbout(person)
                .filter(r -> r.state() != State.ASKING)
                .filter(r -> now().isBefore(r.changedAt().plus(REMEMBERED)));
        Optional<Enrolled> student = request.flatMap(r -> AccountRequests.student(tables, r))
                .filter(s -> s.person().equals(person));
        if (student.isEmpty()) {
            return request.map(r -> AccountPhrases.OWNER_OVER.say());
        }
        return Optional.of(
                answered(tables, request.get(), student.get(), answer.get().equals(YES)));
    }

    private Say answered(Tables tables, BindingRequests.Row request, Enrolled student, boolean yes) {
        if (request.state() != State.OPEN) {
            return AccountPhrases.OWNER_OVER.say();
        }
        AccountNotices notices = new AccountNotices(ground, tables);
        requests.settle(
                tables,
                AccountRequests.about(request) + "|owner",
                yes ? AccountPhrases.BUTTON_ME : AccountPhrases.BUTTON_NOT_ME);
        requests.audit(tables, request.owner(), student, yes ? "owner: yes" : "owner: no");
        if (yes) {
            tables.bindingRequests().put(request.answered(YES, now()));
            notices.tellSecretaries(
                    student,
                    AccountPhrases.YES_NOTICE.with(
                            "who",
                            AccountRequests.who(student),
                            "account",
                            request.person().value(),
                            "number",
                            AccountRequests.number(student)),
                    Optional.empty());
            return AccountPhrases.OWNER_YES.with("secretary", notices.secretary(student));
        }
        tables.bindingRequests().put(request.answered(NO, now()).with(State.REFUSED, now()));
        requests.settle(tables, AccountRequests.about(request), AccountPhrases.BUTTON_REFUSE);
        notices.tell(request.person(), AccountPhrases.REFUSED.with("secretary", notices.secretary(student)));
        notices.tellAll(
                student,
                AccountPhrases.NO_NOTICE.with(
                        "who",
                        AccountRequests.who(student),
                        "account",
                        request.person().value()),
                Optional.empty());
        return AccountPhrases.OWNER_NO.say();
    }

    /**
     * The roster's account writes while another is in use: it is the student's from now on.
     *
     * @param student as found by the roster's account
     */
    public Say takeBack(Tables tables, Enrolled student) {
        AccountNotices notices = new AccountNotices(ground, tables);
        PersonId other = student.person();
        tables.bindings().release(season(), AccountRequests.number(student));
        notices.forget(other);
        requests.close(tables, student, Optional.empty());
        requests.audit(tables, student.listed(), student, "taken back from " + other);
        notices.tell(other, AccountPhrases.BACK_LOST.with("secretary", notices.secretary(student)));
        notices.tellSecretaries(
                student,
                AccountPhrases.BACK_NOTICE.with(
                        "who",
                        AccountRequests.who(student),
                        "account",
                        student.listed().value(),
                        "other",
                        other.value()),
                Optional.empty());
        return AccountPhrases.BACK.say();
    }

    private int season() {
        return ground.season().year();
    }

    private Instant now() {
        return ground.clock().instant();
    }
}
