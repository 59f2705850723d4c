package gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.config.Config;
import gradcheck.config.Environment;
import gradcheck.message.Incoming;
import gradcheck.turn.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new year says what it lacks. */
class SeasonChecklistTest {
    @TempDir
    Path folder;

    private SeasonChecklist checked(Path config, int configured) throws Exception {
        for (String name : java.util.List.of(
                "gradcheck.yml",
                "fields.yml",
                "colleges.yml",
                "reminders.yml",
                "menu.yml",
                "copy.zh.yml",
                "faq.yml",
                "lexicon.yml",
                "sayings.txt",
                "desk.yml",
                "words.yml",
                "calendar.yml")) {
            if (!Files.exists(config.resolve(name))) {
                Files.copy(Path.of("config", name), config.resolve(name));
            }
        }
        var variables = Map.of("GRADCHECK_CONFIG", config.toString(), "GRADCHECK_SEASON", "" + configured);
        SeasonChecklist checklist = new SeasonChecklist(Config.read(new Environment(variables)), 2028);
        try (TestBot bot = new TestBot(folder)) {
            bot.store().read(tables -> {
                try {
                    checklist.check(tables);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return 0;
            });
        }
        return checklist;
    }

    @Test
    void everything_that_still_speaks_of_the_old_year_is_named() throws Exception {
        Path config = Files.createDirectory(folder.resolve("config"));
        String copy = Files.readString(Path.of("config/copy.zh.yml")).replaceFirst("\\{year}届", "2027届");
        Files.writeString(config.resolve("copy.zh.yml"), copy);
        Files.writeString(config.resolve("calendar.yml"), "years:\n  2027: {known: true, off: [], work: []}\n");
        SeasonChecklist checklist = checked(config, 2027);
        assertThat(checklist.missing()).isEqualTo(4);
        assertThat(checklist.lines())
                .anyMatch(l -> l.startsWith("□") && l.contains("2027，请改成 2028"))
                .anyMatch(l -> l.startsWith("□") && l.contains("写死了“2027届”"))
                .anyMatch(l -> l.startsWith("□") && l.contains("2027-04-30"))
                .anyMatch(l -> l.startsWith("□") && l.contains("calendar.yml"))
                .anyMatch(l -> l.startsWith("✓") && l.contains("文学院 有教秘"))
                .anyMatch(l -> l.startsWith("－") && l.contains("还没有名单"));
    }

    @Test
    void a_year_that_is_ready_lacks_nothing() throws Exception {
        Path config = Files.createDirectory(folder.resolve("config"));
        String main = Files.readString(Path.of("config/gradcheck.yml")).replace("2027-04-30", "{year}-04-30");
        Files.writeString(config.resolve("gradcheck.yml"), main.replace(": {year}-04-30", ": \"{year}-04-30\""));
        Files.writeString(config.resolve("calendar.yml"), "years:\n  2028: {known: true, off: [], work: []}\n");
        SeasonChecklist checklist = checked(config, 2028);
        assertThat(checklist.lines()).noneMatch(l -> l.startsWith("□"));
        assertThat(checklist.missing()).isZero();
    }

    @Test
    void who_belongs_to_an_earlier_year_is_told_that_it_is_over() throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            var li = bot.named("李四").orElseThrow();
            bot.moveToSeason(2028);
            Answer answer = bot.take(new Incoming.Text(li, "k", bot.now(), "开始核对"));
            assertThat(((Answer.Says) answer).text()).contains("2027届", "已经结束");
        }
    }
}
