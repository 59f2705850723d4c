package gradcheck.desk.account;

import gradcheck.desk.DeskContext;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.people.BindingRequests;
import gradcheck.store.people.BindingRequests.State;
import gradcheck.store.people.Students.Enrolled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a secretary decides about accounts: grants one, refuses it, unties it, unlocks one that failed too often. */
public final class AccountActs {
    /** So long a request that was refused, or lapsed, can still be granted, by who has seen the person since. */
    private static final Duration RECONSIDERED = Duration.ofDays(7);

    private final DeskContext visit;
    private final AccountRequests requests;
    private final AccountNotices notices;

    public AccountActs(DeskContext visit) {
        this.visit = visit;
        this.requests = new AccountRequests(visit.ground());
        this.notices = new AccountNotices(visit.ground(), visit.tables());
    }

    /** 绑定 <学生> [账号]: the secretary has seen the person, or called. */
    public List<Say> grant(Enrolled who, String rest) {
        List<BindingRequests.Row> wanted = pending(who);
        return decided(
                "绑定", who, rest, wanted.isEmpty() ? reconsidered(who) : wanted, request -> granted(who, request));
    }

    /** 不绑定 <学生> [账号]. */
    public List<Say> refuse(Enrolled who, String rest) {
        return decided("不绑定", who, rest, pending(who), request -> refused(who, request));
    }

    private interface Decision {
        Say on(BindingRequests.Row request);
    }

    private List<Say> decided(
            String command, Enrolled who, String rest, List<BindingRequests.Row> wanted, Decision decision) {
        List<BindingRequests.Row> named = wanted.size() == 1 && rest.isBlank()
                ? wanted
                : wanted.stream()
                        .filter(r -> r.person().value().equalsIgnoreCase(rest.strip()))
                        .toList();
        if (named.size() == 1) {
            return List.of(decision.on(named.get(0)));
        }
        if (wanted.isEmpty()) {
            return List.of(AccountPhrases.NO_REQUEST.with("who", AccountRequests.who(who)));
        }
        String accounts = wanted.stream().map(r -> r.person().value()).collect(Collectors.joining("、"));
        return List.of(AccountPhrases.WHICH_REQUEST.with(
                "who",
                AccountRequests.who(who),
                "accounts",
                accounts,
                "command",
                command,
                "number",
                number(who),
                "first",
                wanted.get(0).person().value()));
    }

    private Say granted(Enrolled who, BindingRequests.Row request) {
        int season = visit.season().year();
        PersonId account = request.person();
        visit.tables().bindings().release(season, number(who));
        if (!visit.tables().bindings().bind(season, number(who), account, visit.now())) {
            throw new IllegalStateException("an account with a request is somebody's: " + request.id());
        }
        visit.tables().bindings().unlock(account);
        visit.tables().bindingRequests().put(request.with(State.GRANTED, visit.now()));
        requests.settle(visit.tables(), AccountRequests.about(request), AccountPhrases.CARD_BOUND);
        requests.settle(visit.tables(), AccountRequests.about(request) + "|owner", AccountPhrases.CARD_SETTLED);
        requests.close(visit.tables(), who, Optional.of(account));
        visit.audit("绑定", number(who), "granted to " + account);
        visit.tables().conversations().forget(account);
        notices.forget(who.person());
        String secretary = notices.secretary(who);
        notices.tell(
                account, AccountPhrases.GRANTED.with("secretary", visit.asker().called()));
        earlier(who).forEach(old -> notices.tell(old, AccountPhrases.MOVED_AWAY.with("secretary", secretary)));
        notices.tellSecretaries(
                who,
                by(AccountPhrases.GRANTED_NOTICE, who, account),
                Optional.of(visit.asker().id()));
        return AccountPhrases.GRANT_DONE.with(
                "who", AccountRequests.who(who), "account", account.value(), "number", number(who));
    }

    private Say refused(Enrolled who, BindingRequests.Row request) {
        PersonId account = request.person();
        visit.tables().bindingRequests().put(request.with(State.REFUSED, visit.now()));
        requests.settle(visit.tables(), AccountRequests.about(request), AccountPhrases.BUTTON_REFUSE);
        requests.settle(visit.tables(), AccountRequests.about(request) + "|owner", AccountPhrases.CARD_SETTLED);
        visit.audit("绑定", number(who), "refused to " + account);
        notices.tell(account, AccountPhrases.REFUSED.with("secretary", notices.secretary(who)));
        if (visit.tables().acquaintances().of(who.person()).isPresent()) {
            notices.tell(who.person(), AccountPhrases.OWNER_NO.say());
        }
        notices.tellSecretaries(
                who,
                by(AccountPhrases.REFUSED_NOTICE, who, account),
                Optional.of(visit.asker().id()));
        return AccountPhrases.REFUSE_DONE.with("who", AccountRequests.who(who), "account", account.value());
    }

