package gradcheck.app;

import gradcheck.bench.Season;
import gradcheck.config.Config;
import gradcheck.config.Environment;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.outbox.SendOutcome;
import gradcheck.store.Relaxed;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.turn.Answer;
import gradcheck.turn.RateLimit;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * The real bot's turns on the real store, in a process whose writes are recorded: many students side by side, and a line
 * in {@code acks} the moment a message is answered, as the platform would see its 200.
 *
 * <p>{@code RecordedBot FOLDER FULL|NORMAL STUDENTS}; ends at once, as a machine without power does.
 */
public final class RecordedBot {
    public static final String DATABASE = "bot.db";
    public static final String ACKS = "acks";
    private static final List<String> CONVERSATION = List.of("开始核对", "已阅读", "无误", "我确认");
    private static final int SIDE_BY_SIDE = 16;

    private final Bot bot;
    private final OutputStream acks;

    private RecordedBot(Bot bot, OutputStream acks) {
        this.bot = bot;
        this.acks = acks;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int students = Integer.parseInt(args[2]);
        String address = "jdbc:sqlite:" + folder.resolve(DATABASE);
        FieldCipher seal = new FieldCipher(FurnishedSeason.KEY, new SecureRandom());
        Store store = args[1].equals("FULL") ? Stores.open(address, seal) : Relaxed.open(address, seal);
        Config.Settings settings = Config.read(new Environment(Map.of()));
        FurnishedSeason.into(store, settings, students);
        Bot.Ground ground = new Bot.Ground(
                store,
                (to, message, call) -> new SendOutcome.Sent(""),
                Clock.systemUTC(),
                new SecureRandom(),
                false,
                RateLimit.FREE);
        Bot bot = new Bot(settings, AppContext.copy(settings), ground);
        try (OutputStream acks = new FileOutputStream(folder.resolve(ACKS).toFile())) {
            new RecordedBot(bot, acks).talk(students);
        }
        Runtime.getRuntime().halt(0);
    }

    private void talk(int students) {
        for (int from = 0; from < students; from += SIDE_BY_SIDE) {
            CompletableFuture.allOf(IntStream.range(from, Math.min(students, from + SIDE_BY_SIDE))
                            .mapToObj(place -> whole(Season.number(place), 0))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    private CompletableFuture<?> whole(String number, int step) {
        if (step == CONVERSATION.size()) {
            return CompletableFuture.completedFuture(number);
        }
        Incoming.Text message = new Incoming.Text(
                new PersonId(number),
                "m:" + number + "-" + step,
                Clock.systemUTC().instant(),
                CONVERSATION.get(step));
        return bot.turns()
                .take(message, Clock.systemUTC().instant())
                .thenAccept(answer -> acknowledge(message.key(), answer))
                .thenComposeAsync(done -> whole(number, step + 1));
    }

    private synchronized void acknowledge(String key, Answer answer) {
        String said = answer instanceof Answer.Says says ? says.text() : "";
        try {
            acks.write((key + "\t" + said.hashCode() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
