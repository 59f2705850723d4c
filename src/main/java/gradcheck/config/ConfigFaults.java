package gradcheck.config;

import java.util.List;

/** Everything that is wrong with the settings, at once. */
public final class ConfigFaults extends Exception {
    private static final long serialVersionUID = 1;

    public ConfigFaults(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }
}
