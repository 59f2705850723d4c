package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gradcheck.message.Directory;
import gradcheck.message.PersonId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A3: the platform is asked outside of any transaction, and two seconds at most. */
class InquiriesTest extends OnABot {
    @Test
    void a_platform_that_hangs_holds_nobody_up_and_the_secretary_is_told_that_it_could_not_tell() {
        CountDownLatch hanging = new CountDownLatch(1);
        Directory platform = mock();
        when(platform.ask(any())).then(call -> {
            hanging.await();
            return new Directory.Answer.Nobody();
        });
        bot.askingPlatform(platform);
        PersonId mallory = new PersonId("mallory");
        for (String word : new String[] {"320230100003", "张三", "160066"}) {
            say(mallory, word);
        }
        long started = System.nanoTime();
        bot.doWhatIsDue();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
        hanging.countDown();
        assertThat(seconds).isBetween(1L, 8L);
        assertThat(bot.sent())
                .anyMatch(s -> s.text().contains("说不准") && s.text().contains("mallory"));
        assertThat(say("进度")).contains("李四的核对进度");
    }
}
