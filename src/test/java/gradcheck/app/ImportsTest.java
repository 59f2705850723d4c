package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.WebPhoto;
import gradcheck.message.PersonId;
import gradcheck.roster.read.PhotoImport;
import gradcheck.roster.read.RosterImport;
import gradcheck.store.record.CorrectionRows;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A later file changes what is stored, closes and opens tasks by itself, and tells whom it concerns, once. */
class ImportsTest extends OnABot {
    private static final String TITLES = "学号,姓名,学院,民族\n";
    private static final String LI = "320230100001,李四,信息科学与工程学院,";
    private static final String LI_NUMBER = "320230100001";

    private void confirm(String... before) {
        say("开始核对");
        say("已阅读");
        List.of(before).forEach(this::say);
        if (before.length == 0) {
            say("无误");
        }
        assertThat(say("我确认")).contains("回执号");
    }

    private List<String> told(PersonId person) {
        bot.doWhatIsDue();
        return bot.sent().stream()
                .filter(s -> s.to().equals(person))
                .map(TestBot.Sent::text)
                .toList();
    }

    private RosterImport.Outcome roster(String rows) {
        return bot.importRoster(TITLES + rows, false);
    }

    private CorrectionState correction() {
        List<CorrectionRows.Row> rows = bot.store().read(t -> t.corrections().of(bot.season(), LI_NUMBER));
        assertThat(rows).hasSize(1);
        return rows.get(0).state();
    }

    @Test
    void a_wish_that_has_come_true_is_closed_and_the_student_is_told_once() {
        confirm("民族改为回族", "1", "1");
        assertThat(correction()).isEqualTo(CorrectionState.MATERIAL_DUE);
        RosterImport.Outcome outcome = roster(LI + "回族\n");
        assertThat(outcome.settled()).isEqualTo(1);
        assertThat(outcome.reopened()).isZero();
        assertThat(outcome.changed()).isEqualTo(1);
        assertThat(correction()).isEqualTo(CorrectionState.IN_SYSTEM);
        assertThat(told(student)).singleElement().asString().contains("汉族→回族", "进度");
        RosterImport.Outcome again = roster(LI + "回族\n");
        assertThat(again.told() + again.settled() + again.changed()).isZero();
        assertThat(told(student)).hasSize(1);
    }

    @Test
    void another_change_of_a_confirmed_record_reopens_it_and_names_the_field() {
        confirm();
        assertThat(bot.importRoster(TITLES + LI + "满族\n", true).reopened()).isEqualTo(1);
        assertThat(told(student)).isEmpty();
        RosterImport.Outcome outcome = roster(LI + "满族\n");
        assertThat(outcome.reopened()).isEqualTo(1);
        assertThat(told(student)).singleElement().asString().contains("汉族→满族", "重新核对");
        assertThat(say("进度")).contains("要重新核对", "民族", "重新核对");
        assertThat(say("重新核对")).contains("名单更新", "民族：满族");
        say("无误");
        assertThat(say("我确认")).contains("-2");
        assertThat(say("进度")).doesNotContain("要重新核对");
    }

    @Test
    void who_checks_once_more_is_not_taken_at_their_word_about_what_they_have_not_seen() {
        confirm();
        roster(LI + "满族\n");
        assertThat(say("重新核对")).contains("民族：满族");
        roster(LI + "回族\n");
        assertThat(say("无误")).doesNotContain("3/4");
        assertThat(say("我确认")).doesNotContain("回执号：");
        assertThat(say("已阅读")).contains("民族：回族");
        say("无误");
        assertThat(say("我确认")).contains("-2");
    }

    @Test
    void who_is_in_the_middle_is_shown_the_new_record_before_anything_counts() {
        say("开始核对");
        say("已阅读");
        assertThat(say("专业改为数学")).contains("3/4");
        roster(LI + "满族\n");
        assertThat(told(student)).singleElement().asString().contains("汉族→满族", "开始核对");
        assertThat(say("我确认")).doesNotContain("回执号").contains("已阅读");
        assertThat(say("已阅读")).contains("民族：满族").contains("数学");
        say("无误");
        assertThat(say("我确认")).contains("回执号");
    }

    @Test
    void a_column_that_is_not_there_changes_nothing_and_an_empty_cell_does() {
        String before = student().value("ZYMC");
        assertThat(before).isNotEmpty();
        PersonId own = bot.named("黄海生").orElseThrow();
        RosterImport.Outcome outcome = roster(LI + "汉族\n");
        assertThat(outcome.unchanged()).isEqualTo(1);
        assertThat(student().value("ZYMC")).isEqualTo(before);
        assertThat(student().webPhoto()).isEqualTo(WebPhoto.ONLINE);
        assertThat(bot.named("黄海生")).contains(own);
        assertThat(outcome.absent()).isNotEmpty();
        bot.importRoster("学号,姓名,学院,专业\n" + LI + "\n", false);
        assertThat(student().value("ZYMC")).isEmpty();
    }

