package gradcheck.desk.file;

import gradcheck.desk.Desk;
import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.Chart;
import gradcheck.desk.answer.DeskAnswers;
import gradcheck.desk.answer.StudentList;
import gradcheck.desk.review.ReviewQueue;
import gradcheck.message.Attachment;
import gradcheck.message.Outgoing;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.write.Exports;
import gradcheck.roster.write.ListFile;
import gradcheck.store.Store;
import gradcheck.store.desk.DeskLists;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries.Line;
import gradcheck.store.query.Tallies.Count;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files and pictures at the moment of sending: built beside the writer, so that nobody waits for them, and within what
 * their receiver may see at that moment.
 */
public final class DeskFiles {
    public static final String LIST = "desk.list";
    public static final String PICTURE = "desk.picture";
    static final String EXPORT = "desk.export";
    public static final String SUMMARY = "desk.summary";
    private static final String OURS = "desk.";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("MMdd-HHmm", Locale.CHINA);
    private static final int MOST_BARS = 60;

    private final Store store;
    private final Desk.Ground ground;

    public DeskFiles(Store store, Desk.Ground ground) {
        this.store = store;
        this.ground = ground;
    }

    public static boolean isOurs(Outbox.Row row) {
        return row.kind().startsWith(OURS);
    }

    /** The file a row asks for; empty when its receiver may no longer see it. */
    public Optional<Outgoing> message(Outbox.Row row) {
        return store.read(tables -> {
            List<Member> rows = tables.staff().rowsOf(row.person());
            if (rows.isEmpty()) {
                return Optional.<Outgoing>empty();
            }
            DeskContext visit = DeskContext.of(ground, rows, tables);
            return switch (row.kind()) {
                case LIST -> list(visit, row.body());
                case PICTURE -> picture(visit, StudentFilter.read(row.body()));
                case EXPORT -> export(visit, row.body());
                case SUMMARY -> Optional.of(new Outgoing.File(new ReviewQueue(visit).sheet()));
                default -> Optional.<Outgoing>empty();
            };
        });
    }

    private Optional<Outgoing> list(DeskContext visit, String body) {
        int end = body.indexOf('\n');
        Instant shownAt = Instant.ofEpochMilli(Long.parseLong(body.substring(0, end)));
        StudentFilter sought = StudentFilter.read(body.substring(end + 1));
        List<Line> lines = lines(visit, sought, shownAt);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            rows.add(List.of(
                    StudentList.isOfCorrections(sought) ? "" : Integer.toString(i + 1),
                    line.name(),
                    line.number(),
                    line.college(),
                    line.className(),
                    StudentList.state(visit, line, sought)));
        }
        String title = sought.conditions().isEmpty() ? "名单" : DeskAnswers.titles(sought);
        byte[] file = ListFile.of(title, List.of("行号", "姓名", "学号", "学院", "班级", "状态"), rows);
        return Optional.of(new Outgoing.File(new Attachment(named(visit, title, "xlsx"), file)));
    }

    /** The lines the chat has numbered; anew where another list was shown meanwhile. */
    private static List<Line> lines(DeskContext visit, StudentFilter sought, Instant shownAt) {
        List<Line> now = visit.tables().roll().lines(visit.asked(), sought);
        Optional<DeskLists.Shown> shown = visit.tables()
                .deskLists()
                .of(visit.asker().id())
                .filter(s -> s.at().equals(shownAt) && s.sought().equals(sought));
        if (shown.isEmpty()) {
            return now;
        }
        Map<String, Line> byNumber = new LinkedHashMap<>();
        now.forEach(l -> byNumber.put(l.number(), l));
        return shown.get().numbers().stream()
                .flatMap(n -> byNumber.containsKey(n)
                        ? Stream.of(byNumber.get(n))
                        : visit.tables().roll().among(visit.asked(), List.of(n)).stream())
                .toList();
    }

    /** Only what the receiver may see by now: the whole for the office, a college for its secretary. */
    private Optional<Outgoing> export(DeskContext visit, String body) {
        String[] parts = body.split("\n", 2);
        Exports.Kind kind = Exports.Kind.valueOf(parts[0]);
        String college = parts[1];
        boolean mayHave = visit.asker().isOffice()
                || (!college.isEmpty() && visit.asker().scope().covers(college) && kind != Exports.Kind.AUDIT);
        if (!mayHave) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Exports(visit.season())
                    .write(new Exports.Order(kind, college, Exports.Format.XLSX), visit.tables(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + kind.title() + " into memory", e);
        }
        String name = (college.isEmpty() ? "全校" : college) + Downloads.named(kind);
        return Optional.of(new Outgoing.File(new Attachment(named(visit, name, "xlsx"), out.toByteArray())));
    }

    private Optional<Outgoing> picture(DeskContext visit, StudentFilter place) {
        List<Count> counts = visit.tables().tallies().counts(visit.asked(), place);
        boolean byCollege = visit.asker().isOffice() && place.equals(StudentFilter.EVERYBODY);
        Map<String, Chart.Bar> bars = new LinkedHashMap<>();
        for (Count count : counts) {
            String name = byCollege ? count.college() : count.className();
            Chart.Bar bar = new Chart.Bar(name, count.confirmed(), count.students());
            bars.merge(name, bar, (a, b) -> new Chart.Bar(name, a.done() + b.done(), a.of() + b.of()));
        }
        int done = counts.stream().mapToInt(Count::confirmed).sum();
        int of = counts.stream().mapToInt(Count::students).sum();
        Say whole = DeskPhrases.CHART_WHOLE.with("done", done, "of", of, "rate", DeskAnswers.percent(done, of));
        Chart.Caption caption = new Chart.Caption(
                visit.words(DeskPhrases.CHART_TITLE.with("place", DeskAnswers.placeOf(visit, place))),
                visit.words(whole),
                visit.words(DeskPhrases.CHART_FOOT.with("time", visit.time())));
        byte[] png = Chart.png(caption, bars.values().stream().limit(MOST_BARS).toList());
        return Optional.of(new Outgoing.Picture(new Attachment(named(visit, "进度图", "png"), png)));
    }

    /** A class may be called anything; a file may not. */
    private static String named(DeskContext visit, String title, String ending) {
        String name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}]+", " ").strip();
        return name + "-" + STAMP.format(visit.local()) + "." + ending;
    }
}
