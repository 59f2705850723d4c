package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Directory.Answer;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A3: the roster's account always wins for its own row; every other account is a request that a secretary grants. */
class AccountOwnershipTest extends OnABot {
    private static final String NUMBER = "320230100003";
    private static final String NAMED = "zhangsan.wx";
    private static final String LIST =
            "学号,姓名,学院,企业微信账号,证件号码\n" + NUMBER + ",张三,信息科学与工程学院," + NAMED + ",629999200508160066\n";

    private PersonId secretary;
    private PersonId office;

    @BeforeEach
    void people() {
        secretary = bot.named("王老师").orElseThrow();
        office = bot.store()
                .read(t -> t.staff().all().stream()
                        .filter(m -> m.role() == gradcheck.store.people.StaffMembers.Role.OFFICE)
                        .findFirst())
                .orElseThrow()
                .person();
    }

    private String say(String account, String text) {
        String said = say(new PersonId(account), text);
        bot.doWhatIsDue();
        return said;
    }

    private String claim(String account) {
        say(account, NUMBER);
        say(account, "张三");
        return say(account, "160066");
    }

    /** What was pushed to somebody since it was asked for last. */
    private List<String> told(PersonId who) {
        List<String> texts = bot.sent().stream()
                .filter(s -> s.to().equals(who))
                .map(TestBot.Sent::text)
                .toList();
        bot.sent().removeIf(s -> s.to().equals(who));
        return texts;
    }

    private String toldOnce(PersonId who) {
        List<String> texts = told(who);
        assertThat(texts).hasSize(1);
        return texts.get(0);
    }

    private boolean sees(String account) {
        return say(account, "进度").contains("张三的核对进度");
    }

    private List<String> auditOf(String act) {
        List<String> results = new ArrayList<>();
        bot.store().<Boolean>read(t -> {
            t.audit().each(line -> {
                if (line.act().equals(act)) {
                    results.add(line.result());
                }
            });
            return true;
        });
        return results;
    }

    @Test
    void knowing_everything_binds_nothing_where_the_roster_names_an_account() {
        bot.importRoster(LIST, false);
        bot.platformSays("mallory", new Answer.Member("马乐"));
        bot.platformSays(NAMED, new Answer.Member("张三"));
        assertThat(claim("mallory")).contains("核实");
        assertThat(toldOnce(new PersonId("mallory"))).contains("王老师", "学生证");
        assertThat(toldOnce(secretary)).contains("mallory", "马乐", "张三", NAMED, "学生证", "绑定 " + NUMBER);
        assertThat(sees("mallory")).isFalse();
        assertThat(sees(NAMED)).isTrue();
    }

    @Test
    void the_rosters_account_wins_over_a_binding_that_was_stored_before_it_wrote() throws Exception {
        bot.importRoster(LIST, false);
        bot.bind(NUMBER, "mallory");
        assertThat(sees("mallory")).isTrue();
        say("mallory", "开始核对");
        say("mallory", "已阅读");
        assertThat(say(NAMED, "进度")).contains("名单上写的就是你这个账号", "张三的核对进度");
        assertThat(toldOnce(new PersonId("mallory"))).contains("看不到了");
        assertThat(toldOnce(secretary)).contains(NAMED, "mallory", "张三");
        assertThat(say("mallory", "我的数据")).doesNotContain("张三", NUMBER);
        assertThat(say("mallory", "无误")).doesNotContain("张三");
        assertThat(say(NAMED, "进度")).doesNotContain("名单上写的");
        bot.at(java.time.Instant.parse("2027-04-20T01:10:00Z"));
        assertThat(told(new PersonId("mallory"))).isEmpty();
    }

    @Test
    void what_waited_for_the_wrong_account_is_not_sent_to_it() throws Exception {
        bot.importRoster(LIST, false);
        bot.bind(NUMBER, "mallory");
        sees("mallory");
        say(secretary, "延期 " + NUMBER + " 5月10日");
        say(NAMED, "进度");
        told(new PersonId("mallory"));
        bot.at(bot.now().plusSeconds(600));
        assertThat(told(new PersonId("mallory"))).isEmpty();
    }

    @Test
    void the_account_in_use_is_asked_first_and_its_no_refuses() {
        sees(NUMBER);
        claim("mallory");
        assertThat(told(new PersonId(NUMBER))).singleElement().asString().contains("是我", "不是我");
        assertThat(toldOnce(secretary)).contains("先问了那边");
        told(new PersonId("mallory"));
        assertThat(say(NUMBER, "不是我")).contains("挡住了");
        assertThat(toldOnce(new PersonId("mallory"))).contains("没有办成");
        assertThat(toldOnce(secretary)).contains("mallory", "不是我");
        assertThat(toldOnce(office)).contains("mallory", "不是我");
        assertThat(claim("mallory")).contains("上次没有办成");
        assertThat(sees(NUMBER)).isTrue();
        assertThat(say(NUMBER, "不是我")).contains("已经办完");
    }

