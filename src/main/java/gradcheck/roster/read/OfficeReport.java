package gradcheck.roster.read;

import gradcheck.domain.Correction;
import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.domain.value.Masks;
import gradcheck.message.Attachment;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.read.CollegeList.Objection;
import gradcheck.roster.write.ListFile;
import gradcheck.store.Tables;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a college's list says differently, told to everybody at the office: the first in words, all of it as a file. */
final class OfficeReport {
    /** More would not be read in a chat. */
    private static final int MOST_LINES = 10;

    private static final List<String> TITLES = List.of("学号", "姓名", "学院", "字段", "修改前", "修改后");

    private final Season season;
    private final Notices notices;

    OfficeReport(Season season, Notices notices) {
        this.season = season;
        this.notices = notices;
    }

    RosterImport.Held held(Tables tables, List<Objection> objections) {
        return new RosterImport.Held(
                objections.size(), lines(objections), !office(tables).isEmpty());
    }

    /** @param sender the college and the secretary */
    void tell(Tables tables, String sender, List<Objection> objections, Instant now) {
        if (objections.isEmpty()) {
            return;
        }
        List<String> content = new ArrayList<>();
        objections.forEach(o -> {
            content.add(o.student().number());
            o.differences().forEach(d -> content.addAll(List.of(d.field().code(), d.after())));
            content.addAll(o.others());
        });
        String occasion = "college-list|" + season.year() + "|" + Notices.digest(content);
        for (Member member : office(tables)) {
            Say said = ImportPhrases.COLLEGE_SAYS.with(
                    "name", member.name(),
                    "sender", sender,
                    "count", objections.size(),
                    "lines", lines(objections));
            String to = occasion + "|" + member.person();
            if (notices.tell(tables, member.person(), List.of(said), to, now)) {
                notices.send(tables, member.person(), file(objections, now), to + "|file", now);
            }
        }
    }

    private static List<Member> office(Tables tables) {
        return tables.staff().all().stream()
                .filter(m -> m.role() == Role.OFFICE)
                .toList();
    }

    private static List<Say> lines(List<Objection> objections) {
        List<Say> lines = new ArrayList<>();
        objections.stream().limit(MOST_LINES).forEach(o -> lines.add(line(o)));
        if (objections.size() > MOST_LINES) {
            lines.add(ImportPhrases.COLLEGE_SAYS_MORE.with("count", objections.size() - MOST_LINES));
        }
        return lines;
    }

    private static Say line(Objection objection) {
        Student student = objection.student();
        return objection.isNew()
                ? ImportPhrases.COLLEGE_ADDS.with("name", student.name(), "number", student.number())
                : ImportPhrases.COLLEGE_DIFFERS.with(
                        "name",
                        student.name(),
                        "tail",
                        Student.tail(student.number()),
                        "what",
                        String.join("，", objection.lines()));
    }

    /** The whole of it; of a certificate number no more than in a chat. */
    private Attachment file(List<Objection> objections, Instant now) {
        List<List<String>> rows = new ArrayList<>();
        for (Objection objection : objections) {
            if (objection.isNew()) {
                rows.add(row(objection.student(), "", "", notices.rendered(ImportPhrases.COLLEGE_ADDS_CELL.say())));
            }
            for (Correction c : objection.differences()) {
                rows.add(row(
                        objection.student(),
                        c.field().label(),
                        Masks.shown(c.field(), c.before()),
                        Masks.shown(c.field(), c.after())));
            }
            objection.others().forEach(other -> rows.add(row(objection.student(), other, "", "")));
        }
        String title = notices.rendered(ImportPhrases.COLLEGE_FILE.with(
                "day", now.atZone(season.zone()).toLocalDate().toString()));
        return new Attachment(title + ".xlsx", ListFile.of(title, TITLES, rows));
    }

    private static List<String> row(Student student, String field, String before, String after) {
        return List.of(student.number(), student.name(), student.college(), field, before, after);
    }
}
