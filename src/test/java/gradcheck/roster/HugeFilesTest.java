package gradcheck.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is small to send and huge to read is refused within half of the memory that the server has. */
class HugeFilesTest {
    @Test
    void no_workbook_fills_the_memory() throws Exception {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "gradcheck.roster.HugeFiles")
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" KB, "))
                .map(line -> line.substring(0, line.indexOf(", ")))
                .toList();
        assertThat(reader.waitFor()).isZero();
        assertThat(lines)
                .containsExactly(
                        "a shared text of 500 MB: roster.tooLarge",
                        "a shared text of 46 MB: roster.tooLarge",
                        "46 MB of runs in a text: roster.tooLarge",
                        "a text of 46 MB in a cell: roster.tooLarge",
                        "a million shared texts: []",
                        "46 MB of rows of 16,384 columns: roster.tooLarge",
                        "eleven million cells in a row: roster.tooLarge",
                        "a column of ten letters: roster.tooLarge",
                        "a column by two 汉字: roster.tooLarge",
                        "a number of a million digits: roster.tooLarge",
                        "1E999999999: [roster.lostDigits]",
                        "a formula: [roster.noName]",
                        "a field of 5 MB: roster.tooLarge",
                        "2.5 million columns: roster.notXlsx");
    }
}
