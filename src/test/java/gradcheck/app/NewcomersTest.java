package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.PersonId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody finds out who is on the list, or becomes somebody else, by trying. */
class NewcomersTest extends OnABot {
    private static final String NUMBER = "320230100003";
    private static final String NAME = "张三";
    private static final String LAST_SIX = "160066";
    /** The first number of the sample, and what it may be followed by. */
    private static final long FIRST = 320230099500L;

    private String say(String account, String text) {
        return say(new PersonId(account), text);
    }

    /** The last answer of a try; a locked account hears it at once. */
    private String claim(String account, String number, String name, String lastSix) {
        String first = say(account, number);
        if (!first.contains("2/3")) {
            return first;
        }
        say(account, name);
        return say(account, lastSix);
    }

    @Test
    void one_account_that_tries_a_thousand_numbers_gets_five_answers_that_tell_nothing() {
        Set<String> answers = new HashSet<>();
        for (long i = 0; i < 1000; i++) {
            answers.add(claim("mallory", Long.toString(FIRST + i), NAME, LAST_SIX));
        }
        assertThat(answers).hasSize(5).noneMatch(a -> a.contains("三项都对"));
        boolean known = bot.store()
                .read(t -> t.students().byPerson(bot.season(), new PersonId("mallory")))
                .isPresent();
        assertThat(known).isFalse();
        assertThat(claim("mallory", NUMBER, NAME, LAST_SIX)).contains("已经五次");
    }

    @Test
    void a_thousand_accounts_that_try_a_number_each_get_one_and_the_same_answer() {
        Set<String> answers = new HashSet<>();
        for (long i = 0; i < 1000; i++) {
            answers.add(claim("mallory" + i, Long.toString(FIRST + i), NAME, "000000"));
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void many_accounts_that_try_for_one_student_make_the_student_rest_for_a_day() {
        for (int i = 0; i < 20; i++) {
            assertThat(claim("mallory" + i, NUMBER, NAME, "00000" + i % 10)).contains("没对上");
        }
        assertThat(claim("zhangsan-wx", NUMBER, NAME, LAST_SIX)).contains("先停一天");
        for (int i = 0; i < 20; i++) {
            claim("eve" + i, "999999999999", NAME, "000000");
        }
        assertThat(claim("eve", "999999999999", NAME, LAST_SIX)).contains("先停一天");
        bot.at(bot.now().plus(Duration.ofDays(1)).plusSeconds(1));
        assertThat(claim("zhangsan-wx", NUMBER, NAME, LAST_SIX)).contains("三项都对");
    }

    @Test
    void a_locked_account_is_shown_to_the_secretary_once_and_may_go_on_when_unlocked() {
        for (int i = 0; i < 7; i++) {
            claim("zhangsan-wx", NUMBER, NAME, "00000" + i);
        }
        bot.doWhatIsDue();
        PersonId secretary = bot.named("王老师").orElseThrow();
        assertThat(bot.sent().stream().filter(s -> s.to().equals(secretary)))
                .singleElement()
                .satisfies(s -> assertThat(s.text()).contains(NAME, NUMBER, "zhangsan-wx", "恢复"));
        assertThat(claim("zhangsan-wx", NUMBER, NAME, LAST_SIX)).contains("已经五次");
        int unlocked = bot.store().write(t -> t.bindings().unlock(NUMBER)).join();
        assertThat(unlocked).isEqualTo(1);
        assertThat(claim("zhangsan-wx", NUMBER, NAME, LAST_SIX)).contains("三项都对");
    }

    @Test
    void a_lock_ends_by_itself_a_day_after_the_last_failure_and_leaves_five_tries() {
        for (int i = 0; i < 5; i++) {
            claim("zhangsan-wx", NUMBER, NAME, "00000" + i);
        }
        bot.at(bot.now().plus(Duration.ofDays(1)).minusSeconds(1));
        assertThat(claim("zhangsan-wx", NUMBER, NAME, LAST_SIX)).contains("已经五次", "3月16日");
        bot.at(bot.now().plusSeconds(2));
        assertThat(claim("zhangsan-wx", NUMBER, NAME, "000009")).contains("还可以试 4 次");
        assertThat(claim("zhangsan-wx", NUMBER, NAME, LAST_SIX)).contains("三项都对");
    }

    @Test
    void an_account_in_use_is_not_taken_away_by_somebody_who_knows_everything() {
        assertThat(say(NUMBER, "进度")).contains("张三的核对进度");
        assertThat(claim("mallory", NUMBER, NAME, LAST_SIX)).contains("三项都对");
        assertThat(say(NUMBER, "进度")).contains("张三的核对进度");
        assertThat(say("mallory", "进度")).doesNotContain("张三");
    }

    @Test
    void whoever_was_granted_an_account_is_the_student_after_another_import_and_is_sent_the_reminders()
            throws Exception {
        claim("zhangsan-wx", NUMBER, NAME, LAST_SIX);
        bot.doWhatIsDue();
        say(bot.named("王老师").orElseThrow(), "绑定 " + NUMBER);
        bot.importSampleAgain();
        assertThat(say("zhangsan-wx", "进度")).contains("张三的核对进度");
        bot.at(java.time.Instant.parse("2027-04-20T01:10:00Z"));
        List<PersonId> reminded = bot.sent().stream()
                .filter(s -> s.text().contains("照片"))
                .map(TestBot.Sent::to)
                .toList();
        assertThat(reminded).contains(new PersonId("zhangsan-wx")).doesNotContain(new PersonId(NUMBER));
    }

    /** A15: an event that nobody did asks nobody for a 学号. */
    @Test
    void an_event_without_a_meaning_is_no_newcomer() {
        for (String from : List.of("sys", "somebody")) {
            var event = new gradcheck.message.Incoming.Unsupported(
                    new PersonId(from), nextKey(), bot.now(), "batch_job_result");
            assertThat(bot.take(event)).isEqualTo(new gradcheck.turn.Answer.Silence());
            boolean isAsked = bot.store()
                    .read(t -> t.conversations().open(new PersonId(from)))
                    .isPresent();
            assertThat(isAsked).isFalse();
        }
    }
}
