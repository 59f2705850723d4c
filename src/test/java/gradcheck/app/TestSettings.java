package gradcheck.app;

import gradcheck.config.Config;
import gradcheck.config.ConfigFaults;
import gradcheck.config.Environment;
import gradcheck.desk.ask.DeskLexicon;
import gradcheck.domain.QuietHours;
import gradcheck.domain.Season;
import gradcheck.language.Language;
import gradcheck.reminders.Explanation;
import gradcheck.reminders.ReminderRounds;
import gradcheck.reminders.Reminders;
import gradcheck.store.engine.Ids;
import java.time.Clock;
import java.util.Map;

/** The shipped config, for tests of other packages. */
public final class TestSettings {
    private TestSettings() {}

    /** Read once, and learnt once: what a message means takes a second to learn and never changes after. */
    private static final class Shipped {
        static final Config.Settings SETTINGS = read();

        private static Config.Settings read() {
            try {
                return Config.readWithSample(new Environment(Map.of()));
            } catch (ConfigFaults e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Config.Settings shipped() {
        return Shipped.SETTINGS;
    }

    /** With other variables, which may name another folder whose words are the shipped ones. */
    static Config.Settings in(Map<String, String> variables) throws ConfigFaults {
        if (variables.isEmpty()) {
            return shipped();
        }
        Config.Settings read = Config.readWithSample(new Environment(variables));
        return new Config.Settings(
                read.season(),
                read.reminders(),
                shipped().intents(),
                read.words(),
                read.lexicon(),
                read.menu(),
                read.folder(),
                read.web());
    }

    /** People as the shipped words hear them. */
    public static Language language() throws Exception {
        return new Language(shipped().words(), AppContext.copy(shipped())::render);
    }

    public static DeskLexicon lexicon() {
        return shipped().lexicon();
    }

    /** The desk's rounds as the bot has them. */
    public static gradcheck.desk.act.RoundService rounds(Clock clock, Ids ids) throws Exception {
        Config.Settings settings = shipped();
        Reminders.Ground ground =
                new Reminders.Ground(settings.season(), settings.reminders(), AppContext.copy(settings), clock, ids);
        return new DeskRounds(new ReminderRounds(ground), new Explanation(settings.season(), clock));
    }

    public static QuietHours quiet() {
        return shipped().reminders().quiet();
    }

    public static Season season() {
        return shipped().season();
    }
}
