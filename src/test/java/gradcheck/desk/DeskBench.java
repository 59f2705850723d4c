package gradcheck.desk;

import gradcheck.app.TestSettings;
import gradcheck.desk.ask.Grammar;
import gradcheck.desk.file.ListImport;
import gradcheck.desk.file.ParsedFile;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Attachment;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.read.UnreadableFile;
import gradcheck.roster.write.Exports;
import gradcheck.roster.write.ListFile;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.Tables;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.people.Scope;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.query.Tallies;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How long the desk takes for its answers, beside the time of merely counting the roster in the same run; and for files. Times are the
 * processor's, so that a busy machine tells the same.
 *
 * <p>{@code DeskBench [students …]}; run it with {@code -Xmx256m}.
 */
public final class DeskBench {
    private static final List<String> QUESTIONS = List.of(
            "进度",
            "未核对",
            "未采集",
            "还有多少人没核对",
            "哪个班最慢",
            "排名",
            "各班还有多少没核对",
            "昨天以来有什么变化",
            "谁写了更正",
            "谁改了民族",
            "材料没交的有哪些人",
            "谁联系不上",
            "催了没反应的",
            "电话名单",
            "没打开过的",
            "港澳台学生有哪些",
            "证件类型和号码对不上的",
            "没核对也没采集的",
            "今天核对了几个",
            "大家都改了什么",
            "待审核",
            "报送",
            "查 学生7",
            "3202310000077核对了吗",
            "计算7班没核对的有谁",
            "催办 未核对");
    private static final int RUNS = 5;
    /** As in a bot that has been up for a while; the first few answers of a fresh one take up to three times as long. */
    private static final int WARMING_UP = 15;

    private static final int CLASS = 40;
    private static final int COLLEGE = 600;
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");

    private final Season season;
    private final Desk.Ground ground;
    private final Store store;

    private DeskBench(Store store, Desk.Ground ground) {
        this.store = store;
        this.ground = ground;
        this.season = ground.season();
    }

