package gradcheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gradcheck.app.AppContext;
import gradcheck.app.OlderFolder;
import gradcheck.cli.doctor.UpgradeReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The config folder of 1.0.0, edited in every way, and {@code doctor --upgrade}: nothing that somebody wrote is lost. */
class ConfigUpgradeTest {
    @TempDir
    Path folder;

    @TempDir
    Path data;

    @BeforeEach
    void older() throws Exception {
        OlderFolder.unpack(folder);
    }

    private void edit(String file, String from, String to) throws Exception {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private Environment environment() {
        return new Environment(Map.of(
                "GRADCHECK_CONFIG", folder.toString(),
                "GRADCHECK_DATABASE", "jdbc:sqlite:" + data.resolve("gradcheck.db"),
                "GRADCHECK_DATA_KEY", Base64.getEncoder().encodeToString(new byte[32])));
    }

    /** The report. */
    private String upgrade() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new UpgradeReport(environment()).write(new PrintStream(out, true, StandardCharsets.UTF_8)))
                .as(out.toString(StandardCharsets.UTF_8))
                .isTrue();
        AppContext.open(environment()).close();
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode now(String file) throws Exception {
        return new YAMLMapper().readTree(Files.readString(folder.resolve(file)));
    }

    private JsonNode entry(String file, String name, String value) throws Exception {
        for (JsonNode entry : now(file)) {
            if (entry.path(name).asText().equals(value)) {
                return entry;
            }
        }
        throw new AssertionError("no " + value + " in " + file);
    }

    @Test
    void without_the_upgrade_what_is_missing_is_named_with_the_cure() {
        assertThatThrownBy(() -> AppContext.open(environment()))
                .isInstanceOf(ConfigFaults.class)
                .hasMessageContaining("account.requested")
                .hasMessageContaining("doctor --upgrade");
    }

    @Test
    void a_folder_that_nobody_edited_becomes_the_shipped_one_to_the_letter() throws Exception {
        upgrade();
        for (String file : ShippedConfig.FILES) {
            assertThat(folder.resolve(file)).as(file).hasContent(ShippedConfig.text(file));
        }
        assertThat(folder.resolve("copy.zh.yml.before-upgrade")).exists();
        assertThat(folder.resolve("menu.yml.before-upgrade")).doesNotExist();
        assertThat(upgrade()).contains("没有要写的");
    }

    @Test
    void a_sentence_that_was_edited_stays_and_what_changed_on_both_sides_is_named() throws Exception {
        edit("copy.zh.yml", "  materialNone: 你没有等着交材料的更正。", "  # 我们学院自己的说法\n  materialNone: 没有要交的材料。");
        edit("copy.zh.yml", "\"{date}你自己认领\"", "\"{date}本人认领\"");
        edit("copy.zh.yml", "paused: \"已暂停 {name}", "paused: \"暂停好了 {name}");
        edit("copy.zh.yml", "  taken: 信息都对", "  taken: 三项都对");
        String report = upgrade();
        JsonNode copy = now("copy.zh.yml");
        assertThat(copy.at("/turn/materialNone").asText()).startsWith("没有要交的材料。");
        assertThat(copy.at("/own/bound").asText()).isEqualTo("{date}本人认领");
        assertThat(report).contains("own.bound 您改过，新版本也改了", "{date}本人认领", "{date}绑定");
        assertThat(copy.at("/desk/paused").asText()).contains("{called}");
        assertThat(report).contains("desk.paused 带不过来。您原来的：暂停好了 {name}");
        assertThat(copy.at("/greeting/taken").isMissingNode()).isTrue();
        assertThat(report).contains("greeting.taken 带不过来。您原来的：三项都对");
        assertThat(folder.resolve("copy.zh.yml")).content().contains("  # 我们学院自己的说法\n  materialNone");
        assertThat(folder.resolve("copy.zh.yml.before-upgrade")).content().contains("暂停好了");
    }

    @Test
    void a_field_keeps_its_edited_names_and_learns_who_may_change_it() throws Exception {
        edit("fields.yml", "aliases: [班号, 班]", "aliases: [班号, 班, 行政班]");
        edit("fields.yml", "- {code: KSH", "- {code: XQ, label: 校区, class: GENERAL, check: TEXT}\n- {code: KSH");
        upgrade();
        JsonNode grade = entry("fields.yml", "code", "BH");
        assertThat(grade.path("aliases")).hasSize(3);
        assertThat(grade.path("changed_by").asText()).isEqualTo("college");
        assertThat(grade.path("reopens").asText()).isEqualTo("false");
        assertThat(folder.resolve("fields.yml"))
                .content()
                .contains(
                        "- {code: BH, label: 班级, class: GENERAL, check: TEXT, aliases: [班号, 班, 行政班], changed_by: college")
                .contains("# changed_by ")
                .containsSubsequence("YJBYRQ", "XQ", "KSH");
    }