    private gradcheck.domain.Student student() {
        return bot.store()
                .read(t -> t.students().byNumber(bot.season(), LI_NUMBER))
                .orElseThrow()
                .student();
    }

    @Test
    void two_rows_that_claim_one_account_are_both_refused_and_the_rest_goes_in() {
        RosterImport.Outcome outcome = bot.importRoster(
                "学号,姓名,学院,企业微信账号\n91,甲,文学院,same\n92,乙,文学院,SAME\n93,丙,文学院,\n94,丁,文学院,320230100001\n", false);
        assertThat(outcome.added()).isEqualTo(1);
        assertThat(outcome.refused()).extracting(r -> r.why().phrase().key()).containsExactly("roster.takenAccount");
        assertThat(bot.refusedInFile())
                .extracting(r -> r.number() + " " + r.why().phrase().key())
                .containsExactly("2 roster.sharedAccount", "3 roster.sharedAccount");
    }

    @Test
    void two_students_may_swap_accounts() {
        bot.importRoster("学号,姓名,学院,企业微信账号\n91,甲,文学院,aa\n92,乙,文学院,bb\n", false);
        bot.importRoster("学号,姓名,学院,企业微信账号\n91,甲,文学院,bb\n92,乙,文学院,aa\n", false);
        assertThat(bot.named("甲")).contains(new PersonId("bb"));
        assertThat(bot.named("乙")).contains(new PersonId("aa"));
    }

    /** A3: what one student has begun is not another's, whoever has the account now. */
    @Test
    void a_draft_does_not_go_over_with_an_account_that_is_given_to_another() {
        bot.importRoster("学号,姓名,学院,专业,企业微信账号\n91,甲,文学院,历史,aa\n92,乙,文学院,历史,bb\n", false);
        say(new PersonId("aa"), "开始核对");
        say(new PersonId("aa"), "已阅读");
        say(new PersonId("aa"), "专业改为哲学");
        bot.importRoster("学号,姓名,学院,专业,企业微信账号\n91,甲,文学院,历史,bb\n92,乙,文学院,历史,aa\n", false);
        assertThat(say(new PersonId("aa"), "开始核对")).contains("乙同学", "先读通知");
        assertThat(say(new PersonId("aa"), "已阅读")).doesNotContain("哲学");
    }

    @Test
    void an_account_that_is_bound_and_given_to_another_hears_of_it_and_so_do_the_secretaries() throws Exception {
        bot.importRoster("学号,姓名,学院,企业微信账号\n91,甲,文学院,aa\n93,丙,化学化工学院,\n", false);
        bot.bind("93", "own-account");
        PersonId own = new PersonId("own-account");
        say(own, "开始核对");
        bot.importRoster("学号,姓名,学院,企业微信账号\n91,甲,文学院,own-account\n", false);
        bot.at(bot.now().plusSeconds(60));
        assertThat(told(own)).anyMatch(t -> t.contains("归 甲") && t.contains("看不到了"));
        assertThat(told(bot.named("陈老师").orElseThrow()))
                .filteredOn(t -> t.contains("丙（93）") && t.contains("甲（91）") && t.contains("own-account"))
                .hasSize(1);
        assertThat(told(bot.named("刘老师").orElseThrow())).anyMatch(t -> t.contains("丙（93）"));
        assertThat(say(own, "开始核对")).contains("甲同学", "先读通知");
    }

    /** A3: before and after any binding the roster's account wins for its own row. */
    @Test
    void what_the_roster_names_wins_over_what_was_bound() throws Exception {
        bot.importRoster("学号,姓名,学院,企业微信账号\n91,甲,文学院,aa\n93,丙,文学院,\n", false);
        bot.bind("93", "own-account");
        RosterImport.Outcome kept = bot.importRoster("学号,姓名,学院,企业微信账号\n93,丙,文学院,cc\n", false);
        assertThat(bot.named("丙")).contains(new PersonId("own-account"));
        assertThat(kept.keptAccounts()).isEqualTo(1);
        assertThat(bot.importRoster("学号,姓名,学院,企业微信账号\n93,丙,文学院,cc\n", false).unchanged())
                .isEqualTo(1);
        RosterImport.Outcome given = bot.importRoster("学号,姓名,学院,企业微信账号\n91,甲,文学院,own-account\n", false);
        assertThat(given.refused()).isEmpty();
        assertThat(bot.named("甲")).contains(new PersonId("own-account"));
        assertThat(bot.named("丙")).contains(new PersonId("cc"));
    }

