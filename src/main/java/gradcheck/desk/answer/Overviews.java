package gradcheck.desk.answer;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.message.Phrase.Say;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.Tallies.Count;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** How far a place is, what has changed there, and what the corrections are about. */
final class Overviews {
    private Overviews() {}

    /** A block for each college with its classes; the office's whole is one block with its colleges. */
    static List<Say> progress(DeskContext visit, StudentFilter place, boolean ofColleges) {
        List<Count> counts = visit.tables().tallies().counts(visit.asked(), place);
        if (counts.isEmpty()) {
            return List.of(DeskPhrases.EMPTY.with("place", DeskAnswers.placeOf(visit, place)));
        }
        Map<String, List<Count>> byCollege = new LinkedHashMap<>();
        counts.forEach(c ->
                byCollege.computeIfAbsent(c.college(), n -> new ArrayList<>()).add(c));
        boolean whole = visit.asker().isOffice() && place.equals(StudentFilter.EVERYBODY);
        if (whole || (ofColleges && byCollege.size() > 1)) {
            List<Say> lines = byCollege.entrySet().stream()
                    .map(e -> line(e.getKey(), e.getValue()))
                    .toList();
            return List.of(block(visit, visit.asker().sees(), counts, lines));
        }
        List<Say> says = new ArrayList<>();
        byCollege.forEach((college, classes) -> {
            List<Say> lines =
                    classes.stream().map(c -> line(c.className(), List.of(c))).toList();
            boolean isPart = !place.classes().isEmpty() || !place.majors().isEmpty();
            says.add(block(visit, isPart ? DeskAnswers.placeOf(visit, place) : college, classes, lines));
        });
        return says;
    }

    private static Say line(String name, List<Count> counts) {
        return DeskPhrases.CLASS.with(
                "name", name, "confirmed", sum(counts, Count::confirmed), "students", sum(counts, Count::students));
    }

    private static Say block(DeskContext visit, String place, List<Count> counts, List<Say> lines) {
        int students = sum(counts, Count::students);
        int confirmed = sum(counts, Count::confirmed);
        List<Say> shown = new ArrayList<>(lines.size() > 1 ? lines : List.of());
        if (shown.size() > StudentList.MOST) {
            int more = shown.size() - StudentList.MOST;
            shown = new ArrayList<>(shown.subList(0, StudentList.MOST));
            shown.add(DeskPhrases.MORE_GROUPS.with("count", more));
        }
        return DeskPhrases.PROGRESS.with(
                "place", place,
                "students", students,
                "confirmed", confirmed,
                "rate", DeskAnswers.percent(confirmed, students),
                "corrected", sum(counts, Count::corrected),
                "collected", sum(counts, Count::collected),
                "uncollected", sum(counts, Count::uncollected),
                "unknown", sum(counts, Count::unknown),
                "lines", shown,
                "time", visit.time(),
                "next", confirmed == students ? DeskPhrases.NEXT_EXPORT.say() : DeskPhrases.NEXT_UNCONFIRMED.say());
    }

    private static int sum(List<Count> counts, ToIntFunction<Count> of) {
        return counts.stream().mapToInt(of).sum();
    }

    /** What happened in the span, each kind that did. */
    static Say changes(DeskContext visit, StudentFilter sought) {
        StudentFilter since = sought.since().equals(Instant.EPOCH) ? sinceYesterday(visit, sought) : sought;
        List<Say> lines = new ArrayList<>();
        visit.tables()
                .tallies()
                .happened(visit.asked(), since)
                .forEach((what, count) -> lines.add(DeskPhrases.CHANGE.with("state", what, "count", count)));
        String from = visit.time(since.since());
        return lines.isEmpty()
                ? DeskPhrases.NO_CHANGES.with(
                        "place", DeskAnswers.placeOf(visit, sought), "from", from, "time", visit.time())
                : DeskPhrases.CHANGES.with(
                        "place",
                        DeskAnswers.placeOf(visit, sought),
                        "from",
                        from,
                        "lines",
                        lines,
                        "time",
                        visit.time());
    }

    private static StudentFilter sinceYesterday(DeskContext visit, StudentFilter sought) {
        Instant yesterday =
                visit.today().minusDays(1).atStartOfDay(visit.season().zone()).toInstant();
        return new StudentFilter(
                sought.conditions(),
                sought.colleges(),
                sought.classes(),
                sought.majors(),
                sought.field(),
                yesterday,
                sought.until());
    }

    /** Which fields the corrections are about. */
    static Say fields(DeskContext visit, StudentFilter sought) {
        List<Say> lines = visit.tables().tallies().fields(visit.asked(), sought).stream()
                .map(f -> DeskPhrases.CHANGE.with(
                        "state", visit.season().fields().label(f.field()), "count", f.corrections()))
                .toList();
        return lines.isEmpty()
                ? DeskPhrases.NO_CORRECTIONS.with("place", DeskAnswers.placeOf(visit, sought), "time", visit.time())
                : DeskPhrases.FIELDS.with(
                        "place", DeskAnswers.placeOf(visit, sought), "lines", lines, "time", visit.time());
    }
}