    @Test
    void answers_and_words_of_the_operator_stay_and_what_they_took_out_stays_out() throws Exception {
        edit("faq.yml", "answer: 信息无误，核对备注不用填，直接确认就可以。", "answer: 备注空着，直接确认。");
        edit(
                "faq.yml",
                "- id: scope\n",
                "- id: canteen\n  facts: [secretary]\n  asks: [二食堂几点开门]\n  needs: [[二食堂]]\n"
                        + "  answer: 这里只管核对，食堂请问后勤。\n  person: secretary\n- id: scope\n");
        String faq = Files.readString(folder.resolve("faq.yml"));
        int from = faq.indexOf("- id: proxy");
        Files.writeString(
                folder.resolve("faq.yml"), faq.substring(0, from) + faq.substring(faq.indexOf("- id: not-this-year")));
        edit("lexicon.yml", "synonyms:\n", "synonyms:\n  二食堂: [后街食堂]\n");
        edit("sayings.txt", "!small\t你好\n", "!small\t你好\ncanteen\t二食堂开了吗\n");
        String sayings = Files.readString(folder.resolve("sayings.txt"));
        Files.writeString(
                folder.resolve("sayings.txt"),
                sayings.replaceAll("(?m)^proxy[\\s|&].*\\R", "").replace("|proxy\t", "\t"));
        upgrade();
        JsonNode edited = entry("faq.yml", "id", "remark-empty");
        assertThat(edited.path("answer").asText()).isEqualTo("备注空着，直接确认。");
        assertThat(edited.has("needs")).isFalse();
        assertThat(entry("faq.yml", "id", "canteen").path("person").asText()).isEqualTo("secretary");
        assertThat(folder.resolve("faq.yml")).content().doesNotContain("id: proxy");
        assertThat(now("lexicon.yml").at("/synonyms/二食堂")).hasSize(1);
        assertThat(now("lexicon.yml").has("weak")).isFalse();
        assertThat(folder.resolve("sayings.txt")).content().contains("canteen\t二食堂开了吗");
    }

    @Test
    void contacts_and_dates_stay_and_the_examples_of_1_0_0_go() throws Exception {
        edit("colleges.yml", "文学院:\n  proof_mail: \"\"", "文学院:\n  proof_mail: wxy@lzu.edu.cn");
        edit("colleges.yml", "party: 信息学院党委办公室 0931-0000011", "party: 信息学院党委 0931-8912345");
        edit("gradcheck.yml", "  season_until: \"\"", "  season_until: 2028-12-31");
        upgrade();
        JsonNode colleges = now("colleges.yml");
        assertThat(colleges.has("化学化工学院")).isFalse();
        assertThat(colleges.at("/文学院/proof_mail").asText()).isEqualTo("wxy@lzu.edu.cn");
        assertThat(colleges.at("/信息科学与工程学院").toString()).contains("8912345").doesNotContain("0931-0000", "example");
        assertThat(now("gradcheck.yml").at("/retention/season_until").asText()).isEqualTo("2028-12-31");
        assertThat(folder.resolve("gradcheck.yml.before-upgrade")).doesNotExist();
    }

    @Test
    void a_file_that_an_editor_of_windows_saved_is_read() throws Exception {
        edit("copy.zh.yml", "  materialNone: 你没有等着交材料的更正。", "  materialNone: 没有要交的材料。");
        Path copy = folder.resolve("copy.zh.yml");
        Files.writeString(copy, "\uFEFF" + Files.readString(copy).replace("\n", "\r\n"));
        upgrade();
        assertThat(now("copy.zh.yml").at("/turn/materialNone").asText()).startsWith("没有要交的材料。");
        assertThat(now("copy.zh.yml").at("/account/requested").asText()).isNotEmpty();
    }

    @Test
    void a_broken_file_is_named_and_nothing_is_written() throws Exception {
        edit("reminders.yml", "rules:", "rules: [");
        assertThatThrownBy(this::upgrade).isInstanceOf(ConfigFaults.class).hasMessageContaining("reminders.yml");
        assertThat(folder.resolve("copy.zh.yml.before-upgrade")).doesNotExist();
    }

    @Test
    void a_folder_that_is_no_config_folder_stays_as_it_is() throws Exception {
        Files.delete(folder.resolve("gradcheck.yml"));
        assertThatThrownBy(this::upgrade).isInstanceOf(ConfigFaults.class).hasMessageContaining("gradcheck.yml");
        assertThat(folder.resolve("gradcheck.yml")).doesNotExist();
    }

    @Test
    void a_second_upgrade_keeps_what_the_first_kept() throws Exception {
        edit("copy.zh.yml", "\"{date}你自己认领\"", "\"{date}本人认领\"");
        upgrade();
        edit("copy.zh.yml", "  lostConfirmation:", "  # weg\n  gone: x\n  lostConfirmation:");
        upgrade();
        assertThat(folder.resolve("copy.zh.yml.before-upgrade")).content().doesNotContain("lostConfirmation");
        assertThat(folder.resolve("copy.zh.yml.before-upgrade-2")).content().contains("gone: x");
    }
}
