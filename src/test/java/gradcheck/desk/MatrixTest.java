package gradcheck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Student;
import gradcheck.domain.status.StudentState;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.desk.DeskLists;
import gradcheck.store.people.Scope;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.query.Tallies;
import gradcheck.store.record.CorrectionRows;
import gradcheck.turn.Answer;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reaches another college: every command by every name, number, line and file of foreign students. */
class MatrixTest {
    private static final String HOME = "信息科学与工程学院";
    private static final String ABROAD = "文学院";
    private static final List<String> COMMANDS = List.of(
            "查 %s",
            "%s",
            "%s核对了吗",
            "暂停 %s 试试",
            "移出 %s 试试",
            "恢复 %s",
            "绑定 %s",
            "不绑定 %s",
            "解绑 %s",
            "延期 %s 5月1日",
            "重开 %s 试试",
            "纸质照片 %s 已交",
            "纸质照片 %s 需换新",
            "已联系 %s 说好了",
            "回复 %s 你好呀",
            "绑定 %s",
            "不绑定 %s",
            "解绑 %s",
            "为什么 %s 没收到",
            "催一下%s",
            "群发 %s 你好呀",
            "谁是%s",
            "%s的进度",
            "%s没核对的名单",
            "%s没采集照片的有谁");
    private static final List<String> QUESTIONS = List.of(
            "进度",
            "未核对",
            "未采集",
            "待审核",
            "报送",
            "排名",
            "进度图",
            "电话名单",
            "谁写了更正",
            "大家都改了什么",
            "昨天以来有什么变化",
            "港澳台学生有哪些",
            "没打开过的",
            "所有学生名单",
            "全校没核对的",
            "全校名单",
            "导出 确认",
            "导出 更正",
            "导出 统计",
            "导出 照片",
            "导出 名单",
            "导出 日志",
            "文学院进度",
            "文学院没核对的",
            "催办 未核对",
            "确认",
            "确定",
            "发",
            "发吧",
            "发送",
            "确认发送",
            "取消",
            "帮助",
            "撤销",
            "导入",
            "导入 照片");

    private int messages;

