package gradcheck.desk.file;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.message.Attachment;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read while everybody else is answered, and only what was shown is taken over. */
class PagesTest {
    private static final String URL = "https://graduates.example.edu.cn";
    private static final Optional<String> SESSION = Optional.of("session");
    /** The common pool of a small machine has one thread only, which the reading keeps. */
    private static final Executor OWN_THREAD = work -> new Thread(work).start();

    private static final long PATIENCE_SECONDS = 20;

    @TempDir
    Path folder;

    private TestBot bot;
    private String token;
    private int messages;

    @BeforeEach
    void open() throws Exception {
        bot = new TestBot(folder, Map.of(), Map.of("GRADCHECK_PUBLIC_URL", URL));
        String text = ((Answer.Says) say("李老师", "导入")).text();
        token = text.substring(text.indexOf("/p/") + 3).strip();
        assertThat(bot.pages().open(token, "session")).isTrue();
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private Answer say(String who, String text) {
        messages++;
        PersonId person = bot.named(who).orElseThrow();
        return bot.take(new Incoming.Text(person, "m" + messages, bot.now(), text));
    }

    private static Attachment roster(String name) {
        String csv = "学号,姓名,学院,班级\n320230199999," + name + ",信息科学与工程学院,计算2301班\n";
        return new Attachment("roster.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Pages whose reading waits in the middle, for as long as somebody wants. */
    private static final class SlowPages {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private final Pages pages;

        SlowPages(Pages pages) {
            this.pages = pages.readBy(reading -> (kind, file) -> {
                begun.countDown();
                await(end);
                return reading.read(kind, file);
            });
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Were the file read within a write, the answer would wait behind it, and the reading for the answer. */
    private Pages.Shown whileAnotherIsAnswered(SlowPages slow, Supplier<Pages.Shown> act) throws Exception {
        CompletableFuture<Pages.Shown> shown = CompletableFuture.supplyAsync(act, OWN_THREAD);
        SlowPages.await(slow.begun);
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> say("李四", "进度"), OWN_THREAD);
        assertThat(answer.get(PATIENCE_SECONDS / 2, TimeUnit.SECONDS)).isInstanceOf(Answer.Says.class);
        assertThat(shown).isNotDone();
        slow.end.countDown();
        return shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private long students(String name) {
        return bot.store().read(t -> t.students().byName(bot.season(), name)).size();
    }

    @Test
    void while_a_file_is_looked_over_others_are_answered() throws Exception {
        SlowPages slow = new SlowPages(bot.pages());
        Pages.Shown shown = whileAnotherIsAnswered(slow, () -> slow.pages.upload(token, SESSION, roster("新同学")));
        assertThat(shown.text()).contains("会新增 1 人");
        assertThat(students("新同学")).isZero();
    }

    @Test
    void while_a_file_is_taken_over_others_are_answered() throws Exception {
        bot.pages().upload(token, SESSION, roster("新同学"));
        SlowPages slow = new SlowPages(bot.pages());
        Pages.Shown shown = whileAnotherIsAnswered(slow, () -> slow.pages.confirm(token, SESSION));
        assertThat(shown.text()).contains("导入好了：新增 1 人");
        assertThat(students("新同学")).isEqualTo(1);
    }

    @Test
    void another_file_that_comes_meanwhile_is_shown_and_not_taken_over() throws Exception {
        bot.pages().upload(token, SESSION, roster("第一份"));
        Pages meddled = bot.pages().readBy(reading -> (kind, file) -> {
            if (file.equals(roster("第一份"))) {
                bot.pages().upload(token, SESSION, roster("第二份"));
            }
            return reading.read(kind, file);
        });
        assertThat(meddled.confirm(token, SESSION).form()).isEqualTo(Pages.Form.CONFIRM);
        assertThat(students("第一份") + students("第二份")).isZero();
        assertThat(bot.pages().confirm(token, SESSION).text()).contains("导入好了");
        assertThat(students("第二份")).isEqualTo(1);
    }

    @Test
    void a_page_that_ends_while_its_file_is_read_takes_nothing() throws Exception {
        bot.pages().upload(token, SESSION, roster("新同学"));
        Pages tooLate = bot.pages().readBy(reading -> (kind, file) -> {
            bot.store()
                    .write(t -> {
                        t.staff().replaceAll(List.of());
                        return t;
                    })
                    .join();
            return reading.read(kind, file);
        });
        assertThat(tooLate.confirm(token, SESSION).text()).contains("已经失效");
        assertThat(students("新同学")).isZero();
    }

    @Test
    void a_file_that_cannot_be_read_is_not_kept() {
        bot.pages().upload(token, SESSION, roster("新同学"));
        Attachment broken = new Attachment("roster.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(bot.pages().upload(token, SESSION, broken).form()).isEqualTo(Pages.Form.UPLOAD);
        Optional<Attachment> kept = bot.store().read(t -> t.attachments().get("page|" + Pages.hash(token)));
        assertThat(kept).isEmpty();
        assertThat(bot.pages().confirm(token, SESSION).text()).contains("已经失效");
    }
}
