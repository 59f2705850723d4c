package gradcheck.turn;

import gradcheck.message.PersonId;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Audit;
import gradcheck.store.Ids;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.verification.Claim;
import gradcheck.verification.Season;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges who says to be which student (engineering-facts §5.13): five wrong claims lock an account until a secretary
 * unlocks it, twenty for one student make the student rest for a day, and a wrong claim sounds like one for a student who
 * doesn't exist.
 */
final class Claims {
    private static final int MOST_FAILURES = 5;
    private static final int MOST_FOR_ONE_STUDENT = 20;
    private static final Duration REST = Duration.ofDays(1);

    private final Season season;
    private final Clock clock;
    private final Ids ids;
    private final Greeting greeting;
    private final StaffNotice staff;

    Claims(Season season, Clock clock, Ids ids, Greeting greeting, StaffNotice staff) {
        this.season = season;
        this.clock = clock;
        this.ids = ids;
        this.greeting = greeting;
        this.staff = staff;
    }

    boolean isLocked(Tables tables, PersonId person) {
        return tables.bindings().failuresOf(person) >= MOST_FAILURES;
    }

    /**
     * What came of a claim.
     *
     * @param mayRetry whether the person is asked from the start again
     */
    record Judgement(List<Say> says, boolean mayRetry) {}

    /** Binds the account to the student, or says that it doesn't fit. */
    Judgement judge(Tables tables, PersonId person, Claim claim) {
        if (triesFor(tables, claim) >= MOST_FOR_ONE_STUDENT) {
            return new Judgement(List.of(contact(GreetingPhrases.RESTING)), false);
        }
        Optional<Enrolled> student = student(tables, claim.number());
        boolean proved =
                tables.bindings().proves(claim, student.map(Enrolled::student).map(Claim::of));
        return proved ? proved(tables, person, student.orElseThrow()) : failed(tables, person, claim, student);
    }

    private Judgement proved(Tables tables, PersonId person, Enrolled student) {
        String number = student.student().number();
        // Whoever has the account of the roster and uses it must not lose it to somebody who knows six digits.
        boolean isUsed = tables.acquaintances().of(student.person()).isPresent();
        if (isUsed || !tables.bindings().bind(season.year(), number, person, clock.instant())) {
            return taken(tables, person, student);
        }
        tables.bindings().unlock(person);
        audit(tables, person, number, "ok");
        Enrolled bound = tables.students().byPerson(season.year(), person).orElseThrow();
        List<Say> says = new ArrayList<>(List.of(GreetingPhrases.BOUND.say()));
        says.addAll(greeting.first(StudentView.read(tables, season, bound), Optional.empty())
                .says());
        return new Judgement(says, false);
    }

    private Judgement taken(Tables tables, PersonId person, Enrolled student) {
        audit(tables, person, student.student().number(), "taken");
        Say notice = GreetingPhrases.TAKEN_NOTICE.with("who", who(student), "account", person.value());
        tell(tables, student, notice, "taken|" + person);
        String secretary = StudentView.read(tables, season, student).contacts().secretary();
        return new Judgement(List.of(GreetingPhrases.TAKEN.with("secretary", secretary)), false);
    }

    private Judgement failed(Tables tables, PersonId person, Claim claim, Optional<Enrolled> student) {
        tables.bindings().failed(person, claim.number(), clock.instant());
        if (triesFor(tables, claim) == MOST_FOR_ONE_STUDENT) {
            student.ifPresent(s -> rest(tables, person, s));
        }
        int left = MOST_FAILURES - tables.bindings().failuresOf(person);
        if (left > 0) {
            return new Judgement(List.of(GreetingPhrases.FAILED.with("left", left)), true);
        }
        lock(tables, person, student);
        return new Judgement(List.of(contact(GreetingPhrases.LOCKED)), false);
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
