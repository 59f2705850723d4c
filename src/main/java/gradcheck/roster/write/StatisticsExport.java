package gradcheck.roster.write;

import gradcheck.domain.Season;
import gradcheck.store.Tables;
import gradcheck.store.people.Scope;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.query.Tallies;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How far everybody is: a row per class, per college and in all. Who was taken out of the list counts nowhere. */
final class StatisticsExport implements Export {
    private static final String ALL = "合计";
    private static final String WHOLE = "全校";

    private final Season season;
    private final String college;

    StatisticsExport(Season season, String college) {
        this.season = season;
        this.college = college;
    }

    @Override
    public List<String> header() {
        return List.of("学院", "班级", "人数", "已核对", "无误", "有更正", "未核对", "照片已采集", "照片未采集", "照片未知", "完成率");
    }

    @Override
    public void each(Tables tables, Consumer<List<String>> row) {
        Scope scope = college.isEmpty() ? Scope.ALL : new Scope(false, List.of(college));
        StudentQueries.Asked asked = new StudentQueries.Asked(season.year(), scope);
        Map<String, Map<String, Count>> classes = new TreeMap<>();
        tables.tallies().counts(asked, StudentFilter.EVERYBODY).forEach(of -> classes.computeIfAbsent(
                        of.college(), c -> new TreeMap<>())
                .computeIfAbsent(of.className(), c -> new Count())
                .add(of));
        Count whole = new Count();
        classes.forEach((name, counts) -> {
            Count total = new Count();
            counts.forEach((className, count) -> {
                row.accept(count.cells(name, className));
                total.add(count);
            });
            row.accept(total.cells(name, ALL));
            whole.add(total);
        });
        if (college.isEmpty()) {
            row.accept(whole.cells(WHOLE, ALL));
        }
    }

    /** A group of students. */
    private static final class Count {
        private int students;
        private int right;
        private int corrected;
        private int collected;
        private int uncollected;

        void add(Tallies.Count of) {
            students += of.students();
            right += of.confirmed() - of.corrected();
            corrected += of.corrected();
            collected += of.collected();
            uncollected += of.uncollected();
        }

        void add(Count other) {
            students += other.students;
            right += other.right;
            corrected += other.corrected;
            collected += other.collected;
            uncollected += other.uncollected;
        }

        List<String> cells(String college, String className) {
            int confirmed = right + corrected;
            int unknown = students - collected - uncollected;
            double rate = students == 0 ? 0 : 100.0 * confirmed / students;
            return List.of(
                    college,
                    className,
                    Integer.toString(students),
                    Integer.toString(confirmed),
                    Integer.toString(right),
                    Integer.toString(corrected),
                    Integer.toString(students - confirmed),
                    Integer.toString(collected),
                    Integer.toString(uncollected),
                    Integer.toString(unknown),
                    String.format(Locale.ROOT, "%.1f%%", rate));
        }
    }
}