    @Test
    void its_yes_still_needs_the_secretary() {
        sees(NUMBER);
        claim("zhangsan-wx");
        told(secretary);
        assertThat(say(NUMBER, "是我")).contains("王老师");
        assertThat(toldOnce(secretary)).contains("是本人换号", "学生证", "绑定 " + NUMBER);
        assertThat(sees("zhangsan-wx")).isFalse();
        told(new PersonId("zhangsan-wx"));
        told(new PersonId(NUMBER));
        assertThat(say(secretary, "绑定 " + NUMBER)).contains("zhangsan-wx", "解绑 " + NUMBER);
        bot.doWhatIsDue();
        assertThat(toldOnce(new PersonId("zhangsan-wx"))).contains("以后就是你的", "开始核对");
        assertThat(toldOnce(new PersonId(NUMBER))).contains("另一个企业微信账号");
        assertThat(say("zhangsan-wx", "开始核对")).contains("张三同学");
        assertThat(auditOf("绑定")).anyMatch(r -> r.contains("granted to zhangsan-wx"));
    }

    @Test
    void a_request_says_what_the_platform_could_not_tell() {
        bot.platformSays("mallory", new Answer.CannotTell());
        bot.platformSays(NUMBER, new Answer.CannotTell());
        claim("mallory");
        assertThat(toldOnce(secretary)).contains("问不到", "说不准");
    }

    @Test
    void where_nobody_has_the_account_of_the_number_it_is_a_request_all_the_same() {
        bot.platformSays("zhangsan-wx", new Answer.Member("张三"));
        assertThat(claim("zhangsan-wx")).contains("核实");
        assertThat(toldOnce(secretary)).contains("企业微信里没有这个账号", "企业微信里的姓名：张三");
        assertThat(sees("zhangsan-wx")).isFalse();
        assertThat(say("zhangsan-wx", "你好")).contains("请求已经在", "王老师");
    }

    @Test
    void the_account_of_the_number_is_the_students_as_soon_as_it_writes() {
        claim("zhangsan-wx");
        say(secretary, "绑定 " + NUMBER);
        assertThat(sees("zhangsan-wx")).isTrue();
        assertThat(sees(NUMBER)).isTrue();
        assertThat(sees("zhangsan-wx")).isFalse();
    }

    @Test
    void the_card_grants_to_the_account_it_names() {
        claim("mallory");
        claim("zhangsan-wx");
        Outgoing.Card card = bot.cards().stream()
                .filter(s -> s.to().equals(secretary))
                .map(s -> (Outgoing.Card) s.message())
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(card.body()).contains("学生证");
        assertThat(say(secretary, "绑定 " + NUMBER)).contains("mallory、zhangsan-wx");
        assertThat(say(secretary, card.buttons().get(0).says())).contains("账号 zhangsan-wx");
        assertThat(sees("zhangsan-wx")).isTrue();
        assertThat(sees("mallory")).isFalse();
    }

    @Test
    void a_refused_request_is_told_and_can_be_granted_once_the_person_was_seen() {
        claim("zhangsan-wx");
        told(new PersonId("zhangsan-wx"));
        assertThat(say(secretary, "不绑定 " + NUMBER)).contains("没有绑定");
        bot.doWhatIsDue();
        assertThat(toldOnce(new PersonId("zhangsan-wx"))).contains("学生证");
        assertThat(say(secretary, "绑定 " + NUMBER)).contains("好了");
        assertThat(sees("zhangsan-wx")).isTrue();
    }

    @Test
    void untying_gives_the_record_back_to_the_rosters_account_and_is_audited() throws Exception {
        bot.bind(NUMBER, "mallory");
        assertThat(sees("mallory")).isTrue();
        assertThat(say(secretary, "解绑 " + NUMBER)).contains("mallory", NUMBER);
        bot.doWhatIsDue();
        assertThat(told(new PersonId("mallory"))).anyMatch(t -> t.contains("解开"));
        assertThat(sees("mallory")).isFalse();
        assertThat(sees(NUMBER)).isTrue();
        assertThat(auditOf("解绑")).hasSize(1);
        assertThat(say(secretary, "解绑 " + NUMBER)).contains("没有绑定别的");
    }

