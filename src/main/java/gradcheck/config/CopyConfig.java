package gradcheck.config;

import gradcheck.copy.Copy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code copy.zh.yml}: whoever changes a word there is told in which line something is wrong. */
public final class CopyConfig {
    public static final String FILE = "copy.zh.yml";

    private CopyConfig() {}

    /** All that is wrong with it; empty when all is well. */
    public static List<String> faults(Path folder) throws IOException {
        Path path = folder.resolve(FILE);
        List<Copy.Fault> found = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try {
            found.addAll(Copy.read(path).faults(Phrases.all()));
            if (found.isEmpty()) {
                return faults;
            }
        } catch (IOException e) {
            new YamlFile(path, faults);
            return faults.isEmpty() ? List.of(TerminalText.of("config.no.text", path)) : faults;
        }
        YamlFile file = new YamlFile(path, faults);
        for (Copy.Fault fault : found) {
            String place = "/" + fault.key().replace('.', '/');
            switch (fault.kind()) {
                case MISSING -> file.fault(place, "copy.missing", fault.key());
                case UNUSED -> file.fault(place, "copy.unused", fault.key());
                case MISFIT -> file.fault(
                        place, fault.needed().isEmpty() ? "copy.plain" : "copy.misfit", fault.key(), fault.needed());
            }
        }
        return faults;
    }
}
