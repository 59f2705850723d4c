package gradcheck.config;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.QuietHours;
import gradcheck.reminders.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in the reminders' and the calendar's file is told with its line. */
class RemindersConfigTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("config"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yml")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private List<String> faults() {
        List<String> faults = new java.util.ArrayList<>();
        RemindersConfig.read(folder, faults);
        return faults;
    }

    /** The first line that reads so, counted from 1. */
    private int spoil(String file, String from, String to) throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        int line = 0;
        while (!lines.get(line).contains(from)) {
            line++;
        }
        lines.set(line, lines.get(line).replace(from, to));
        Files.write(folder.resolve(file), lines);
        return line + 1;
    }

    @Test
    void the_shipped_files_are_right() {
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reminders.yml, audience: 照片未采集, audience: 没拍照的",
        "reminders.yml, name: photo-unknown, name: photo-not-collected",
        "reminders.yml, at: \"08:50\", at: \"09:00\"",
        "reminders.yml, at: \"12:20\", at: \"23:10\"",
        "reminders.yml, if_late: send, if_late: maybe",
        "reminders.yml, late_hours: 36, late_hours: soon",
        "reminders.yml, weekday: 周二, weekday: 礼拜二",
        "reminders.yml, text: photo, text: fhoto",
        "reminders.yml, 'days_before: [40, 20, 7, 1]', 'days_before: [40, x, 7, 1]'",
        "reminders.yml, daily_budget: 20000, daily_budget: many",
        "calendar.yml, - 2026-05-01..2026-05-05, - 2026-05-05..2026-05-01",
        "calendar.yml, - 2027-06-09, - 6月9日",
        "calendar.yml, known: false, known: maybe"
    })
    void a_fault_names_its_line(String file, String from, String to) throws Exception {
        int line = spoil(file, from, to);
        assertThat(faults()).anyMatch(fault -> fault.contains(file + " 第 " + line + " 行"));
    }

    @Test
    void a_day_stands_under_its_own_year_but_for_new_years_eve() throws Exception {
        spoil("calendar.yml", "- 2027-01-01", "- 2026-12-30..2027-01-02");
        assertThat(faults()).isEmpty();
        spoil("calendar.yml", "- 2027-06-09", "- 2026-06-09");
        assertThat(faults()).singleElement().asString().contains("2026-06-09 不是 2027 年");
    }

    private void write(String quiet) throws Exception {
        Path file = folder.resolve("reminders.yml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("(?m)^quiet(_from|_to)?:.*\n", "")
                        .replace("people_per_minute:", quiet + "\npeople_per_minute:"));
    }

    private QuietHours quiet() {
        List<String> faults = new java.util.ArrayList<>();
        Optional<Policy> policy = RemindersConfig.read(folder, faults);
        assertThat(faults).isEmpty();
        return policy.orElseThrow().quiet();
    }

    @Test
    void quiet_hours_are_one_block_or_a_list_of_them() throws Exception {
        QuietHours night = QuietHours.between(LocalTime.of(22, 0), LocalTime.of(8, 0));
        assertThat(quiet()).isEqualTo(night);
        write("");
        assertThat(quiet()).isEqualTo(night);
        write("quiet_to: \"07:30\"");
        assertThat(quiet()).isEqualTo(QuietHours.between(LocalTime.of(22, 0), LocalTime.of(7, 30)));
        write("quiet: [\"21:30-08:00\", 13:00 – 14:00]");
        assertThat(quiet().blocks())
                .containsExactly(
                        new QuietHours.Block(LocalTime.of(21, 30), LocalTime.of(8, 0)),
                        new QuietHours.Block(LocalTime.of(13, 0), LocalTime.of(14, 0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "quiet: [\"22:00-08:00\"]|quiet_to: \"08:00\"; quiet 和 quiet_to 是一回事",
                "quiet: []; 一段时间也没有",
                "quiet: \"22:00-08:00\"; 一段时间也没有",
                "quiet: [\"22-8\"]; “22-8”读不懂",
                "quiet: [\"22:00-24:00\"]; “22:00-24:00”读不懂",
                "quiet: [\"22:00-08:00\", \"13:00-13:00\"]; 头和尾是同一刻",
                "quiet_from: \"08:00\"; 头和尾是同一刻",
                "quiet: [\"22:00-08:00\", \"07:00-08:30\"]; 重叠或首尾相接",
                "quiet: [\"22:00-08:00\", \"22:00-08:00\"]; 重叠或首尾相接",
                "quiet: [\"22:00-08:00\", \"08:00-08:30\"]; 重叠或首尾相接",
                "quiet: [\"09:30-09:00\"]; 每天至少留出一个小时",
                "quiet: [\"22:00-08:00\", \"12:00-14:00\"]; 12:20 在安静时间（12:00–14:00）里"
            })
    void quiet_hours_that_make_no_sense_are_told_with_line_and_cure(String written, String said) throws Exception {
        write(written.replace("|", "\n"));
        assertThat(faults()).anyMatch(f -> f.contains("reminders.yml 第 ") && f.contains(said));
    }
}
