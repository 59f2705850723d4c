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

    /** The registrar's word about the photo, else the student's own. */
    WebPhoto webPhoto() {
        WebPhoto registrar = student().webPhoto();
        return registrar == WebPhoto.UNKNOWN || saysNewer()
                ? fact(PhotoFact.WEB)
                        .flatMap(noted -> WebPhoto.of(noted.value()))
                        .orElse(registrar)
                : registrar;
    }

    Instant webPhotoAt() {
        return fact(PhotoFact.WEB)
                .map(PhotoFacts.Noted::at)
                .filter(at -> student().webPhoto() == WebPhoto.UNKNOWN || saysNewer())
                .orElse(enrolled.webPhotoAt());
    }

    /** Who sees the photo online knows more than a list that says collected; a claim never overrules 未采集. */
    private boolean saysNewer() {
        return student().webPhoto() == WebPhoto.COLLECTED && says(PhotoFact.WEB, WebPhoto.ONLINE.title());
    }
}
