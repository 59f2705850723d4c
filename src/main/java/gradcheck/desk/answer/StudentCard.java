package gradcheck.desk.answer;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.act.People;
import gradcheck.desk.review.ReviewQueue;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.Student;
import gradcheck.domain.status.Status;
import gradcheck.domain.status.StudentFacts;
import gradcheck.domain.status.TaskState;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.CorrectionRows;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One student as the desk shows them: states and dates, no certificate number, no values of the record. */
public record StudentCard(DeskContext visit, Tables tables, Season season) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    /** The card, and the line in the audit. */
    public static List<Say> shown(DeskContext visit, Enrolled who) {
        visit.audit("查", who.student().number(), "ok");
        return List.of(new StudentCard(visit, visit.tables(), visit.season()).of(who));
    }

    Say of(Enrolled enrolled) {
        Student student = enrolled.student();
        StudentFacts known = tables.situations()
                .of(season.year(), List.of(student.number()))
                .get(0)
                .facts();
        Status status = Status.of(known, season, visit.today());
        Map<PhotoFact, Noted> facts = known.noted();
        return DeskPhrases.STUDENT.with(
                "name", student.name(),
                "tail", Student.tail(student.number()),
                "className", student.className(),
                "major", student.value("ZYMC"),
                "record", record(student, status),
                "photo",
                        status.photo().state().title() + "（"
                                + day(status.photo().at()) + "）",
                "own", noted(facts, PhotoFact.OWN_CHECK),
                "chsi", noted(facts, PhotoFact.CHSI_RECORD),
                "paper", paper(facts),
                "lines", lines(student),
                "next", next(enrolled, status, known.standing()));
    }

    /** A correction the asker can move on, or else a word to who has not confirmed. */
    private Say next(Enrolled enrolled, Status status, Standing standing) {
        String number = enrolled.student().number();
        Optional<CorrectionRows.Row> row = tables.corrections().of(season.year(), number).stream()
                .filter(r -> ReviewQueue.states(visit).contains(r.state())
                        || (r.state() == CorrectionState.MATERIAL_DUE
                                && !visit.asker().isOffice()))
                .findFirst();
        boolean mayRemind = !status.has(TaskState.CONFIRMED) && standing.isReminded();
        return row.map(r -> ReviewQueue.next(visit, r))
                .orElseGet(() -> mayRemind
                        ? DeskPhrases.NEXT_REMIND_ONE.with("name", People.called(visit, enrolled))
                        : DeskPhrases.NEXT_NONE.say());
    }

    private Say record(Student student, Status status) {
        Phrase done = status.has(TaskState.REOPENED) ? DeskPhrases.RECORD_REOPENED : DeskPhrases.RECORD_DONE;
        return tables.confirmations()
                .latest(season.year(), student.number())
                .map(c -> done.with("result", c.result(), "date", day(c.confirmedAt()), "receipt", c.receipt()))
                .orElseGet(DeskPhrases.RECORD_OPEN::say);
    }

    private List<Say> lines(Student student) {
        List<Say> lines = new ArrayList<>(tables.corrections().of(season.year(), student.number()).stream()
                .map(this::line)
                .toList());
        Standing standing = tables.standings().of(season.year(), student.number());
        if (standing.state() != Standing.State.IN) {
            lines.add(DeskPhrases.STANDING.with(
                    "state", standing.state().title(), "reason", standing.reason(), "date", day(standing.at())));
        }
        standing.until().ifPresent(until -> lines.add(DeskPhrases.UNTIL.with("day", Season.said(until))));
        tables.calls().of(season.year(), student.number()).stream()
                .findFirst()
                .ifPresent(call -> lines.add(DeskPhrases.CALL.with("date", day(call.at()), "result", call.result())));
        return lines;
    }

    private Say line(CorrectionRows.Row row) {
        return DeskPhrases.CORRECTION.with(
                "tag",
                row.tag(),
                "field",
                season.fields().label(row.field()),
                "category",
                row.category(),
                "state",
                row.state().title());
    }

    private Say paper(Map<PhotoFact, Noted> facts) {
        return facts.containsKey(PhotoFact.PAPER) ? noted(facts, PhotoFact.PAPER) : DeskPhrases.NOT_NOTED.say();
    }

    private Say noted(Map<PhotoFact, Noted> facts, PhotoFact fact) {
        Noted noted = facts.get(fact);
        return noted == null
                ? DeskPhrases.NOT_DONE.say()
                : DeskPhrases.NOTED.with("value", noted.value(), "day", day(noted.at()));
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(season.zone()));
    }
}
