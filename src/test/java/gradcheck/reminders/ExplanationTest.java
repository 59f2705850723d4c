package gradcheck.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Choice;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Results;
import gradcheck.store.outbox.Occasions;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.outbox.OutboxQueue;
import gradcheck.store.outbox.SendResult;
import gradcheck.store.record.Reopenings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 为什么 <姓名> 没收到: what holds now, else what the ledger says last. */
class ExplanationTest extends OnSpringsStore {
    private final Explanation explanation = new Explanation(Springtime.SEASON, clock());

    @BeforeEach
    void enrol() {
        enrolLi();
    }

    private static String said(Say say) {
        return Springtime.COPY.render(say);
    }

    private String why() {
        return said(read(tables -> explanation.why(tables, "0001")));
    }

    private List<String> story(String number) {
        return read(tables -> explanation.story(tables, number)).stream()
                .map(ExplanationTest::said)
                .toList();
    }

    private void decided(String occasion, String when, String message, String verdict) {
        Occasions.Row row = new Occasions.Row("0001", "record", occasion, Springtime.at(when), message, verdict);
        change(tables -> tables.occasions().add(Springtime.YEAR, List.of(row), Springtime.at(when)));
    }

    private void queued(String id, String when) {
        change(tables -> tables.outbox()
                .queue(
                        new Outbox.New(id, LI, Outbox.REMINDER, "", Outbox.BULK, Springtime.at(when), Optional.empty()),
                        Springtime.at(when)));
    }

    @Test
    void what_holds_now_comes_before_what_was_decided_once() {
        reminded("m", LI, "03-10 12:20", "sent");
        assertThat(why()).isEqualTo("李四：3月10日 12:20，平台已接收并投递");
        change(tables -> tables.mutes().mute(LI, now()));
        assertThat(why()).startsWith("李四：本人回复过“停止提醒”");
        stand("0001", Standing.State.PAUSED);
        assertThat(why()).isEqualTo("李四：老师暂停了对他的提醒：休学");
        stand("0001", Standing.State.OUT);
        assertThat(why()).isEqualTo("李四：老师把他移出了今年的名单：休学");
        stand("0001", Standing.State.IN);
        confirm("0001");
        assertThat(why()).isEqualTo("李四：该本人做的都做完了，或者正在等老师审核，所以不提醒。");
    }

    @Test
    void who_was_never_due_and_who_is_in_no_list_are_told_apart() {
        assertThat(why()).isEqualTo("李四：还没到任何一条规则的日子，所以没有提醒过。");
        assertThat(said(read(tables -> explanation.why(tables, "9")))).isEqualTo("今年的名单里没有学号 9。");
        assertThat(story("9")).containsExactly("今年的名单里没有学号 9。");
    }

    @Test
    void the_latest_of_decisions_and_messages_is_the_answer() {
        decided("a", "03-08 12:20", "", "capped: rule");
        assertThat(why()).isEqualTo("李四：3月8日 12:20，这条规则已经提醒够次数了，没有再发");
        queued("m", "03-09 12:20");
        assertThat(why()).isEqualTo("李四：已排队，3月9日 12:20 起发");
        decided("b", "03-09 12:20", "m", "queued");
        assertThat(why()).as("its own decision is no news").isEqualTo("李四：已排队，3月9日 12:20 起发");
        change(tables -> tables.sending()
                .settleAll(
                        List.of(new OutboxQueue.End("m", Results.of("unknown: no answer"))),
                        Springtime.at("03-09 12:40")));
        assertThat(why()).startsWith("李四：3月9日 12:40，平台没有回话");
        decided("c", "03-10 12:20", "", "capped: day");
        assertThat(why()).isEqualTo("李四：3月10日 12:20，当天已经提醒过一次，没有再发");
    }

