package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.record.Reopenings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mornings and nights of the real bot: digests, notices, and who is reminded of a record that was opened again. */
class MorningsTest {
    private static final PersonId SECRETARY = new PersonId("jm-xinxi");

    @TempDir
    Path folder;

    private TestBot bot;

    @BeforeEach
    void open() throws Exception {
        bot = new TestBot(folder);
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private void at(String moment) {
        bot.at(Instant.parse(moment));
    }

    private List<String> toSecretary() {
        return bot.sent().stream()
                .filter(s -> s.to().equals(SECRETARY))
                .map(TestBot.Sent::text)
                .toList();
    }

    private void changeSomething() {
        bot.store()
                .write(t -> {
                    t.students()
                            .setWebPhoto(
                                    2027,
                                    bot.named("张三").orElseThrow().value(),
                                    gradcheck.domain.WebPhoto.COLLECTED,
                                    bot.now());
                    return true;
                })
                .join();
    }

    @Test
    void a_digest_that_was_missed_comes_late_in_the_morning_and_not_in_the_afternoon() {
        at("2027-03-16T00:45:00Z");
        assertThat(toSecretary()).singleElement().asString().contains("42 名毕业生").contains("未核对 42 人");
        bot.sent().clear();
        changeSomething();
        at("2027-03-17T03:30:00Z");
        assertThat(toSecretary()).singleElement().asString().contains("照片未采集 9 人（少了 1）");
        bot.sent().clear();
        at("2027-03-18T05:00:00Z");
        assertThat(toSecretary()).isEmpty();
    }

    @Test
    void the_first_digest_is_never_late() {
        at("2027-03-16T03:00:00Z");
        assertThat(toSecretary()).isEmpty();
    }

    @Test
    void a_morning_without_a_change_is_silent_until_the_last_days() {
        at("2027-03-16T00:45:00Z");
        bot.sent().clear();
        at("2027-03-17T00:45:00Z");
        assertThat(toSecretary()).isEmpty();
        at("2027-04-27T00:45:00Z");
        assertThat(toSecretary().get(0)).contains("照片采集还有 3 天截止").contains("快截止了，还差的");
    }

    @Test
    void a_notice_that_nobody_waits_for_stays_until_the_morning() {
        at("2027-03-16T15:10:00Z");
        Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
        bot.store()
                .write(t -> t.parcels()
                        .queue(
                                new OutboxCodec.Label(ids.next(), SECRETARY, Outbox.BULK, bot.now(), Optional.empty()),
                                new Outgoing.Text("有人对上了账号"),
                                bot.now()))
                .join();
        bot.doWhatIsDue();
        assertThat(toSecretary()).isEmpty();
        at("2027-03-17T00:02:00Z");
        assertThat(toSecretary()).contains("有人对上了账号");
    }

    @Test
    void a_record_that_the_office_has_opened_again_is_reminded_of() {
        PersonId student = bot.named("李四").orElseThrow();
        int[] count = {0};
        for (String word : List.of("开始核对", "已阅读", "无误", "我确认")) {
            bot.take(new gradcheck.message.Incoming.Text(student, "m" + count[0]++, bot.now(), word));
        }
        bot.store()
                .write(t -> {
                    t.reopenings().put(2027, new Reopenings.Row(student.value(), 2, "再看一遍", "jm-xinxi", bot.now()));
                    return true;
                })
                .join();
        at("2027-03-16T04:25:00Z");
        assertThat(bot.sent())
                .filteredOn(s -> s.to().equals(student))
                .extracting(TestBot.Sent::text)
                .anyMatch(text -> text.contains("学籍信息要请你再核对一遍"));
    }
}
