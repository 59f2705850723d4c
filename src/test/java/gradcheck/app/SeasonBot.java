package gradcheck.app;

import gradcheck.config.Config;
import gradcheck.config.Environment;
import gradcheck.copy.Copy;
import gradcheck.domain.Season;
import gradcheck.outbox.Channel;
import gradcheck.outbox.Limits;
import gradcheck.outbox.Sender;
import gradcheck.reminders.Policy;
import gradcheck.reminders.ReminderRounds;
import gradcheck.reminders.Reminders;
import gradcheck.reminders.digest.Escalation;
import gradcheck.store.Store;
import gradcheck.store.engine.Ids;
import gradcheck.turn.MessageService;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The bot's parts as a season needs them: the real ones, with a seam before the channel, the words and the policy. */
public final class SeasonBot {
    private final MessageService turns;
    private final Reminders reminders;
    private final Sender sender;
    private final ReminderRounds rounds;
    private final Escalation escalation;

    /** The shipped config, with some lines of gradcheck.yml changed. */
    public static final class Setup {
        private static final Map<Map<String, String>, Setup> READ = new ConcurrentHashMap<>();

        private final Config.Settings settings;
        private final Copy copy;

        private Setup(Config.Settings settings, Copy copy) {
            this.settings = settings;
            this.copy = copy;
        }

        /** Read once a process: many seasons are played on one config. */
        public static Setup read(Map<String, String> changed) {
            return READ.computeIfAbsent(changed, Setup::fresh);
        }

        private static Setup fresh(Map<String, String> changed) {
            try {
                Path folder = Files.createTempDirectory("gradcheck-config");
                Path config = TestBot.copied(folder, changed);
                Config.Settings settings = Config.read(new Environment(Map.of("GRADCHECK_CONFIG", config.toString())));
                Setup setup = new Setup(settings, AppContext.copy(settings));
                try (Stream<Path> files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
                return setup;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        /** The same with another policy. */
        public Setup with(Policy policy) {
            Config.Settings changed = new Config.Settings(
                    settings.season(),
                    policy,
                    settings.intents(),
                    settings.words(),
                    settings.lexicon(),
                    settings.menu(),
                    settings.folder(),
                    settings.web());
            return new Setup(changed, copy);
        }

        public Season season() {
            return settings.season();
        }

        public Policy policy() {
            return settings.reminders();
        }
    }

    /** Where a build may differ from the real one; used to see the checker fail. */
    public record Seams(Channel channel, UnaryOperator<Policy> policy, UnaryOperator<Sender.Prepare> prepare) {}

    public SeasonBot(Setup setup, Store store, Clock clock, SecureRandom random, Seams seams) {
        Policy policy = seams.policy().apply(setup.policy());
        Bot bot = new Bot(
                setup.with(policy).settings, setup.copy, new Bot.Ground(store, seams.channel(), clock, random, false));
        this.turns = bot.turns();
        this.reminders = bot.reminders();
        this.rounds = new ReminderRounds(bot.made());
        this.escalation = new Escalation(setup.season(), clock);
        this.sender = new Sender(
                store,
                seams.channel(),
                seams.prepare().apply(reminders::messages),
                new Limits(policy.dailyBudget(), policy.quiet(), setup.season().zone()),
                clock,
                new Ids(clock, random));
    }

    public MessageService turns() {
        return turns;
    }

    public Reminders reminders() {
        return reminders;
    }

    public Sender sender() {
        return sender;
    }

    public ReminderRounds rounds() {
        return rounds;
    }

    public Escalation escalation() {
        return escalation;
    }
}
