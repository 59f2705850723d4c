package gradcheck.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.StudentState;
import gradcheck.message.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an office reads before a moment comes: who is due, with which words, and who is not and why. */
class PlanTest extends OnSpringsStore {
    /** Speaks on April 9, 13, 15 and 16 at 12:20; without a deadline on Tuesdays. */
    private static final Rule RECORD = Springtime.rule("record", StudentState.UNCONFIRMED, 7, 3, 1, 0);

    @BeforeEach
    void enrol() {
        enrol("0000", "wang", "王五", "文学院", WebPhoto.NOT_COLLECTED);
        enrolLi();
        enrol("0002", "zhang", "张三", "理学院", WebPhoto.COLLECTED);
    }

    private Plan.Sheet sheet(Season season, String local, int names) {
        Policy policy = Springtime.policy(RECORD);
        Reminders reminders = new Reminders(store(), ground(season, policy));
        return read(tables -> new Plan(ground(season, policy), reminders).at(tables, Springtime.at(local), names));
    }

    private String text(String local) {
        return sheet(Springtime.SEASON, local, 5).text();
    }

    @Test
    void who_is_due_stands_in_groups_of_equal_words_the_largest_first() {
        Plan.Sheet sheet = sheet(Springtime.SEASON, "04-13 12:20", 1);
        assertThat(sheet.people()).isEqualTo(3);
        assertThat(sheet.text())
                .startsWith(
                        """
                        2027年4月13日 星期二（工作日）12:20
                        学籍核对：4月16日截止，还有 3 天；照片采集：4月30日截止，还有 17 天
                        要提醒 3 人，分 2 种说法：""")
                .contains(
                        """
                        1）2 人，差 未核对
                          为什么：规则 record，离4月16日还有 3 天（休息日提前），12:20 发
                          学院：文学院 1、理学院 1
                          名单：李四（0001）等，另有 1 人
                          会收到：
                          【毕业信息核对】还差一件事：
                        """)
                .contains("2）1 人，差 未核对＋照片未采集")
                .contains("名单：王五（0000）\n");
        assertThat(sheet(Springtime.SEASON, "04-13 12:20", 2).text()).contains("名单：李四（0001）、张三（0002）\n");
    }

    @Test
    void what_comes_late_says_of_which_day_it_is() {
        assertThat(text("04-14 12:20")).contains("（4月13日那次没发出，现在补发）");
        assertThat(text("04-13 12:25")).doesNotContain("现在补发");
    }

    @Test
    void who_is_not_reminded_is_counted_with_the_reason() {
        stand("0002", Standing.State.PAUSED);
        reminded("m", new PersonId("wang"), "04-13 09:00", "sent");
        enrol("0004", "zhao", "赵六", "理学院", WebPhoto.COLLECTED);
        confirm("0004");
        change(tables -> tables.unreachable().note(LI, "INVALID", now()));
        assertThat(text("04-13 12:20"))
                .contains("要提醒 1 人，分 1 种说法")
                .contains("不提醒 1 人：当天已经提醒过一次，没有再发")
                .contains("不提醒 1 人：暂停")
                .contains("不提醒 1 人：没有该本人做的事")
                .contains("其中 1 人上次发不到");
    }

    @Test
    void where_everybody_can_be_reached_and_has_something_to_do_nothing_is_said_of_others() {
        assertThat(text("04-13 12:20")).doesNotContain("不提醒").doesNotContain("上次发不到");
    }

    @Test
    void a_quiet_or_idle_moment_says_so_and_names_the_next_day_on_which_anybody_is_due() {
        assertThat(text("04-12 22:00")).contains("这是 22:00–08:00 的安静时间").endsWith("下一次：4月13日 星期二，照现在的情况 3 人。");
        assertThat(text("04-10 10:00")).contains("（休息日）10:00").contains("这一刻没有要发的提醒。");
        assertThat(text("04-17 10:00")).contains("学籍核对：4月16日已截止；").doesNotContain("下一次");
        assertThat(text("04-16 08:30")).contains("学籍核对：4月16日，就是今天；");
    }

    @Test
    void the_next_day_is_looked_for_a_month_ahead_and_counts_stopped_ones_on_the_last_day_alone() {
        assertThat(text("03-10 10:00")).doesNotContain("下一次");
        assertThat(text("03-12 10:00")).contains("下一次：4月9日 星期五，照现在的情况 3 人。");
        change(tables -> tables.mutes().mute(LI, now()));
        assertThat(text("04-14 13:00")).contains("下一次：4月15日 星期四，照现在的情况 2 人。");
        assertThat(text("04-15 13:00")).contains("下一次：4月16日 星期五，照现在的情况 3 人。");
    }

    @Test
    void without_a_deadline_nothing_is_counted_down_and_the_weekly_rule_says_so() {
        Season open = Springtime.season(Optional.empty(), Optional.empty(), false);
        assertThat(sheet(open, "04-13 12:20", 5).text())
                .contains("学籍核对：没有设截止日，不倒数；")
                .contains("规则 record，没有截止日，每周这天 12:20 提一句");
    }

    @Test
    void a_year_whose_notice_is_not_entered_is_said_aloud() {
        assertThat(text("04-13 12:20")).doesNotContain("calendar.yml");
        Policy policy = Springtime.policy(1000, new Calendar(Map.of(), Set.of()), RECORD);
        Reminders reminders = new Reminders(store(), ground(Springtime.SEASON, policy));
        Plan plan = new Plan(ground(Springtime.SEASON, policy), reminders);
        assertThat(read(tables -> plan.at(tables, Springtime.at("04-13 12:20"), 5))
                        .text())
                .contains("注意：2027 年的放假调休安排还没有写进 config/calendar.yml");
    }
}
