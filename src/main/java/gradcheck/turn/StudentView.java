package gradcheck.turn;

import gradcheck.store.Confirmations;
import gradcheck.store.CorrectionRows;
import gradcheck.store.PhotoFacts;
import gradcheck.store.Postponed;
import gradcheck.store.Reopenings;
import gradcheck.store.StaffMembers.Member;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.verification.Contacts;
import gradcheck.verification.PaperPhoto;
import gradcheck.verification.PhotoEvidence;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.Season;
import gradcheck.verification.Standing;
import gradcheck.verification.Student;
import gradcheck.verification.WebPhoto;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is stored about one student's two checks, read once in a turn. */
record StudentView(
        Season season,
        Enrolled enrolled,
        Contacts contacts,
        Optional<Confirmations.Row> confirmation,
        List<CorrectionRows.Row> corrections,
        List<Postponed.Row> postponed,
        Standing standing,
        Map<PhotoFact, PhotoFacts.Noted> facts,
        boolean recordBegun,
        Optional<Reopenings.Row> reopened) {

    static StudentView read(Tables tables, Season season, Enrolled enrolled) {
        Student student = enrolled.student();
        Member secretary = tables.staff().secretariesOf(student.college()).stream()
                .findFirst()
                .orElse(new Member(enrolled.person(), gradcheck.store.StaffMembers.Role.SECRETARY, "", "", "", ""));
        Contacts contacts = season.contacts(student.college(), secretary.name(), secretary.mail(), secretary.phone());
        return new StudentView(
                season,
                enrolled,
                contacts,
                tables.confirmations().latest(season.year(), student.number()),
                tables.corrections().of(season.year(), student.number()),
                tables.postponed().of(season.year(), student.number()),
                tables.standings().of(season.year(), student.number()),
                tables.photoFacts().of(season.year(), student.number()),
                tables.conversations().begun(enrolled.person()).contains("record"),
                tables.reopenings().open(season.year(), student.number()).filter(r -> !r.actor()
                        .equals(enrolled.person().value())));
    }

    Student student() {
        return enrolled.student();
    }

    Optional<PhotoFacts.Noted> fact(PhotoFact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    boolean says(PhotoFact fact, String value) {
        return fact(fact).filter(noted -> noted.value().equals(value)).isPresent();
    }

    /** What the registrar's list and the student say of the photo. */
    PhotoEvidence photo() {
        Optional<PhotoFacts.Noted> said = fact(PhotoFact.WEB);
        return new PhotoEvidence(
                student().webPhoto(),
                enrolled.webPhotoAt(),
                said.flatMap(noted -> WebPhoto.of(noted.value())).orElse(WebPhoto.UNKNOWN),
                said.map(PhotoFacts.Noted::at).orElse(Instant.EPOCH));
    }

    /** Whether nothing is left to be done about the photo and 学信网's record. */
    boolean isPhotoDone() {
        return photo().state() == WebPhoto.ONLINE
                && says(PhotoFact.OWN_CHECK, PhotoFact.RIGHT)
                && says(PhotoFact.CHSI_RECORD, PhotoFact.RIGHT)
                && !says(PhotoFact.NEWEST, PhotoFact.NO)
                && fact(PhotoFact.PAPER)
                        .filter(noted -> !noted.value().equals(PaperPhoto.HANDED_IN.title()))
                        .isEmpty();
    }
}
