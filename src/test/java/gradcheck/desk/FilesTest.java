package gradcheck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.desk.answer.Fonts;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into the chat besides words, read by other eyes than those that wrote it. */
class FilesTest {
    @Test
    void a_long_list_comes_as_a_workbook_whose_cells_are_texts(@TempDir Path folder) throws Exception {
        try (TestBot bot = new TestBot(folder);
                XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file(bot, "未核对")))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(texts(sheet.getRow(0))).containsExactly("行号", "姓名", "学号", "学院", "班级", "状态");
            assertThat(sheet.getLastRowNum()).isEqualTo(42);
            assertThat(texts(sheet.getRow(3)))
                    .containsExactly("3", "周小明", "320230100006", "信息科学与工程学院", "计算2301班", "照片已上网");
            for (Row row : sheet) {
                row.forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING));
            }
            assertThat(sheet.getColumnWidth(3)).isGreaterThan(18 * 256);
        }
    }

    @Test
    void an_export_comes_into_the_chat(@TempDir Path folder) throws Exception {
        try (TestBot bot = new TestBot(folder);
                XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file(bot, "导出 名单")))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(42);
        }
    }

    @Test
    void a_picture_is_as_wide_as_a_phone_shows_well_and_not_empty(@TempDir Path folder) throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file(bot, "进度图")));
            assertThat(image.getWidth()).isEqualTo(900);
            assertThat(image.getHeight()).isBetween(300, 500);
            assertThat(Fonts.hasChinese()).isTrue();
            assertThat(darkPixels(image)).isGreaterThan(2000);
        }
    }

    private static int darkPixels(BufferedImage image) {
        int dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < 80; y++) {
                dark += (image.getRGB(x, y) & 0xFF) < 0x80 ? 1 : 0;
            }
        }
        return dark;
    }

    private static byte[] file(TestBot bot, String said) {
        bot.take(new Incoming.Text(bot.named("王老师").orElseThrow(), "file:" + said, bot.now(), said));
        bot.doWhatIsDue();
        return bot.sent().stream()
                .map(TestBot.Sent::message)
                .flatMap(m -> m instanceof Outgoing.File f
                        ? Stream.of(f.attachment())
                        : m instanceof Outgoing.Picture p ? Stream.of(p.attachment()) : Stream.empty())
                .findFirst()
                .orElseThrow()
                .content();
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.getStringCellValue()));
        return texts;
    }
}
