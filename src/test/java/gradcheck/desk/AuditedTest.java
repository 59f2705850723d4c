package gradcheck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.message.Incoming;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything seen or done leaves a line that names who, what and whom; a refusal, too. */
class AuditedTest {
    @ParameterizedTest
    @CsvSource({
        "查 张三, 查, 320230100003, ok",
        "张三核对了吗, 查, 320230100003, ok",
        "没采集照片的有谁, 问 list, 信息科学与工程学院 照片未采集, ok",
        "暂停 张三 请假, 暂停, 320230100003, ok",
        "纸质照片 张三 已交, 纸质照片, 320230100003, 已交",
        "延期 张三 5月1日, 延期, 320230100003, 2027-05-01",
        "回复 张三 好的, 回复, 320230100003, ok",
        "为什么张三没收到, 为什么没收到, 320230100003, ok",
        "导出 名单, 导出, 信息科学与工程学院, roster",
        "导出 日志, 导出, 日志, refused: the office's",
        "导入 照片, 导入, 照片, refused: the office's",
        "查 黄海生, 查, 黄海生, refused: not found in scope",
        "通过 7, 更正, 7, refused: not found in scope",
        "待审核, 待审核, 信息科学与工程学院, 0",
    })
    void a_message_leaves_its_line(String said, String act, String target, String result, @TempDir Path folder)
            throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            bot.take(new Incoming.Text(bot.named("王老师").orElseThrow(), "audit", bot.now(), said));
            assertThat(lines(bot)).contains("jm-xinxi|" + act + "|" + target + "|" + result);
        }
    }

    @Test
    void the_office_gets_the_lines_as_a_file(@TempDir Path folder) throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            bot.take(new Incoming.Text(bot.named("李老师").orElseThrow(), "audit", bot.now(), "导出 日志"));
            bot.doWhatIsDue();
            assertThat(bot.sent()).anyMatch(s -> s.text().contains("全校日志"));
        }
    }

    private static List<String> lines(TestBot bot) {
        List<String> lines = new ArrayList<>();
        bot.store().read(tables -> {
            tables.audit().each(e -> lines.add(String.join("|", e.actor().value(), e.act(), e.target(), e.result())));
            return lines;
        });
        return lines;
    }
}