    public static void main(String[] args) throws Exception {
        List<Integer> sizes =
                args.length > 0 ? Arrays.stream(args).map(Integer::valueOf).toList() : List.of(12_000, 120_000);
        System.out.printf(
                "machine: %d cores, JDK %s, load average %.1f, heap at most %d MB%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().maxMemory() / 1024 / 1024);
        System.out.println(
                "| students | who asks | bare count | median answer | slowest answer | which | export | import XLSX |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int size : sizes) {
            measure(size);
        }
    }

    private static void measure(int size) throws Exception {
        Path folder = Files.createTempDirectory("gradcheck-desk");
        SecureRandom random = new SecureRandom();
        FieldCipher seal = new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), random);
        Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        Ids ids = new Ids(clock, random);
        var settings = TestSettings.season();
        Function<Say, String> words = say -> String.valueOf(say.values());
        Desk.Ground ground = new Desk.Ground(
                settings,
                clock,
                ids,
                words,
                TestSettings.language(),
                new Grammar(TestSettings.lexicon(), settings.fields()),
                TestSettings.quiet(),
                TestSettings.rounds(clock, ids),
                new Desk.Entrance(Optional.empty(), random));
        try (Store store = Stores.open("jdbc:sqlite:" + folder.resolve("desk.db"), seal)) {
            DeskBench bench = new DeskBench(store, ground);
            bench.fill(size);
            List<Member> office = List.of(member(Role.OFFICE, ""));
            List<Member> secretary = List.of(member(Role.SECRETARY, "学院0"));
            String files = size > 12_000 ? "| – | – |" : "| " + bench.export() + " | " + bench.imported(size) + " |";
            bench.row(size, "教务处", office, files);
            bench.row(size, "教秘（" + COLLEGE + "人）", secretary, "| | |");
        }
    }

    private static Member member(Role role, String college) {
        return new Member(new PersonId("desk-" + role), role, college, "王", "", "");
    }

    private void row(int size, String who, List<Member> asker, String files) {
        Desk desk = new Desk(ground);
        double floor = median(tables -> tables.tallies()
                .shares(
                        new StudentQueries.Asked(season.year(), Scope.of(asker)),
                        StudentFilter.EVERYBODY,
                        Tallies.Group.COLLEGE));
        Map<String, Double> times = new HashMap<>();
        for (String question : QUESTIONS) {
            times.put(question, median(tables -> answer(desk, question, tables, asker)));
        }
        if (System.getProperty("each") != null) {
            times.forEach((question, millis) -> System.err.printf(Locale.ROOT, "%s %.0f%n", question, millis));
        }
        var slowest =
                times.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        double median = times.values().stream().sorted().toList().get(times.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %.0f ms | %.0f ms (%.1f×) | %.0f ms (%.1f×) | %s %s%n",
                size,
                who,
                floor,
                median,
                median / floor,
                slowest.getValue(),
                slowest.getValue() / floor,
                slowest.getKey(),
                files);
    }

    private static void answer(Desk desk, String question, Tables tables, List<Member> asker) {
        boolean answered = desk.command(question, tables, asker)
                .or(() -> desk.question(question, tables, asker))
                .isPresent();
        if (!answered) {
            throw new IllegalStateException("not understood: " + question);
        }
    }

    /** The middle of some runs, after those that warm up: time of the processor, whatever else the machine is doing. */
    private double median(Consumer<Tables> work) {
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < WARMING_UP + RUNS; run++) {
            double one =
                    store.write(tables -> cpuMillis(() -> work.accept(tables))).join();
            if (run >= WARMING_UP) {
                millis.add(one);
            }
        }
        return millis.stream().sorted().toList().get(RUNS / 2);
    }

    private static double cpuMillis(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private String export() {
        int[] rows = {0};
        double millis = store.read(tables -> cpuMillis(() -> {
            try {
                rows[0] = new Exports(season)
                        .write(
                                new Exports.Order(Exports.Kind.ROSTER, "", Exports.Format.XLSX),
                                tables,
                                new ByteArrayOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        return String.format(Locale.ROOT, "%,d rows in %.1f s", rows[0], millis / 1000);
    }

    private String imported(int size) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Student s = student(i);
            rows.add(List.of(
                    s.number(),
                    s.name(),
                    s.college(),
                    "法学",
                    s.className(),
                    "汉族",
                    "居民身份证",
                    s.value("SFZH"),
                    "20050412",
                    "男"));
        }
        byte[] file =
                ListFile.of("名单", List.of("学号", "姓名", "学院", "专业", "班级", "民族", "证件类型", "证件号码", "出生日期", "性别"), rows);
        List<Member> office = List.of(member(Role.OFFICE, ""));
        Attachment list = new Attachment("名单.xlsx", file);
        List<ParsedFile> read = new ArrayList<>();
        double millis = cpuMillis(() -> {
                    try {
                        read.add(ParsedFile.read(ListImport.Kind.ROSTER, season, LocalDate.of(2027, 3, 15), list));
                    } catch (UnreadableFile e) {
                        throw new IllegalStateException(e);
                    }
                })
                + store.write(tables -> cpuMillis(
                                () -> new ListImport(DeskContext.of(ground, office, tables), read.get(0)).carryOut()))
                        .join();
        return String.format(Locale.ROOT, "%,d changed rows in %.1f s", size, millis / 1000);
    }

    private void fill(int size) {
        store.write(tables -> {
                    tables.staff().replaceAll(List.of(member(Role.OFFICE, ""), member(Role.SECRETARY, "学院0")));
                    return size;
                })
                .join();
        for (int from = 0; from < size; from += 5000) {
            int first = from;
            store.write(tables -> {
                        for (int i = first; i < Math.min(size, first + 5000); i++) {
                            fill(tables, i);
                        }
                        return first;
                    })
                    .join();
        }
    }

    private static Student student(int i) {
        Map<String, String> values = new HashMap<>(Map.of(
                "XH",
                String.format(Locale.ROOT, "3202310%06d", i),
                "XM",
                "学生" + i % 5000,
                "FY",
                "学院" + i / COLLEGE,
                "ZYMC",
                "计算机科学与技术",
                "BH",
                "计算" + i / CLASS + "班",
                "MZ",
                "汉族",
                "ZJLX",
                i % 100 == 0 ? "港澳居民来往内地通行证" : "居民身份证",
                "SFZH",
                String.format(Locale.ROOT, "62999920050412%04d", i % 10000),
                "CSRQ",
                "20050412",
                "XB",
                "男"));
        return new Student(values.get("XH"), values, i % 4 == 0 ? WebPhoto.NOT_COLLECTED : WebPhoto.ONLINE, false);
    }

    /** Three of five have confirmed in four messages, one in twenty with a correction; everybody was sent something. */
    private void fill(Tables tables, int i) {
        Student student = student(i);
        PersonId person = new PersonId(student.number());
        tables.students().put(season.year(), person, student, NOW);
        tables.outbox()
                .queue(
                        new Outbox.New(
                                ground.ids().next(), person, "text", "", Outbox.BULK, NOW, Optional.of("x|" + i)),
                        NOW);
        if (i % 5 < 3) {
            for (int message = 0; message < 4; message++) {
                tables.inbox().take(i + "-" + message, person, NOW.minusSeconds(message));
            }
            boolean corrected = i % 20 == 0;
            String receipt = "2027-" + i + "-1";
            tables.confirmations()
                    .append(new Confirmations.New(
                            season.year(),
                            student.college(),
                            receipt,
                            student.number(),
                            1,
                            corrected ? "有更正" : "无误",
                            NOW,
                            false,
                            List.of(receipt),
                            "00",
                            ""));
            if (corrected) {
                tables.corrections()
                        .add(
                                new CorrectionRows.Owner(season.year(), student.college(), student.number(), 1),
                                new CorrectionRows.New(
                                        "MZ",
                                        "汉族",
                                        "回族",
                                        "关键信息",
                                        i % 40 == 0 ? CorrectionState.MATERIAL_DUE : CorrectionState.WITH_OFFICE,
                                        Map.of()),
                                NOW);
            }
        }
    }
}