    /** A4: the words of the notice open the lock, and the student goes on. */
    @Test
    void the_words_of_the_lock_notice_unlock_and_the_student_goes_on() {
        sees(NUMBER);
        for (int i = 0; i < 5; i++) {
            say("zhangsan-wx", NUMBER);
            say("zhangsan-wx", "张三");
            say("zhangsan-wx", "00000" + i);
        }
        String notice = toldOnce(secretary);
        assertThat(told(new PersonId(NUMBER))).anyMatch(t -> t.contains("五次没对上"));
        String words = notice.substring(notice.lastIndexOf("回复：") + 3).strip();
        assertThat(say(secretary, words)).contains("zhangsan-wx", "还可以试 5 次");
        bot.doWhatIsDue();
        assertThat(toldOnce(new PersonId("zhangsan-wx"))).contains("还可以试 5 次", "学号是多少");
        assertThat(claim("zhangsan-wx")).contains("三项都对");
    }

    @Test
    void where_no_college_is_known_the_office_is_told_and_can_unlock() {
        for (int i = 0; i < 5; i++) {
            say("stranger", "999999999999");
            say("stranger", "张三");
            say("stranger", "00000" + i);
        }
        assertThat(told(secretary)).isEmpty();
        String notice = toldOnce(office);
        String words = notice.substring(notice.lastIndexOf("回复：") + 3).strip();
        assertThat(say(secretary, words)).doesNotContain("开了");
        assertThat(say(office, words)).contains("stranger", "还可以试 5 次");
        assertThat(say("stranger", NUMBER)).contains("2/3");
    }

    /** A15: nobody waits for ever, and nobody is left without a word. */
    @Test
    void a_request_that_nobody_answers_lapses_by_day_after_a_week_with_a_word_to_both() {
        claim("zhangsan-wx");
        told(secretary);
        told(new PersonId("zhangsan-wx"));
        bot.at(java.time.Instant.parse("2027-03-22T01:59:00Z"));
        assertThat(told(new PersonId("zhangsan-wx"))).isEmpty();
        bot.at(java.time.Instant.parse("2027-03-22T16:00:00Z"));
        assertThat(told(new PersonId("zhangsan-wx"))).as("at night").isEmpty();
        told(secretary);
        bot.at(java.time.Instant.parse("2027-03-23T00:30:00Z"));
        assertThat(toldOnce(new PersonId("zhangsan-wx"))).contains("7 天没有办", "学生证", "王老师");
        assertThat(told(secretary)).anyMatch(t -> t.contains("zhangsan-wx") && t.contains("绑定 " + NUMBER));
        assertThat(auditOf("绑定")).contains("lapsed");
        assertThat(say("zhangsan-wx", "你好")).doesNotContain("请求已经在");
        assertThat(claim("zhangsan-wx")).contains("核实");
    }

    @Test
    void a_request_that_the_roster_has_granted_meanwhile_ends_without_a_word() {
        claim(NAMED);
        told(new PersonId(NAMED));
        bot.importRoster(LIST, false);
        bot.at(java.time.Instant.parse("2027-03-23T02:30:00Z"));
        assertThat(told(new PersonId(NAMED))).noneMatch(t -> t.contains("作废"));
    }

    @Test
    void it_stands_in_the_secretarys_morning_as_long_as_it_waits() {
        claim("zhangsan-wx");
        told(secretary);
        for (String day : List.of("2027-03-16", "2027-03-17")) {
            bot.at(java.time.Instant.parse(day + "T00:40:00Z"));
            assertThat(toldOnce(secretary))
                    .contains("换账号请求 1 件", "张三（0003）想用账号 zhangsan-wx")
                    .endsWith("绑定 " + NUMBER + " zhangsan-wx");
        }
        say(secretary, "不绑定 " + NUMBER);
        bot.at(java.time.Instant.parse("2027-03-18T00:40:00Z"));
        assertThat(toldOnce(secretary)).doesNotContain("换账号");
        bot.at(java.time.Instant.parse("2027-03-19T00:40:00Z"));
        assertThat(told(secretary)).isEmpty();
    }

    @Test
    void what_is_asked_of_the_platform_is_asked_after_a_restart_if_it_was_not() {
        say(new PersonId("mallory"), NUMBER);
        say(new PersonId("mallory"), "张三");
        say(new PersonId("mallory"), "160066");
        bot.restart();
        bot.doWhatIsDue();
        assertThat(toldOnce(secretary)).contains("mallory");
        Optional<PersonId> bound = bot.named("张三");
        assertThat(bound).contains(new PersonId(NUMBER));
    }
}
