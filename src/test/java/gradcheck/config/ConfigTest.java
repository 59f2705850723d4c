package gradcheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.domain.ChangedBy;
import gradcheck.domain.RecordField;
import gradcheck.message.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped config holds together, and a broken one says all that is wrong at once. */
class ConfigTest {
    @Test
    void every_sentence_is_there_is_used_and_gets_its_values() throws Exception {
        assertThat(gradcheck.copy.Copy.read(Path.of("config/copy.zh.yml")).faults(Phrases.all()))
                .isEmpty();
    }

    @Test
    void a_missing_an_unused_and_a_misfitting_sentence_are_found(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("c.yml"), "a: hi {who}\nb: unused\n");
        assertThat(gradcheck.copy.Copy.read(file).faults(java.util.List.of(Phrase.of("a", "name"), Phrase.of("c"))))
                .hasSize(3);
    }

    @Test
    void every_holder_of_phrases_is_gathered() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            long holders = files.filter(f -> f.toString().endsWith("Phrases.java"))
                    .filter(f -> !f.endsWith("config/Phrases.java"))
                    .count();
            assertThat(Phrases.HOLDERS).hasSize((int) holders);
        }
    }

    @Test
    void all_faults_are_told_together(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("gradcheck.yml"),
                "season: soon\noffice: {name: x}\nretention: {chat_days: 0, season_until: later}\n");
        Environment environment = new Environment(Map.of("GRADCHECK_CONFIG", folder.toString()));
        assertThatThrownBy(() -> Config.read(environment))
                .isInstanceOf(ConfigFaults.class)
                .hasMessageContaining("fields.yml")
                .hasMessageContaining("office.phone")
                .hasMessageContaining("retention.chat_days")
                .hasMessageContaining("retention.season_until")
                .hasMessageContaining("reminders.yml");
    }

    private static String faultsOf(Path folder, Map<String, String> more) {
        java.util.HashMap<String, String> variables = new java.util.HashMap<>(more);
        variables.put("GRADCHECK_CONFIG", folder.toString());
        try {
            Config.read(new Environment(variables));
            return "";
        } catch (ConfigFaults e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Path copied(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(Path.of("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private static void replace(Path folder, String file, String from, String to) throws Exception {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    @Test
    void every_fault_has_its_file_and_line_and_all_come_together(@TempDir Path folder) throws Exception {
        copied(folder);
        replace(folder, "gradcheck.yml", "photo_deadline: 2027-04-30", "photo_deadlime: 2027-04-30");
        replace(folder, "gradcheck.yml", "registration_system: replaced", "registration_system: maybe");
        replace(folder, "gradcheck.yml", "opens: \"\"", "opens: 3月1日");
        replace(folder, "gradcheck.yml", "jxk@lzu.edu.cn", "jxk");
        replace(folder, "fields.yml", "class: POLITICAL", "class: PARTY");
        replace(folder, "fields.yml", "{code: FY,", "{code: XM,");
        Files.writeString(folder.resolve("colleges.yml"), "# 空的\n\n信息学院:\n  secretery: 王老师\n");
        replace(folder, "menu.yml", "name: 图像校对", "name: 毕业证图像校对");
        replace(folder, "menu.yml", "says: 进度", "says: 进展");
        assertThat(faultsOf(folder, Map.of()).lines())
                .hasSize(11)
                .anyMatch(l -> l.contains("gradcheck.yml 第 12 行") && l.contains("photo_deadlime"))
                .anyMatch(l -> l.contains("gradcheck.yml 第 6 行") && l.contains("maybe"))
                .anyMatch(l -> l.contains("gradcheck.yml 第 9 行") && l.contains("3月1日"))
                .anyMatch(l -> l.contains("gradcheck.yml") && l.contains("缺少 photo_deadline"))
                .anyMatch(l -> l.contains("“jxk”"))
                .anyMatch(l -> l.contains("fields.yml 第 12 行") && l.contains("PARTY"))
                .anyMatch(l -> l.contains("fields.yml 第 15 行") && l.contains("XM"))
                .anyMatch(l -> l.contains("少了字段 FY"))
                .anyMatch(l -> l.contains("colleges.yml 第 4 行") && l.contains("secretery"))
                .anyMatch(l -> l.contains("menu.yml 第 5 行") && l.contains("21 字节"))
                .anyMatch(l -> l.contains("menu.yml") && l.contains("进展"));
    }

    @Test
    void who_changes_a_field_and_what_reopens_is_declared_with_safe_defaults(@TempDir Path folder) throws Exception {
        var fields = Config.read(new Environment(Map.of())).season().fields();
        assertThat(fields.inOrder())
                .filteredOn(f -> f.changedBy() == ChangedBy.COLLEGE || !f.reopens())
                .extracting(RecordField::label)
                .containsExactly("班级");
        copied(folder);
        replace(folder, "fields.yml", "check: LIST,", "check: LIST, changed_by: college,");
        replace(folder, "fields.yml", "check: STUDY_LENGTH", "check: STUDY_LENGTH, reopens: false");
        var changed = Config.read(new Environment(Map.of("GRADCHECK_CONFIG", folder.toString())))
                .season()
                .fields();
        assertThat(changed.byCode("CC").orElseThrow().changedBy()).isEqualTo(ChangedBy.COLLEGE);
        assertThat(changed.byCode("CC").orElseThrow().reopens()).isTrue();
        assertThat(changed.byCode("XZ").orElseThrow().reopens()).isFalse();
    }

    @Test
    void what_a_college_may_never_change_and_what_must_reopen_are_faults_with_line_and_cure(@TempDir Path folder)
            throws Exception {
        copied(folder);
        replace(folder, "fields.yml", "check: NAME,", "check: NAME, changed_by: college,");
        replace(folder, "fields.yml", "check: POLITICAL,", "check: POLITICAL, changed_by: college,");
        replace(folder, "fields.yml", "aliases: [院系]", "changed_by: college");
        replace(folder, "fields.yml", "check: SEX", "check: SEX, reopens: false");
        replace(folder, "fields.yml", "changed_by: college, reopens: false}", "changed_by: secretary, reopens: never}");
        assertThat(faultsOf(folder, Map.of()).lines())
                .hasSize(6)
                .anyMatch(l -> l.contains("fields.yml 第 8 行") && l.contains("XM 不能写 changed_by: college"))
                .anyMatch(l -> l.contains("fields.yml 第 9 行") && l.contains("XB 是关键信息，不能写 reopens: false"))
                .anyMatch(l -> l.contains("第 12 行") && l.contains("ZZMM"))
                .anyMatch(l -> l.contains("第 15 行") && l.contains("FY"))
                .anyMatch(l -> l.contains("第 17 行") && l.contains("changed_by 不能是“secretary”，可以写：office、college"))
                .anyMatch(l -> l.contains("第 17 行") && l.contains("reopens 不能是“never”，可以写：true、false"));
    }

    @Test
    void a_key_written_twice_and_a_broken_line_are_named(@TempDir Path folder) throws Exception {
        copied(folder);
        Files.writeString(folder.resolve("colleges.yml"), "文学院: {secretary: a}\n文学院: {secretary: b}\n");
        Files.writeString(folder.resolve("reminders.yml"), "- name: x\n  at: [\n");
        assertThat(faultsOf(folder, Map.of())).contains("colleges.yml 第 2 行", "reminders.yml 第 2 行");
        assertThat(faultsOf(folder.resolve("none"), Map.of())).contains("GRADCHECK_CONFIG");
    }

    @Test
    void a_slip_in_the_words_to_be_understood_says_in_which_file_it_is_and_what_to_do(@TempDir Path folder)
            throws Exception {
        copied(folder);
        replace(folder, "desk.yml", "  TODAY:", "  TODEY:");
        replace(folder, "sayings.txt", ":我确认\t我确认，可以提交", "sumbit\t我确认，可以提交");
        assertThat(faultsOf(folder, Map.of()))
                .contains("desk.yml 有一处写得不对，请照旁边的写法改好", "TODEY")
                .contains("sayings.txt 有一处写得不对", "sumbit");
    }

    @Test
    void a_word_that_was_spoilt_is_told_with_its_line_beside_the_other_faults(@TempDir Path folder) throws Exception {
        copied(folder);
        replace(folder, "copy.zh.yml", "{name}同学好！这是{year}届", "{nmae}同学好！这是{year}届");
        replace(folder, "copy.zh.yml", "  noticeBrief:", "  noticeBreif:");
        replace(folder, "gradcheck.yml", "page_login: wecom", "page_login: wechat");
        replace(folder, "gradcheck.yml", "chat_days: 90", "chat_days: ninety");
        assertThat(faultsOf(folder, Map.of()).lines())
                .hasSize(6)
                .anyMatch(l -> l.contains("doctor --upgrade"))
                .anyMatch(l ->
                        l.contains("copy.zh.yml 第 6 行") && l.contains("record.notice 里") && l.contains("{name} {year}"))
                .anyMatch(l -> l.contains("copy.zh.yml") && l.contains("缺少 record.noticeBrief"))
                .anyMatch(l -> l.contains("copy.zh.yml 第 17 行") && l.contains("record.noticeBreif"))
                .anyMatch(l -> l.contains("wechat") && l.contains("wecom、link"))
                .anyMatch(l -> l.contains("ninety") && l.contains("天数"));
    }

    @Test
    void a_group_of_words_that_is_not_there_is_told_with_its_line(@TempDir Path folder) throws Exception {
        copied(folder);
        replace(folder, "words.yml", "    unseen: [没看过, 没看, $unsure", "    unseen: [没看过, 没看, $unsur");
        replace(folder, "words.yml", "  supposes:", "  suposes:");
        assertThat(faultsOf(folder, Map.of()).lines())
                .anyMatch(l -> l.matches("words.yml 第 1[0-9]{2} 行：.*“unsur”.*"))
                .anyMatch(l -> l.contains("words.yml") && l.contains("缺少 groups.supposes"));
    }

    @Test
    void an_older_folder_without_the_words_is_told_how_they_come(@TempDir Path folder) throws Exception {
        copied(folder);
        Files.delete(folder.resolve("words.yml"));
        assertThat(faultsOf(folder, Map.of()).lines())
                .hasSize(2)
                .anyMatch(l -> l.contains("words.yml"))
                .anyMatch(l -> l.contains("doctor --upgrade"));
    }

    @Test
    void a_file_that_is_no_yaml_is_one_fault_and_lacks_nothing_besides(@TempDir Path folder) throws Exception {
        copied(folder);
        replace(folder, "gradcheck.yml", "office:", "office: x");
        assertThat(faultsOf(folder, Map.of()).lines())
                .singleElement()
                .asString()
                .contains("gradcheck.yml 第 15 行", "YAML");
    }

    @Test
    void a_budget_for_nobody_is_a_fault(@TempDir Path folder) throws Exception {
        copied(folder);
        replace(folder, "reminders.yml", "daily_budget: 20000", "daily_budget: -1");
        replace(folder, "reminders.yml", "people_per_minute: 1000", "people_per_minute: 0");
        assertThat(faultsOf(folder, Map.of())).contains("daily_budget：“-1”", "people_per_minute：“0”");
    }

    @Test
    void the_year_may_be_a_placeholder_and_the_window_has_its_older_name(@TempDir Path folder) throws Exception {
        copied(folder);
        replace(folder, "gradcheck.yml", "photo_deadline: 2027-04-30", "photo_deadline: \"{year}-04-30\"");
        replace(
                folder,
                "gradcheck.yml",
                "record_window:\n  opens: \"\"\n  closes: \"\"",
                "record_closes: \"{year}-03-31\"");
        var variables = Map.of("GRADCHECK_CONFIG", folder.toString(), "GRADCHECK_SEASON", "2028");
        var season = Config.read(new Environment(variables)).season();
        assertThat(season.photoDeadline()).isEqualTo("2028-04-30");
        assertThat(season.recordCloses()).contains(java.time.LocalDate.of(2028, 3, 31));
        assertThat(season.recordOpens()).isEmpty();
        replace(
                folder,
                "gradcheck.yml",
                "record_closes:",
                "record_window: {opens: 2027-04-01, closes: 2027-03-01}\nrecord_closes:");
        assertThat(faultsOf(folder, Map.of())).contains("record_window.closes 是一回事", "closes 比 opens 还早");
        assertThat(faultsOf(folder, Map.of("GRADCHECK_SEASON", "明年"))).contains("GRADCHECK_SEASON 不能是“明年”");
    }

    @Test
    void the_shipped_menu_keeps_the_limits_and_a_full_one_breaks_each_of_them(@TempDir Path folder) throws Exception {
        assertThat(Config.read(new Environment(Map.of())).menu().buttons()).hasSize(3);
        copied(folder);
        String six = "  below: [" + "{name: x, says: 帮助}, ".repeat(6) + "]\n";
        Files.writeString(folder.resolve("menu.yml"), ("- name: a\n" + six).repeat(4) + "- {name: '', says: 帮助}\n");
        assertThat(faultsOf(folder, Map.of())).contains("这里有 5 个", "最多 5 个，这里有 6 个", "这里有 0 字节");
    }
}
