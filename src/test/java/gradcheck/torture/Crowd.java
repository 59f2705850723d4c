package gradcheck.torture;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.app.FurnishedSeason;
import gradcheck.bench.Season;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Students who go through whole conversations side by side, and a secretary: who gets no answer types it again, some tap
 * cards, some messages are delivered twice at once or again much later.
 */
final class Crowd {
    /** Their own account of everything that was said, for a second delivery at the end. */
    final ConcurrentLinkedQueue<Mouth.Message> said = new ConcurrentLinkedQueue<>();

    private static final List<String> SECRETARY = List.of("进度", "催办 未核对", "确认", "待审核", "进度");
    private static final int MOST_QUESTIONS = 5;
    /** Short for a student, but the bot gets round to sending, too. */
    private static final int MOST_PAUSE_MILLIS = 300;

    private final Mouth mouth;
    private final RoughPlatform platform;
    private final int students;
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService second = Executors.newFixedThreadPool(2);
    private final ExecutorService people;
    private final List<Future<?>> going = new ArrayList<>();
    private volatile boolean ended;

    Crowd(Mouth mouth, RoughPlatform platform, int students, int sideBySide, long seed) {
        this.mouth = mouth;
        this.platform = platform;
        this.students = students;
        this.people = Executors.newFixedThreadPool(sideBySide + 1);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < sideBySide; i++) {
            SplittableRandom own = random.split();
            going.add(people.submit(() -> students(own)));
        }
        going.add(people.submit(this::secretary));
    }

    int conversations() {
        return Math.min(next.get(), students);
    }

    /** Lets everybody finish what they are saying. */
    void end() throws Exception {
        ended = true;
        for (Future<?> one : going) {
            one.get(60, TimeUnit.SECONDS);
        }
        people.shutdown();
        second.shutdown();
        second.awaitTermination(30, TimeUnit.SECONDS);
    }

    private void students(SplittableRandom random) {
        while (!ended) {
            int place = next.getAndIncrement();
            if (place >= students) {
                return;
            }
            String person = Season.number(place);
            if (random.nextInt(4) == 0) {
                correcting(person, random);
            } else {
                talk(person, random, "开始核对", "已阅读", "进度", "无误", "我确认", "我的回执");
            }
        }
    }

    private void correcting(String person, SplittableRandom random) {
        talk(person, random, "开始核对", "已阅读");
        String reply = say(person, "民族改为回族", random);
        for (int i = 0; i < MOST_QUESTIONS && !reply.contains("我确认") && !ended; i++) {
            reply = say(person, "1", random);
        }
        talk(person, random, "我确认", "我的回执");
        if (random.nextBoolean()) {
            talk(person, random, "重新核对", "已阅读", "无误", "我确认", "停止提醒");
        }
    }

    private void secretary() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; !ended; i++) {
            say(FurnishedSeason.SECRETARY.value(), SECRETARY.get(i % SECRETARY.size()), random);
            pause(MOST_PAUSE_MILLIS);
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(String person, SplittableRandom random, String... words) {
        for (String word : words) {
            if (ended) {
                return;
            }
            say(person, word, random);
        }
    }

    /** Until it is answered: a person types again what got no answer, which is another message. */
    private String say(String person, String word, SplittableRandom random) {
        pause(random.nextInt(MOST_PAUSE_MILLIS));
        while (true) {
            Mouth.Message message = message(person, word, random);
            said.add(message);
            if (random.nextInt(10) == 0) {
                second.execute(() -> mouth.deliver(message));
            }
            Optional<String> reply = mouth.say(message);
            if (reply.isPresent()) {
                return reply.get();
            }
            if (ended) {
                return "";
            }
        }
    }

    private Mouth.Message message(String person, String word, SplittableRandom random) {
        JsonNode card = platform.lastCard(person);
        for (JsonNode button : card.path("button_list")) {
            if (button.path("key").asText().equals(word) && random.nextInt(2) == 0) {
                return mouth.tap(person, word, card.path("task_id").asText());
            }
        }
        return mouth.text(person, word);
    }
}