    /** 解绑 <学生>: back to the roster's account. */
    public List<Say> release(Enrolled who) {
        if (!visit.tables().bindings().release(visit.season().year(), number(who))) {
            return List.of(AccountPhrases.NOT_TIED.with(
                    "who", AccountRequests.who(who), "owner", who.listed().value()));
        }
        PersonId account = who.person();
        visit.audit("解绑", number(who), "untied from " + account);
        notices.forget(account);
        notices.tell(account, AccountPhrases.UNTIED.with("secretary", notices.secretary(who)));
        notices.tell(who.listed(), AccountPhrases.BACK.say());
        notices.tellSecretaries(
                who,
                by(AccountPhrases.UNTIED_NOTICE, who, account),
                Optional.of(visit.asker().id()));
        return List.of(AccountPhrases.UNTIE_DONE.with(
                "who",
                AccountRequests.who(who),
                "account",
                account.value(),
                "owner",
                who.listed().value()));
    }

    /** 恢复 <学生>, where accounts have failed for the student: they may try again. Empty where none has. */
    public Optional<Say> unlock(Enrolled who) {
        List<PersonId> failed = visit.tables().bindings().whoFailedFor(number(who));
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        visit.tables().bindings().unlock(number(who));
        visit.audit("恢复", number(who), "unlocked: " + failed.size());
        failed.forEach(account ->
                notices.tell(account, AccountPhrases.UNLOCKED_TOLD.with("left", AccountRequests.MOST_FAILURES)));
        String accounts = failed.stream().map(PersonId::value).collect(Collectors.joining("、"));
        return Optional.of(AccountPhrases.UNLOCK_DONE.with(
                "who", AccountRequests.who(who), "accounts", accounts, "left", AccountRequests.MOST_FAILURES));
    }

    /** 恢复 <账号>, of an account that failed for nobody who is in the roster: the office's. */
    public Optional<List<Say>> unlockAccount(String named) {
        Optional<PersonId> account = account(named);
        boolean isLocked = visit.asker().isOffice()
                && account.flatMap(visit.tables().bindings()::lastFailureOf).isPresent();
        if (!isLocked) {
            return Optional.empty();
        }
        visit.tables().bindings().unlock(account.get());
        visit.audit("恢复", account.get().value(), "unlocked");
        notices.tell(account.get(), AccountPhrases.UNLOCKED_TOLD.with("left", AccountRequests.MOST_FAILURES));
        return Optional.of(List.of(AccountPhrases.UNLOCK_ACCOUNT_DONE.with(
                "account", account.get().value(), "left", AccountRequests.MOST_FAILURES)));
    }

    private static Optional<PersonId> account(String named) {
        boolean isOne = named.strip().matches("\\S{1," + PersonId.LONGEST + "}");
        return isOne ? Optional.of(new PersonId(named)) : Optional.empty();
    }

    /** Who must know that the student reads elsewhere now. */
    private static List<PersonId> earlier(Enrolled who) {
        List<PersonId> earlier = new ArrayList<>(List.of(who.listed()));
        if (who.isElsewhere()) {
            earlier.add(who.person());
        }
        return earlier;
    }

    private List<BindingRequests.Row> pending(Enrolled who) {
        return of(who).filter(BindingRequests.Row::isPending).toList();
    }

    private List<BindingRequests.Row> reconsidered(Enrolled who) {
        return of(who).filter(r -> r.state() == State.REFUSED || r.state() == State.LAPSED)
                .filter(r -> visit.now().isBefore(r.changedAt().plus(RECONSIDERED)))
                .filter(r -> visit.tables()
                        .students()
                        .byPerson(visit.season().year(), r.person())
                        .isEmpty())
                .toList();
    }

    private Stream<BindingRequests.Row> of(Enrolled who) {
        return visit.tables().bindingRequests().of(visit.season().year(), number(who)).stream();
    }

    private Say by(Phrase phrase, Enrolled who, PersonId account) {
        return phrase.with(
                "who",
                AccountRequests.who(who),
                "account",
                account.value(),
                "by",
                visit.asker().called());
    }

    private static String number(Enrolled who) {
        return who.student().number();
    }
}
