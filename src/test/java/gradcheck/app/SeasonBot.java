package gradcheck.app;

import gradcheck.copy.Copy;
import gradcheck.outbox.Channel;
import gradcheck.outbox.Limits;
import gradcheck.outbox.Sender;
import gradcheck.reminders.Escalation;
import gradcheck.reminders.Policy;
import gradcheck.reminders.Reminders;
import gradcheck.reminders.Rounds;
import gradcheck.store.Ids;
import gradcheck.store.Store;
import gradcheck.turn.Turns;
import gradcheck.verification.Season;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The bot's parts as a season needs them: the real ones, with a seam before the channel, the words and the policy. */
public final class SeasonBot {
    private final Turns turns;
    private final Reminders reminders;
    private final Sender sender;
    private final Rounds rounds;
    private final Escalation escalation;

    /** The shipped config, with some lines of gradcheck.yml changed. */
    public static final class Setup {
        private final Config.Settings settings;
        private final Copy copy;

        private Setup(Config.Settings settings, Copy copy) {
            this.settings = settings;
            this.copy = copy;
        }

        public static Setup read(Path folder, Map<String, String> changed) throws Exception {
            Map<String, String> environment = changed.isEmpty()
                    ? Map.of()
                    : Map.of("GRADCHECK_CONFIG", TestBot.copied(folder, changed).toString());
            Config.Settings settings = Config.read(new Environment(environment));
            return new Setup(settings, Ready.copy(settings));
        }

        /** The same with another policy. */
        public Setup with(Policy policy) {
            Config.Settings changed = new Config.Settings(
                    settings.season(),
                    policy,
                    settings.understanding(),
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

    public SeasonBot(Setup setup, Store store, Clock clock, Seams seams) {
        SecureRandom random = new SecureRandom();
        Policy policy = seams.policy().apply(setup.policy());
        Bot bot = new Bot(
                setup.with(policy).settings, setup.copy, new Bot.Ground(store, seams.channel(), clock, random, false));
        this.turns = bot.turns();
        this.reminders = bot.reminders();
        this.rounds = new Rounds(bot.made());
        this.escalation = new Escalation(setup.season(), clock);
        this.sender = new Sender(
                store,
                seams.channel(),
                seams.prepare().apply(reminders::messages),
                new Limits(policy.dailyBudget(), setup.season().zone()),
                clock,
                new Ids(clock, random));
    }

    public Turns turns() {
        return turns;
    }

    public Reminders reminders() {
        return reminders;
    }

    public Sender sender() {
        return sender;
    }

    public Rounds rounds() {
        return rounds;
    }

    public Escalation escalation() {
        return escalation;
    }
}