    @Test
    void a_notice_is_no_reminder_but_stands_in_the_story() {
        change(tables -> {
            tables.outbox()
                    .queue(
                            new Outbox.New(
                                    "n",
                                    LI,
                                    "text",
                                    "第一行\n第二行\n第三行",
                                    Outbox.REPLY,
                                    Springtime.at("03-10 09:05"),
                                    Optional.empty()),
                            Springtime.at("03-10 09:05"));
            tables.sending()
                    .settleAll(List.of(new OutboxQueue.End("n", Results.of("sent"))), Springtime.at("03-10 09:06"));
        });
        assertThat(why()).contains("还没到任何一条规则的日子");
        decided("a", "03-09 12:20", "m", "queued");
        queued("m", "03-09 12:25");
        assertThat(story("0001"))
                .containsExactly(
                        "李四（0001，文学院，一班）\n现在还差：未核对\n李四：已排队，3月9日 12:25 起发",
                        "3月9日 12:20  规则 record：已排队",
                        "3月9日 12:25  消息“（发送那一刻才写）”：已排队，3月9日 12:25 起发",
                        "3月10日 09:06  消息“第一行 第二行”：平台已接收并投递");
    }

    @Test
    void a_card_stands_in_the_story_by_its_words() {
        Outgoing.Card card =
                new Outgoing.Card("t1", "2/4 逐项核对", "都对就点“无误”。\n第二行", List.of(), List.of(new Choice("无误", "无误")));
        change(tables -> {
            Instant at = Springtime.at("03-10 09:05");
            tables.parcels().queue(OutboxCodec.Label.reply("c", LI, at), card, at);
            tables.sending()
                    .settleAll(
                            List.of(new OutboxQueue.End("c", SendResult.refused(OutcomeCause.INVALID, "81013", "no"))),
                            Springtime.at("03-10 09:06"));
        });
        assertThat(story("0001").get(1))
                .isEqualTo("3月10日 09:06  消息“2/4 逐项核对 都对就点“无误”。”：平台说找不到这个人：不在应用的可见范围，或账号不对，没有发到");
    }

    @Test
    void who_lacks_nothing_lacks_nothing_in_the_story_and_who_lacks_two_things_lacks_both() {
        confirm("0001");
        assertThat(story("0001").get(0)).contains("现在还差：什么都不差");
        enrol("0001", "li", "李四", "文学院", WebPhoto.ONLINE);
        change(tables -> tables.reopenings()
                .put(Springtime.YEAR, new Reopenings.Row("0001", 2, "再看一遍", SECRETARY.value(), now())));
        assertThat(story("0001").get(0)).contains("现在还差：待重新核对、已采集未校对");
    }

    @ParameterizedTest
    @CsvSource({
        "refused: not reachable (unlicensed), 没有接口许可",
        "refused: not reachable (invalid), 平台说找不到这个人",
        "given up: try later: -1 busy, 试了很多次",
        "dropped: capped: day, 当天已经提醒过一次",
        "dropped: capped: week, 这七天已经提醒够次数了",
        "dropped: no longer due, 发送时已经不成立了",
        "try later: 45009 rate limit, 稍后再试",
        "refused: 45002 content too long, refused: 45002 content too long"
    })
    void an_outcome_is_said_in_a_persons_words_and_one_without_words_as_it_stands(String outcome, String words) {
        assertThat(said(Explanation.meaning(Results.of(outcome)))).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "capped: day, 当天已经提醒过一次",
        "capped: week, 这七天已经提醒够次数了",
        "capped: kept for the last day, 给最后一天的通知留着次数",
        "something new, something new"
    })
    void a_verdict_is_said_in_a_persons_words_and_one_without_words_as_it_stands(String verdict, String words) {
        assertThat(said(Explanation.meaning(verdict))).contains(words);
    }

    @Test
    void where_the_platform_says_that_nobody_is_there_so_does_the_answer() {
        assertThat(said(Explanation.meaning(SendResult.refused(OutcomeCause.INVALID, "81013", "user not found"))))
                .contains("平台说找不到这个人");
    }
}
