package gradcheck.roster.read;

import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.message.OutcomeCause;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list gives an account to a student: nothing of who used it before stays with it, and where it was bound to somebody
 * else, the account and both secretaries hear of it.
 */
final class LostAccounts {
    private final Season season;
    private final Notices notices;

    LostAccounts(Season season, Notices notices) {
        this.season = season;
        this.notices = notices;
    }

    /** After the roster itself was changed, and before anybody is told what else it changed. */
    void giveWay(Tables tables, List<RosterChange> changes, Instant now) {
        changes.stream().filter(c -> c.isAdded() || c.changesAccount()).forEach(c -> giveWay(tables, c, now));
    }

    private void giveWay(Tables tables, RosterChange change, Instant now) {
        PersonId account = change.person();
        Optional<String> bound = tables.bindings().studentOf(season.year(), account);
        tables.bindings().giveWay(season.year(), account);
        boolean isTheirs =
                change.before().filter(b -> b.person().equals(account)).isPresent();
        boolean mayHoldSomething = !change.isAdded()
                || bound.isPresent()
                || tables.acquaintances().of(account).isPresent();
        if (!isTheirs && mayHoldSomething) {
            forget(tables, account, now);
        }
        bound.filter(number -> !number.equals(change.student().number()))
                .flatMap(number -> tables.students().byNumber(season.year(), number))
                .ifPresent(loser -> tell(tables, loser, change, now));
    }

    /** Drafts, open cards and messages that wait are another student's. */
    private static void forget(Tables tables, PersonId account, Instant now) {
        tables.conversations().forget(account);
        tables.cards().openOf(account).forEach(card -> tables.cards().settle(card.taskId()));
        if (tables.staff().rowsOf(account).isEmpty()) {
            tables.outbox().cancelAll(account, OutcomeCause.ACCOUNT_MOVED, now);
        }
    }

    private void tell(Tables tables, Enrolled loser, RosterChange change, Instant now) {
        PersonId account = change.person();
        String occasion = "account-lost|" + season.year() + "|" + account + "|"
                + loser.student().number() + "|" + change.student().number() + "|" + now.toEpochMilli();
        Say lost = ImportPhrases.ACCOUNT_LOST.with(
                "name", change.student().name(), "secretary", secretary(tables, loser.student()));
        notices.tell(tables, account, List.of(lost), occasion, now);
        Say moved = ImportPhrases.ACCOUNT_MOVED.with(
                "account",
                account.value(),
                "who",
                who(loser.student()),
                "to",
                who(change.student()),
                "listed",
                loser.listed().value());
        Set<PersonId> readers =
                new LinkedHashSet<>(tables.staff().accountsFor(loser.student().college()));
        readers.addAll(tables.staff().accountsFor(change.student().college()));
        readers.forEach(reader -> notices.tell(tables, reader, List.of(moved), occasion + "|" + reader, now));
    }

    private String secretary(Tables tables, Student student) {
        return tables.staff().contacts(season, student.college()).secretary();
    }

    private static String who(Student student) {
        return student.name() + "（" + student.number() + "）";
    }
}
