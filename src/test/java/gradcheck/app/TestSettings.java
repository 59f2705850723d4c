package gradcheck.app;

import gradcheck.desk.ask.Lexicon;
import gradcheck.reminders.Explanation;
import gradcheck.reminders.Reminders;
import gradcheck.reminders.Rounds;
import gradcheck.store.Ids;
import gradcheck.verification.Season;
import java.time.Clock;
import java.util.Map;

/** The shipped config, for tests of other packages. */
public final class TestSettings {
    private TestSettings() {}

    public static Lexicon lexicon() throws Faults {
        return Config.read(new Environment(Map.of())).lexicon();
    }

    /** The desk's rounds as the bot has them. */
    public static gradcheck.desk.Rounds rounds(Clock clock, Ids ids) throws Exception {
        Config.Settings settings = Config.read(new Environment(Map.of()));
        Reminders.Ground ground =
                new Reminders.Ground(settings.season(), settings.reminders(), Ready.copy(settings), clock, ids);
        return new DeskRounds(new Rounds(ground), new Explanation(settings.season(), clock));
    }

    public static Season season() throws Faults {
        return Config.read(new Environment(Map.of())).season();
    }
}
