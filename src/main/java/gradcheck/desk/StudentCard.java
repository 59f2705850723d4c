package gradcheck.desk;

import gradcheck.message.Phrase.Say;
import gradcheck.store.CorrectionRows;
import gradcheck.store.PhotoFacts;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.RecordField;
import gradcheck.verification.Season;
import gradcheck.verification.Student;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One student as the desk shows them: states and dates, no certificate number, no values of the record. */
record StudentCard(Tables tables, Season season) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    Say of(Enrolled enrolled) {
        Student student = enrolled.student();
        Map<PhotoFact, PhotoFacts.Noted> facts = tables.photoFacts().of(season.year(), student.number());
        return DeskPhrases.STUDENT.with(
                "name", student.name(),
                "tail", Desk.tail(student.number()),
                "className", student.className(),
                "major", student.value("ZYMC"),
                "record", record(student),
                "photo", student.webPhoto().title() + "（" + day(enrolled.webPhotoAt()) + "）",
                "own", noted(facts, PhotoFact.OWN_CHECK),
                "chsi", noted(facts, PhotoFact.CHSI_RECORD),
                "lines", corrections(student));
    }

    private Say record(Student student) {
        return tables.confirmations()
                .latest(season.year(), student.number())
                .map(c -> DeskPhrases.RECORD_DONE.with(
                        "result", c.result(), "date", day(c.confirmedAt()), "receipt", c.receipt()))
                .orElseGet(DeskPhrases.RECORD_OPEN::say);
    }

    private List<Say> corrections(Student student) {
        return tables.corrections().of(season.year(), student.number()).stream()
                .map(this::line)
                .toList();
    }

    private Say line(CorrectionRows.Row row) {
        String label =
                season.fields().byCode(row.field()).map(RecordField::label).orElse(row.field());
        return DeskPhrases.CORRECTION.with(
                "tag",
                row.tag(),
                "field",
                label,
                "category",
                row.category(),
                "state",
                row.state().title());
    }

    private String noted(Map<PhotoFact, PhotoFacts.Noted> facts, PhotoFact fact) {
        PhotoFacts.Noted noted = facts.get(fact);
        return noted == null ? "未做" : noted.value() + "（" + day(noted.at()) + "）";
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(season.zone()));
    }
}
