package gradcheck.app;

import gradcheck.verification.Season;
import java.util.Map;

/** The shipped config, for tests of other packages. */
public final class TestSettings {
    private TestSettings() {}

    public static Season season() throws Faults {
        return Config.read(new Environment(Map.of())).season();
    }
}