    @Test
    void a_photo_list_tells_the_new_state_and_the_next_step_and_the_same_list_tells_nobody_again() {
        PersonId zhang = bot.named("张三").orElseThrow();
        String list = "学号,学信网照片,更新日期\n320230100003,已上网,2027/3/10\n320230100001,已上网,2027-03-10\n77,未采集,\n";
        PhotoImport.Outcome foreseen = bot.importPhotos(list, true);
        assertThat(foreseen.told()).isEqualTo(1);
        assertThat(told(zhang)).isEmpty();
        PhotoImport.Outcome outcome = bot.importPhotos(list, false);
        assertThat(outcome.told()).isEqualTo(1);
        assertThat(outcome.unchanged()).isEqualTo(1);
        assertThat(outcome.unknown()).containsExactly("77");
        assertThat(told(zhang)).singleElement().asString().contains("上了学信网", "图像校对");
        assertThat(told(student)).isEmpty();
        assertThat(bot.importPhotos(list, false).told()).isZero();
        PhotoImport.Outcome older = bot.importPhotos("学号,学信网照片,更新日期\n320230100003,未采集,2027-03-09\n", false);
        assertThat(older.outdated()).containsExactly("320230100003");
        assertThat(told(zhang)).hasSize(1);
    }

    @Test
    void where_the_list_contradicts_the_student_both_are_told_what_to_do() {
        PersonId secretary = bot.named("王老师").orElseThrow();
        say("图像校对");
        say("看到了");
        PhotoImport.Outcome outcome = bot.importPhotos("学号,学信网照片\n" + LI_NUMBER + ",未采集\n", false);
        assertThat(outcome.clashes()).isEqualTo(1);
        assertThat(told(student)).singleElement().asString().contains("未采集", "0931-8912031");
        assertThat(told(secretary)).singleElement().asString().contains("李四", "本人说“已上网”", "名单是“未采集”");
        bot.importPhotos("学号,学信网照片\n" + LI_NUMBER + ",未采集\n", false);
        assertThat(told(secretary)).hasSize(1);
    }

    @Test
    void who_said_not_taken_is_asked_to_look_when_the_list_says_it_is_there() {
        say("图像校对");
        bot.importPhotos("学号,学信网照片\n" + LI_NUMBER + ",未采集\n", false);
        assertThat(told(student)).hasSize(1);
        say("还没拍");
        PhotoImport.Outcome outcome = bot.importPhotos("学号,学信网照片\n" + LI_NUMBER + ",已采集\n", false);
        assertThat(outcome.clashes()).isEqualTo(1);
        assertThat(told(student)).hasSize(2).last().asString().contains("还没拍", "已采集", "图像校对");
    }

    @Test
    void nobody_is_woken_at_night() {
        bot.at(Instant.parse("2027-03-15T15:30:00Z"));
        bot.importPhotos("学号,学信网照片\n320230100003,已采集\n", false);
        PersonId zhang = bot.named("张三").orElseThrow();
        assertThat(told(zhang)).isEmpty();
        bot.at(Instant.parse("2027-03-16T00:08:00Z"));
        assertThat(told(zhang)).hasSize(1);
    }

    @Test
    void the_roster_speaks_of_a_photo_only_until_a_list_has() {
        PersonId zhang = bot.named("张三").orElseThrow();
        String row = "学号,姓名,学院,学信网照片\n320230100003,张三,信息科学与工程学院,";
        assertThat(bot.importRoster(row + "已采集\n", false).told()).isEqualTo(1);
        assertThat(told(zhang)).hasSize(1);
        bot.importPhotos("学号,学信网照片\n320230100003,已上网\n", false);
        assertThat(bot.importRoster(row + "未采集\n", false).changed()).isZero();
        assertThat(bot.photo("320230100003")).isEqualTo(WebPhoto.ONLINE);
    }

    @Test
    void a_closed_season_says_so_and_still_shows_the_receipt() {
        confirm();
        bot.closeSeason();
        assertThat(say("开始核对")).contains("2027届", "已经结束");
        assertThat(say("民族改为回族")).contains("已经结束");
        assertThat(say("我的回执")).contains("回执号");
        bot.at(Instant.parse("2027-04-20T01:10:00Z"));
        assertThat(bot.sent()).isEmpty();
    }

    @Test
    void dates_are_read_as_offices_write_them_and_one_to_come_is_today() throws Exception {
        String list = "学号,学信网照片,更新日期\n1,已采集,2027年3月1日\n2,已采集,46447\n3,已采集,20991231\n4,已采集,上周\n5,已采集,\n5,未采集,\n";
        var today = java.time.LocalDate.of(2027, 3, 15);
        var report = new gradcheck.roster.read.PhotoFile(today)
                .read(list.getBytes(java.nio.charset.StandardCharsets.UTF_8), "p.csv");
        assertThat(report.states())
                .extracting(s -> s.number() + " " + s.day())
                .containsExactly("1 2027-03-01", "2 2027-03-01", "3 2027-03-15", "5 2027-03-15");
        assertThat(report.refused())
                .extracting(r -> r.why().phrase().key())
                .containsExactly("roster.noDate", "roster.repeated");
    }
}
