package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.status.StudentState;
import gradcheck.message.OutcomeCause;
import gradcheck.message.PersonId;
import gradcheck.outbox.SendOutcome;
import gradcheck.reminders.Explanation;
import gradcheck.reminders.Plan;
import gradcheck.reminders.ReminderRounds;
import gradcheck.store.outbox.RoundRows;
import gradcheck.store.query.Situations.Who;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds that a member of staff starts, plans before they happen, and why somebody got none; on the real bot. */
class RoundsTest {
    private static final Instant NOON = Instant.parse("2027-04-12T04:01:00Z");
    private static final PersonId SECRETARY = new PersonId("jm-xinxi");

    @TempDir
    Path folder;

    private TestBot bot;
    private ReminderRounds rounds;

    @BeforeEach
    void open() throws Exception {
        bot = new TestBot(folder);
        bot.at(NOON);
        bot.sent().clear();
        rounds = new ReminderRounds(bot.made());
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private static ReminderRounds.Request uncollected(String college) {
        return new ReminderRounds.Request(StudentState.UNCOLLECTED, List.of(college), Set.of());
    }

    private ReminderRounds.Preview preview(String college) {
        return bot.store().read(tables -> rounds.preview(tables, uncollected(college), bot.now()));
    }

    private RoundRows.Row start(Duration later) {
        return bot.store()
                .write(tables -> rounds.start(
                        tables, uncollected("文学院"), SECRETARY, bot.now().plus(later)))
                .join();
    }

    private ReminderRounds.Progress progress(RoundRows.Row round) {
        return bot.store().read(tables -> rounds.progress(tables, round.id())).orElseThrow();
    }

    private String why(Who who) {
        Explanation explanation =
                new Explanation(bot.made().season(), bot.made().clock());
        return bot.made().copy().render(bot.store().read(tables -> explanation.why(tables, who.number())));
    }

    @Test
    void a_preview_counts_only_its_colleges_and_shows_what_they_would_read() {
        ReminderRounds.Preview own = preview("文学院");
        assertThat(own.people()).isNotEmpty().allMatch(who -> who.college().equals("文学院"));
        assertThat(preview("").people().size()).isGreaterThan(own.people().size());
        assertThat(bot.store().<List<Who>>read(tables -> rounds.neverSeen(tables, own)))
                .hasSameSizeAs(own.people());
        assertThat(own.sample()).contains("未采集").contains("18 天").contains("0931-8912031");
    }

    @Test
    void a_round_goes_out_once_counts_in_the_cap_and_tells_how_far_it_is() {
        RoundRows.Row round = start(Duration.ZERO);
        bot.at(NOON.plusSeconds(600));
        assertThat(bot.sent()).hasSize(round.people());
        assertThat(progress(round).sent()).isEqualTo(round.people());
        assertThat(preview("文学院").people()).isEmpty();
        assertThat(preview("文学院").capped()).hasSize(round.people());
    }

    @Test
    void a_round_that_waits_can_be_held_and_called_off() {
        RoundRows.Row round = start(Duration.ofMinutes(5));
        assertThat(bot.store().write(t -> rounds.pause(t, round.id())).join()).isTrue();
        bot.at(NOON.plusSeconds(3600));
        assertThat(bot.sent()).isEmpty();
        assertThat(bot.store().write(t -> rounds.cancel(t, round.id())).join()).contains(round.people());
        assertThat(bot.store().write(t -> rounds.resume(t, round.id())).join()).isFalse();
        bot.at(NOON.plusSeconds(7200));
        assertThat(bot.sent()).isEmpty();
        assertThat(progress(round).dropped()).isEqualTo(round.people());
    }

    @Test
    void who_is_refused_by_name_is_known_before_the_next_round() {
        Who first = preview("文学院").people().get(0);
        bot.channelAnswers(new SendOutcome.PartlyRefused(
                "", List.of(new SendOutcome.Refusal(first.person(), OutcomeCause.UNLICENSED))));
        RoundRows.Row round = start(Duration.ZERO);
        bot.at(NOON.plusSeconds(600));
        assertThat(progress(round).refused()).isEqualTo(1);
        assertThat(why(first)).contains("没有接口许可");
        assertThat(preview("文学院").unreachable()).containsOnlyKeys(first);
        RoundRows.Row again = bot.store()
                .write(t -> rounds.resendFailed(t, round.id(), SECRETARY))
                .join()
                .orElseThrow();
        assertThat(again.people()).isEqualTo(1);
    }

    @Test
    void a_round_that_is_called_off_takes_no_rules_reminder_along() {
        bot.at(Instant.parse("2027-04-20T00:45:00Z"));
        bot.sent().clear();
        RoundRows.Row round = start(Duration.ofMinutes(10));
        bot.at(Instant.parse("2027-04-20T00:51:00Z"));
        assertThat(bot.store().write(t -> rounds.cancel(t, round.id())).join()).isPresent();
        bot.at(Instant.parse("2027-04-20T00:56:00Z"));
        assertThat(bot.sent().stream().map(s -> s.to()).distinct().toList())
                .containsAll(preview("文学院").capped().keySet().stream()
                        .map(Who::person)
                        .toList());
        assertThat(preview("文学院").capped()).hasSize(round.people());
    }

    @Test
    void a_plan_reads_like_one_and_changes_nothing() {
        Plan plan = new Plan(bot.made(), bot.reminders());
        List<String> lines = new ArrayList<>();
        for (String moment : List.of("2027-04-20T01:00:00Z", "2027-04-24T02:00:00Z", "2027-04-30T15:00:00Z")) {
            lines.add(bot.store()
                    .read(tables -> plan.at(tables, Instant.parse(moment), 3))
                    .text());
        }
        assertThat(lines.get(0))
                .contains("2027年4月20日 星期二（工作日）")
                .contains("4月30日截止，还有 10 天")
                .contains("还没有写进 config/calendar.yml")
                .contains("差 照片未采集＋未核对")
                .contains("规则 photo-not-collected")
                .contains("下一次：4月");
        assertThat(lines.get(1)).contains("休息日").contains("没有要发的提醒");
        assertThat(lines.get(2)).contains("安静时间");
        assertThat(bot.sent()).isEmpty();
    }
}
