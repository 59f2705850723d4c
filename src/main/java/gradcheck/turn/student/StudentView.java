package gradcheck.turn.student;

import gradcheck.domain.Contacts;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoEvidence;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.Student;
import gradcheck.domain.status.CorrectionCase;
import gradcheck.domain.status.ListedPhoto;
import gradcheck.domain.status.RecordFacts;
import gradcheck.domain.status.Status;
import gradcheck.domain.status.StudentFacts;
import gradcheck.domain.value.Doubt;
import gradcheck.domain.value.Doubts;
import gradcheck.flows.record.RecordCheck;
import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import gradcheck.store.people.Scope;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Gaps;
import gradcheck.store.record.Postponed;
import gradcheck.store.record.Reopenings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is stored about one student's two checks, as it is within the turn: what every turn needs is read at once,
 * the rest when it is first asked for.
 */
public final class StudentView {
    private final Season season;
    private final Enrolled enrolled;
    private final Optional<Confirmations.Row> confirmation;
    private final List<CorrectionRows.Row> corrections;
    private final Later<List<Doubt>> doubts;
    private final Later<Contacts> contacts;
    private final Later<List<Postponed.Row>> postponed;
    private final Later<Standing> standing;
    private final Later<Map<PhotoFact, Noted>> facts;
    private final Later<Boolean> recordBegun;
    private final Later<Optional<Reopenings.Row>> reopened;
    private final Later<Optional<Gaps.Gap>> gap;
    private final Later<Map<String, List<String>>> listed;

    private StudentView(Tables tables, Season season, Enrolled enrolled) {
        PersonId person = enrolled.person();
        String number = enrolled.student().number();
        int year = season.year();
        this.season = season;
        this.enrolled = enrolled;
        confirmation = tables.confirmations().latest(year, number);
        corrections = tables.corrections().of(year, number);
        doubts = new Later<>(() -> Doubts.of(enrolled.student(), season.fields()));
        contacts = new Later<>(
                () -> tables.staff().contacts(season, enrolled.student().college()));
        postponed = new Later<>(() -> tables.postponed().of(year, number));
        standing = new Later<>(() -> tables.standings().of(year, number));
        facts = new Later<>(() -> tables.photoFacts().of(year, number));
        recordBegun = new Later<>(() -> tables.conversations().begun(person).contains(RecordCheck.NAME));
        gap = new Later<>(() -> tables.gaps().latest(year));
        listed = new Later<>(() -> listed(tables.roll().places(new StudentQueries.Asked(year, Scope.ALL))));
        reopened = new Later<>(() ->
                tables.reopenings().open(year, number).filter(r -> !r.actor().equals(person.value())));
    }

    public static StudentView read(Tables tables, Season season, Enrolled enrolled) {
        return new StudentView(tables, season, enrolled);
    }

    /** Read at most once. */
    private static final class Later<T> {
        private final Supplier<T> read;
        private @Nullable T value;

        Later(Supplier<T> read) {
            this.read = read;
        }

        T get() {
            T known = value;
            if (known == null) {
                known = read.get();
                value = known;
            }
            return known;
        }
    }

    public Season season() {
        return season;
    }

    public Enrolled enrolled() {
        return enrolled;
    }

    /** The latest. */
    public Optional<Confirmations.Row> confirmation() {
        return confirmation;
    }

    public List<CorrectionRows.Row> corrections() {
        return corrections;
    }

    /** What looks wrong in the record. */
    List<Doubt> doubts() {
        return doubts.get();
    }

    public Contacts contacts() {
        return contacts.get();
    }

    List<Postponed.Row> postponed() {
        return postponed.get();
    }

    Standing standing() {
        return standing.get();
    }

    public Map<PhotoFact, Noted> facts() {
        return facts.get();
    }

    /** Whether the first check was begun and not ended. */
    boolean recordBegun() {
        return recordBegun.get();
    }

    /** A secretary's word that the record may be confirmed once more. */
    Optional<Reopenings.Row> reopened() {
        return reopened.get();
    }

    /** The time whose records a restore has lost, the student's confirmation perhaps among them. */
    Optional<Gaps.Gap> gap() {
        return confirmation.isPresent() ? Optional.empty() : gap.get();
    }

    /** What the season's roster holds for the fields that are closed lists there, by the code of the field. */
    Map<String, List<String>> listed() {
        return listed.get();
    }

    private static Map<String, List<String>> listed(List<StudentQueries.Place> places) {
        return Map.of(
                "FY",
                        places.stream()
                                .map(StudentQueries.Place::college)
                                .distinct()
                                .toList(),
                "ZYMC",
                        places.stream()
                                .map(StudentQueries.Place::major)
                                .distinct()
                                .toList(),
                "BH",
                        places.stream()
                                .map(StudentQueries.Place::className)
                                .distinct()
                                .toList());
    }

    public Student student() {
        return enrolled.student();
    }

    Optional<Noted> fact(PhotoFact fact) {
        return Optional.ofNullable(facts().get(fact));
    }

    /** What is open on that day. */
    Status status(LocalDate today) {
        return Status.of(known(), season, today);
    }

    /** All that what is open is derived from. */
    StudentFacts known() {
        RecordFacts record = new RecordFacts(
                confirmation.map(c -> new RecordFacts.Confirmed(c.version(), c.confirmedAt())),
                reopened().map(Reopenings.Row::at),
                corrections.stream()
                        .map(c -> new CorrectionCase(c.tag(), c.field(), c.version(), c.state(), c.updatedAt()))
                        .toList(),
                postponed().stream()
                        .map(p -> new RecordFacts.Postponed(p.field(), p.since()))
                        .toList());
        ListedPhoto listed = new ListedPhoto(
                student().webPhoto(), enrolled.webPhotoAt(), student().retaken());
        return new StudentFacts(record, listed, facts(), standing());
    }

    /** What the registrar's list and the student say of the photo. */
    public PhotoEvidence photo() {
        return known().photo();
    }
}
