package gradcheck.roster.read;

import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.StaffMembers.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a photo list contradicts what students have said: one message to each who looks after them. */
final class ClashReport {
    /** More would not be read in a chat, and would not fit into one text. */
    private static final int MOST_LINES = 20;

    private final Season season;
    private final Notices notices;
    private final Map<String, List<PhotoChange>> byCollege = new LinkedHashMap<>();

    ClashReport(Season season, Notices notices) {
        this.season = season;
        this.notices = notices;
    }

    void add(PhotoChange change) {
        byCollege
                .computeIfAbsent(change.who().student().college(), c -> new ArrayList<>())
                .add(change);
    }

    void tell(Tables tables, Instant now) {
        Map<PersonId, List<PhotoChange>> changes = new LinkedHashMap<>();
        Map<PersonId, String> names = new LinkedHashMap<>();
        byCollege.forEach((college, ofCollege) -> {
            for (Member member : tables.staff().responsibleFor(college)) {
                changes.computeIfAbsent(member.person(), p -> new ArrayList<>()).addAll(ofCollege);
                names.put(member.person(), member.name());
            }
        });
        changes.forEach((person, ofPerson) -> {
            String content = Notices.digest(
                    ofPerson.stream().map(c -> c.occasion(season)).toList());
            List<Say> says = List.of(report(names.getOrDefault(person, ""), ofPerson));
            notices.tell(tables, person, says, "photo-clash|" + person + "|" + content, now);
        });
    }

    private Say report(String name, List<PhotoChange> changes) {
        List<Say> lines = new ArrayList<>();
        changes.stream().limit(MOST_LINES).forEach(c -> lines.add(line(c)));
        if (changes.size() > MOST_LINES) {
            lines.add(ImportPhrases.CLASHES_MORE.with("count", changes.size() - MOST_LINES));
        }
        return ImportPhrases.CLASHES.with(
                "name",
                name,
                "count",
                changes.size(),
                "lines",
                lines,
                "phone",
                season.office().phone(),
                "first",
                called(changes.get(0).who().student()));
    }

    /** As the desk finds nobody else by. */
    private static String called(Student student) {
        return student.name() + Student.tail(student.number());
    }

    private static Say line(PhotoChange change) {
        Student student = change.who().student();
        String number = student.number();
        return ImportPhrases.CLASH.with(
                "name", student.name(),
                "tail", Student.tail(number),
                "said", change.clash().orElseThrow().title(),
                "state", change.state().photo().title());
    }
}
