package gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.app.TestBot;
import gradcheck.app.TestSettings;
import gradcheck.config.Environment;
import gradcheck.domain.chain.AuditCheck;
import gradcheck.domain.chain.AuditLine;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.roster.write.ConfirmationFile;
import gradcheck.roster.write.ConfirmationProof;
import gradcheck.roster.write.Exports;
import gradcheck.store.people.Students.Enrolled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A season is purged: nobody of it can be found in any file any more, and the chain still holds. */
class PurgingTest {
    private static final Instant CLOSED = Instant.parse("2027-07-01T02:00:00Z");
    private static final Instant LATER = Instant.parse("2028-01-05T02:00:00Z");

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private TestBot bot;
    private int count;

    @BeforeEach
    void live() throws Exception {
        bot = new TestBot(folder);
        variables.put("GRADCHECK_DATABASE", "jdbc:sqlite:" + folder.resolve("test.db"));
        variables.put("GRADCHECK_DATA_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        confirm("李四", "无误");
        confirm("王五", "民族改为回族", "1", "1", "好了");
        say("张三", "开始核对", "已阅读");
        say("李四", "联系老师", "我的导师是谁", "停止提醒");
        say(staff(), "未核对", "查 李四", "待审核", "催办 未核对", "确认");
        bot.at(bot.now().plus(Duration.ofDays(20)));
        bot.at(CLOSED);
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private String staff() {
        return bot.store().read(t -> t.staff().all().stream()
                .filter(m -> m.college().equals("文学院"))
                .findFirst()
                .orElseThrow()
                .name());
    }

    private void confirm(String who, String... words) {
        say(who, "开始核对", "已阅读");
        say(who, words);
        say(who, "我确认");
    }

    private void say(String who, String... words) {
        PersonId person = bot.named(who).orElseThrow();
        for (String word : words) {
            count++;
            bot.take(new Incoming.Text(person, "n" + count, bot.now(), word));
            bot.doWhatIsDue();
        }
    }

    private Purging purging(Instant at) {
        return new Purging(
                new Environment(Map.copyOf(variables)),
                Clock.fixed(at, ZoneOffset.UTC),
                2027,
                new gradcheck.message.PersonId("terminal:li"));
    }

    private List<Enrolled> everybody() {
        return bot.store().read(t -> t.students().ofCollege(2027, ""));
    }

    /** The texts that may stand nowhere afterwards: numbers, accounts and names of all students. */
    private List<String> personal() {
        List<String> texts = new ArrayList<>();
        for (Enrolled e : everybody()) {
            texts.addAll(List.of(
                    e.student().number(), e.person().value(), e.student().name()));
        }
        return texts;
    }

    private List<String> found(List<String> texts) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                texts.stream()
                        .filter(t -> raw.contains(
                                new String(t.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                        .forEach(t -> found.add(t + " in " + file.getFileName()));
            }
        }
        return found;
    }

    private ConfirmationFile.Verdict verdict() {
        Exports exports = new Exports(TestSettings.season());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfirmationProof proof = bot.store().read(tables -> {
            try {
                return exports.writeProved(
                        new Exports.Order(Exports.Kind.CONFIRMATIONS, "", Exports.Format.CSV), tables, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return ConfirmationFile.check(out.toByteArray(), proof.json().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_season_that_is_open_or_to_be_kept_is_not_purged() throws Exception {
        assertThatThrownBy(() -> purging(LATER).carryOut(() -> "2027")).hasMessageContaining("还没有结束");
        bot.closeSeason();
        assertThatThrownBy(() -> purging(LATER).carryOut(() -> "2028")).hasMessageContaining("没有清除");
        variables.put(
                "GRADCHECK_CONFIG",
                TestBot.copied(folder, Map.of("  season_until", "\"{year}-12-31\""))
                        .toString());
        assertThatThrownBy(() -> purging(Instant.parse("2027-12-31T15:00:00Z")).carryOut(() -> "2027"))
                .hasMessageContaining("要保存到 2027-12-31");
        int students = everybody().size();
        purging(Instant.parse("2027-12-31T16:00:00Z")).preview();
        assertThat(everybody()).hasSize(students);
        purging(Instant.parse("2027-12-31T16:00:00Z")).carryOut(() -> "2027");
        assertThat(everybody()).isEmpty();
    }

    @Test
    void afterwards_nobody_is_found_in_any_file_and_the_chain_holds() throws Exception {
        List<String> personal = personal();
        assertThat(found(personal)).isNotEmpty();
        bot.closeSeason();
        bot.close();
        purging(LATER).carryOut(() -> "2027");
        assertThat(found(personal)).isEmpty();
        bot.restart();
        assertThat(verdict())
                .isInstanceOfSatisfying(ConfirmationFile.Verdict.Intact.class, intact -> assertThat(intact.lines())
                        .isEqualTo(2));
        List<AuditLine> audit = new ArrayList<>();
        bot.store().<Boolean>read(t -> {
            t.audit().each(audit::add);
            return true;
        });
        assertThat(audit).anySatisfy(line -> assertThat(line.act()).isEqualTo("purge"));
        assertThat(audit).anySatisfy(line -> assertThat(line.target()).isEqualTo("(purged)"));
        AuditCheck check = bot.store().read(t -> t.audit().check());
        assertThat(check.fault()).isEmpty();
        assertThat(check.count()).isEqualTo(audit.size());
        assertThat(check.erased()).isPositive();
        Map<String, Long> orphans = bot.store().read(t -> t.references().broken());
        assertThat(orphans).isEmpty();
        assertThatThrownBy(() -> purging(LATER).carryOut(() -> "2027")).hasMessageContaining("清除过了");
    }

    @Test
    void who_is_in_another_season_too_keeps_what_is_theirs() throws Exception {
        bot.closeSeason();
        Enrolled one = bot.store().read(t -> t.students().byName(2027, "李四")).get(0);
        bot.store()
                .write(t -> {
                    t.students().put(2028, one.person(), one.student(), CLOSED);
                    return t;
                })
                .join();
        purging(LATER).carryOut(() -> "2027");
        boolean isMuted = bot.store().read(t -> t.mutes().isMuted(one.person()));
        assertThat(isMuted).isTrue();
        Optional<Enrolled> again =
                bot.store().read(t -> t.students().byNumber(2028, one.student().number()));
        assertThat(again).isPresent();
    }
}
