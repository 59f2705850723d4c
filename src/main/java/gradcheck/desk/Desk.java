package gradcheck.desk;

import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Audit;
import gradcheck.store.Ids;
import gradcheck.store.Overview;
import gradcheck.store.StaffMembers.Member;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.verification.Season;
import java.text.Normalizer;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers secretaries for their own colleges, and the registrar's office for all, from what is stored now. */
public final class Desk {
    /** More lines than this nobody reads on a phone. */
    private static final int MOST_LINES = 20;

    private static final int TAIL = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private final Season season;
    private final Clock clock;
    private final Ids ids;

    public Desk(Season season, Clock clock, Ids ids) {
        this.season = season;
        this.clock = clock;
        this.ids = ids;
    }

    /** What the desk says to this; empty when it is nothing for the desk. */
    public Optional<List<Say>> hear(String text, Tables tables, List<Member> asker) {
        String said = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("[\\p{Punct}。，！？]+$", "");
        Scope scope = Scope.of(asker);
        Optional<List<Say>> answer =
                switch (said) {
                    case "进度" -> Optional.of(each(scope, c -> progress(tables, c)));
                    case "未核对" -> Optional.of(each(scope, c -> unconfirmed(tables, c)));
                    case "未采集" -> Optional.of(each(scope, c -> uncollected(tables, c)));
                    case "帮助" -> Optional.of(List.of(help()));
                    default -> said.startsWith("查")
                            ? Optional.of(List.of(lookUp(said.substring(1).strip(), tables, asker)))
                            : Optional.empty();
                };
        answer.ifPresent(
                says -> audit(tables, asker, said.startsWith("查") ? "查" : said, String.join("、", scope.colleges())));
        return answer;
    }

    public Say help() {
        return DeskPhrases.HELP.say();
    }

    private static List<Say> each(Scope scope, java.util.function.Function<String, Say> answer) {
        return scope.colleges().stream().map(answer).toList();
    }

    private Say progress(Tables tables, String college) {
        List<Overview.Count> classes = tables.overview().byClass(season.year(), college);
        int students = sum(classes, Overview.Count::students);
        if (students == 0) {
            return DeskPhrases.EMPTY.with("college", named(college));
        }
        int confirmed = sum(classes, Overview.Count::confirmed);
        List<Say> lines = classes.stream()
                .map(c -> DeskPhrases.CLASS.with(
                        "name", c.className(), "confirmed", c.confirmed(), "students", c.students()))
                .limit(MOST_LINES)
                .toList();
        return DeskPhrases.PROGRESS.with(
                "college",
                named(college),
                "students",
                students,
                "confirmed",
                confirmed,
                "rate",
                Math.round(100.0 * confirmed / students) + "%",
                "corrected",
                sum(classes, Overview.Count::corrected),
                "photos",
                DeskPhrases.PHOTOS.with(
                        "collected", sum(classes, Overview.Count::collected),
                        "uncollected", sum(classes, Overview.Count::uncollected),
                        "unknown", sum(classes, Overview.Count::unknown)),
                "classes",
                lines,
                "time",
                now());
    }

    private Say unconfirmed(Tables tables, String college) {
        List<Overview.Line> lines = tables.overview().unconfirmed(season.year(), college);
        return whoIsLeft(DeskPhrases.UNCONFIRMED, lines, college, total(tables, college));
    }

    private Say uncollected(Tables tables, String college) {
        List<Overview.Line> lines = tables.overview().uncollected(season.year(), college);
        return whoIsLeft(DeskPhrases.UNCOLLECTED, lines, college, total(tables, college));
    }

    private Say whoIsLeft(Phrase phrase, List<Overview.Line> lines, String college, int of) {
        if (lines.isEmpty()) {
            return DeskPhrases.NONE_LEFT.with("college", named(college), "of", of, "time", now());
        }
        Map<String, Object> values = Map.of(
                "college", named(college), "count", lines.size(), "of", of, "lines", listed(lines), "time", now());
        return phrase.with(values);
    }

    private static List<Say> listed(List<Overview.Line> lines) {
        List<Say> says = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
            Overview.Line line = lines.get(i);
            says.add(DeskPhrases.LINE.with(
                    "number", i + 1,
                    "name", line.name(),
                    "tail", tail(line.number()),
                    "className", line.className(),
                    "state", line.webPhoto()));
        }
        if (lines.size() > MOST_LINES) {
            says.add(DeskPhrases.MORE.with("count", lines.size() - MOST_LINES));
        }
        return says;
    }

    private Say lookUp(String typed, Tables tables, List<Member> asker) {
        if (typed.isEmpty()) {
            return DeskPhrases.WHO.say();
        }
        Scope scope = Scope.of(asker);
        List<Enrolled> found = new Lookup(tables, season.year())
                .named(typed).stream()
                        .filter(e -> scope.covers(e.student().college()))
                        .toList();
        if (found.isEmpty()) {
            return DeskPhrases.NOT_FOUND.with("typed", typed);
        }
        if (found.size() > 1) {
            return which(found);
        }
        audit(tables, asker, "看", found.get(0).student().number());
        return new StudentCard(tables, season).of(found.get(0));
    }

    private static Say which(List<Enrolled> found) {
        List<Say> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_LINES, found.size()); i++) {
            var student = found.get(i).student();
            lines.add(DeskPhrases.LINE.with(
                    "number", i + 1,
                    "name", student.name(),
                    "tail", tail(student.number()),
                    "className", student.className(),
                    "state", student.webPhoto().title()));
        }
        var first = found.get(0).student();
        return DeskPhrases.WHICH.with(
                "name", first.name(), "lines", lines, "example", first.name() + tail(first.number()));
    }

    private int total(Tables tables, String college) {
        return sum(tables.overview().byClass(season.year(), college), Overview.Count::students);
    }

    private static int sum(List<Overview.Count> counts, java.util.function.ToIntFunction<Overview.Count> of) {
        return counts.stream().mapToInt(of).sum();
    }

    private String now() {
        return TIME.format(clock.instant().atZone(season.zone()));
    }

    private static String named(String college) {
        return college.isEmpty() ? "全校" : college;
    }

    static String tail(String number) {
        return number.substring(Math.max(0, number.length() - TAIL));
    }

    private void audit(Tables tables, List<Member> asker, String act, String target) {
        tables.audit()
                .add(new Audit.Entry(ids.next(), clock.instant(), asker.get(0).person(), act, target, "ok"));
    }
}
