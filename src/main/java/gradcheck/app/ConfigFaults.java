package gradcheck.app;

import java.util.List;

/** Everything that is wrong with the settings, at once. */
final class ConfigFaults extends Exception {
    private static final long serialVersionUID = 1;

    ConfigFaults(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }
}
