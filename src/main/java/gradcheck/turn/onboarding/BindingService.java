package gradcheck.turn.onboarding;

import gradcheck.desk.account.AccountRequests;
import gradcheck.domain.Claim;
import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.Audit;
import gradcheck.turn.handoff.StaffNotice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges who says to be which student (engineering-facts §5.13): five wrong claims lock an account for a day or until a
 * secretary unlocks it, twenty for one student make the student rest for a day, and a wrong claim sounds like one for a
 * student who doesn't exist. A right one is a request only ({@link AccountRequests}).
 */
public final class BindingService {
    private static final int MOST_FOR_ONE_STUDENT = 20;
    private static final Duration REST = Duration.ofDays(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private final Season season;
    private final Clock clock;
    private final Ids ids;
    private final AccountRequests requests;
    private final StaffNotice staff;

    public BindingService(Season season, Clock clock, Ids ids, AccountRequests requests, StaffNotice staff) {
        this.season = season;
        this.clock = clock;
        this.ids = ids;
        this.requests = requests;
        this.staff = staff;
    }

    /** What there is to say instead of asking: the account is locked, or its request is under way. */
    Optional<Say> instead(Tables tables, PersonId person) {
        return failures(tables, person) >= AccountRequests.MOST_FAILURES
                ? Optional.of(locked(tables, person))
                : requests.pending(tables, person);
    }

    private int failures(Tables tables, PersonId person) {
        return tables.bindings().failuresOf(person, clock.instant().minus(REST));
    }

    /** Until when: a day after the last wrong claim. */
    private Say locked(Tables tables, PersonId person) {
        Instant last = tables.bindings().lastFailureOf(person).orElseGet(clock::instant);
        return GreetingPhrases.LOCKED.with(
                "until",
                TIME.format(last.plus(REST).atZone(season.zone())),
                "office",
                season.office().name(),
                "phone",
                season.office().phone());
    }

    /**
     * What came of a claim.
     *
     * @param mayRetry whether the person is asked from the start again
     */
    record Judgement(List<Say> says, boolean mayRetry) {}

    /** Takes up the account's request to be the student's, or says that it doesn't fit. */
    Judgement judge(Tables tables, PersonId person, Claim claim) {
        if (triesFor(tables, claim) >= MOST_FOR_ONE_STUDENT) {
            return new Judgement(List.of(contact(GreetingPhrases.RESTING)), false);
        }
        Optional<Enrolled> student = student(tables, claim.number());
        boolean proved =
                tables.bindings().proves(claim, student.map(Enrolled::student).map(Claim::of));
        return proved
                ? new Judgement(List.of(requests.open(tables, person, student.orElseThrow())), false)
                : failed(tables, person, claim, student);
    }

    private Judgement failed(Tables tables, PersonId person, Claim claim, Optional<Enrolled> student) {
        Instant now = clock.instant();
        tables.bindings().failed(person, claim.number(), now, now.minus(REST));
        if (triesFor(tables, claim) == MOST_FOR_ONE_STUDENT) {
            student.ifPresent(s -> rest(tables, person, s));
        }
        int left = AccountRequests.MOST_FAILURES - failures(tables, person);
        if (left > 0) {
            return new Judgement(List.of(GreetingPhrases.FAILED.with("left", left)), true);
        }
        lock(tables, person, student);
        return new Judgement(List.of(locked(tables, person)), false);
    }

    private void rest(Tables tables, PersonId person, Enrolled student) {
        String number = student.student().number();
        audit(tables, person, number, "resting");
        Say notice = GreetingPhrases.RESTING_NOTICE.with(
                "who", who(student), "count", MOST_FOR_ONE_STUDENT, "number", number);
        tell(tables, student, notice, "resting");
    }

    private void lock(Tables tables, PersonId person, Optional<Enrolled> student) {
        audit(tables, person, student.map(s -> s.student().number()).orElse(""), "locked");
        Say notice = student.map(s -> GreetingPhrases.LOCKED_NOTICE.with(
                        "who",
                        who(s),
                        "account",
                        person.value(),
                        "number",
                        s.student().number()))
                .orElseGet(() -> GreetingPhrases.LOCKED_NOBODY.with("account", person.value()));
        student.ifPresent(s -> requests.tellOwnerOfLock(tables, s));
        String occasion = "binding|locked|" + person + "|" + clock.instant().toEpochMilli();
        staff.tell(tables, student.map(s -> s.student().college()).orElse(""), notice, occasion);
    }

    private int triesFor(Tables tables, Claim claim) {
        return tables.bindings().failuresFor(claim.number(), clock.instant().minus(REST));
    }

    private Say contact(Phrase phrase) {
        return phrase.with(
                "office", season.office().name(), "phone", season.office().phone());
    }

    private void tell(Tables tables, Enrolled student, Say notice, String what) {
        LocalDate today = clock.instant().atZone(season.zone()).toLocalDate();
        String occasion = "binding|" + what + "|" + student.student().number() + "|" + today;
        staff.tell(tables, student.student().college(), notice, occasion);
    }

    private Optional<Enrolled> student(Tables tables, String number) {
        return tables.students().byNumber(season.year(), number).or(() -> tables.students()
                .byNumber(season.year(), number.toLowerCase(Locale.ROOT)));
    }

    private static String who(Enrolled student) {
        return student.student().name() + "（" + student.student().number() + "）";
    }

    private void audit(Tables tables, PersonId person, String number, String result) {
        tables.audit().add(new Audit.Entry(ids.next(), clock.instant(), person, "绑定", number, result));
    }
}