    @Test
    void a_secretary_reaches_nobody_of_another_college_by_any_words(@TempDir Path folder) throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            List<Enrolled> foreign = foreign(bot);
            correct(bot, foreign.get(0));
            String before = state(bot);
            PersonId secretary = bot.named("王老师").orElseThrow();
            for (String said : sayings(foreign)) {
                // The last list is made to hold foreign lines, as if the staff list had changed since it was shown.
                bot.store()
                        .write(tables -> {
                            tables.deskLists()
                                    .keep(
                                            secretary,
                                            new DeskLists.Shown(
                                                    StudentFilter.of(StudentState.UNCONFIRMED),
                                                    numbers(foreign),
                                                    true,
                                                    bot.now()));
                            return said;
                        })
                        .join();
                List<String> heard = say(bot, secretary, said);
                assertThat(leaks(heard, foreign, said))
                        .as("%s got %s", said, heard)
                        .isEmpty();
            }
            assertThat(state(bot)).isEqualTo(before);
        }
    }

    @Test
    void every_word_of_the_desk_is_tried(@TempDir Path folder) throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            List<String> sayings = sayings(foreign(bot));
            // 为什么没收到 is how the desk calls the act inside; people put the name in its middle.
            assertThat(new Commands(said -> Optional.empty(), Commands.Asking.NOTHING).words())
                    .filteredOn(word -> !word.equals("为什么没收到"))
                    .allMatch(word -> sayings.stream().anyMatch(said -> said.startsWith(word)));
        }
    }

    /** Every command with every way to name somebody, and every question. */
    private static List<String> sayings(List<Enrolled> foreign) {
        Enrolled victim = foreign.get(0);
        String name = victim.student().name();
        String number = victim.student().number();
        List<String> names = List.of(
                name,
                number,
                name + Student.tail(number),
                Student.tail(number),
                "1",
                "第1个",
                victim.student().className(),
                victim.student().value("ZYMC"),
                ABROAD,
                "文学院的" + name,
                name + "，");
        List<String> sayings = new ArrayList<>();
        for (String command : COMMANDS) {
            names.forEach(n -> sayings.add(command.formatted(n)));
        }
        for (String tag : List.of("1", ABROAD + "1", "文学1", "1 2 3")) {
            sayings.addAll(List.of("通过 " + tag, "退回 " + tag + " 不行", "材料已收 " + tag));
        }
        sayings.addAll(QUESTIONS);
        return sayings;
    }

    /** Foreign names or numbers in what came back, besides what was typed. */
    private static List<String> leaks(List<String> heard, List<Enrolled> foreign, String said) {
        String all = String.join("\n", heard);
        return foreign.stream()
                .flatMap(e -> Stream.of(
                        e.student().name(), e.student().number(), e.student().className()))
                .distinct()
                .filter(word -> !said.contains(word) && all.contains(word))
                .toList();
    }

    private List<String> say(TestBot bot, PersonId person, String said) throws Exception {
        bot.sent().clear();
        bot.cards().clear();
        messages++;
        List<String> heard = new ArrayList<>();
        Answer answer = bot.take(new Incoming.Text(person, "matrix:" + messages, bot.now(), said));
        if (answer instanceof Answer.Says says) {
            heard.add(says.text());
        }
        bot.doWhatIsDue();
        for (TestBot.Sent sent : bot.sent()) {
            heard.add(sent.text());
            if (sent.message() instanceof Outgoing.File file) {
                heard.add(cells(file.attachment().content()));
            }
            assertThat(sent.to()).as("%s wrote to a stranger", said).satisfies(to -> assertThat(abroad(bot, to))
                    .isFalse());
        }
        return heard;
    }

    private static boolean abroad(TestBot bot, PersonId person) {
        return bot.store().read(tables -> tables.students()
                .byPerson(bot.season(), person)
                .filter(e -> !e.student().college().equals(HOME))
                .isPresent());
    }

    private static String cells(byte[] xlsx) throws Exception {
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(
                            cell -> text.append(cell.getStringCellValue()).append('\n')));
        }
        return text.toString();
    }

    private static List<Enrolled> foreign(TestBot bot) {
        return bot.store().read(tables -> {
            Set<String> home = tables.students().ofCollege(bot.season(), HOME).stream()
                    .map(e -> e.student().name())
                    .collect(Collectors.toSet());
            return tables.students().ofCollege(bot.season(), "").stream()
                    .filter(e -> !e.student().college().equals(HOME))
                    .filter(e -> !home.contains(e.student().name()))
                    .sorted(Comparator.comparing(
                            (Enrolled e) -> !e.student().college().equals(ABROAD)))
                    .toList();
        });
    }

    private static List<String> numbers(List<Enrolled> people) {
        return people.stream().map(e -> e.student().number()).toList();
    }

    /** A correction in every state that somebody might be able to move. */
    private static void correct(TestBot bot, Enrolled who) {
        bot.store()
                .write(tables -> {
                    for (CorrectionState state : List.of(
                            CorrectionState.PENDING, CorrectionState.MATERIAL_RECEIVED, CorrectionState.WITH_OFFICE)) {
                        tables.corrections()
                                .add(
                                        new CorrectionRows.Owner(
                                                bot.season(),
                                                who.student().college(),
                                                who.student().number(),
                                                1),
                                        new CorrectionRows.New("ZYMC", "a", "b", "一般信息", state, Map.of()),
                                        bot.now());
                    }
                    return who;
                })
                .join();
    }

    /** Everything about foreign students that an act could change. */
    private static String state(TestBot bot) {
        return bot.store().read(tables -> {
            StringBuilder state = new StringBuilder();
            for (Enrolled e : tables.students().ofCollege(bot.season(), "")) {
                if (!e.student().college().equals(HOME)) {
                    String number = e.student().number();
                    state.append(number)
                            .append(tables.standings().of(bot.season(), number))
                            .append(tables.photoFacts().of(bot.season(), number))
                            .append(tables.calls().of(bot.season(), number))
                            .append(tables.relays().of(bot.season(), number))
                            .append(tables.corrections().of(bot.season(), number))
                            .append(tables.reopenings().of(bot.season(), number, 2))
                            .append(tables.outbox().of(e.person(), 10))
                            .append('\n');
                }
            }
            return state.toString();
        });
    }

    @Test
    void every_query_is_empty_for_who_has_no_college(@TempDir Path folder) throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            StudentQueries.Asked nobody = new StudentQueries.Asked(bot.season(), Scope.of(List.of()));
            bot.store().read(tables -> {
                assertThat(tables.roll().lines(nobody, StudentFilter.EVERYBODY)).isEmpty();
                assertThat(tables.tallies().counts(nobody, StudentFilter.EVERYBODY))
                        .isEmpty();
                assertThat(tables.tallies().shares(nobody, StudentFilter.EVERYBODY, Tallies.Group.CLASS))
                        .isEmpty();
                assertThat(tables.roll().places(nobody)).isEmpty();
                assertThat(tables.roll().nameKeys(nobody, List.of("张三"))).isEmpty();
                assertThat(tables.roll().named(nobody, List.of("张三"))).isEmpty();
                assertThat(tables.roll().endingWith(nobody, "0003")).isEmpty();
                assertThat(tables.corrections().tagged(nobody, 1)).isEmpty();
                return nobody;
            });
        }
    }
}
