package gradcheck.intent;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The FAQ file: every entry by its id, in the order of the file. */
public final class Faq {
    private final Map<String, FaqEntry> entries = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();

    Faq(List<FaqEntry> all) {
        for (FaqEntry entry : all) {
            if (entries.putIfAbsent(entry.id(), entry) != null) {
                repeated.add(entry.id());
            }
        }
    }

    /**
     * Reads an FAQ.
     *
     * @throws IOException if it can't be read or has a key nobody knows; the message names the line
     */
    public static Faq read(Path file) throws IOException {
        return new Faq(new YAMLMapper()
                .readValue(Files.readString(file, StandardCharsets.UTF_8), new TypeReference<List<FaqEntry>>() {}));
    }

    public List<FaqEntry> entries() {
        return List.copyOf(entries.values());
    }

    public Optional<FaqEntry> named(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * What is wrong with the file; empty when all is well.
     *
     * @param commands the fixed words that may come next
     */
    List<String> faults(Set<String> commands) {
        List<String> faults = new ArrayList<>();
        repeated.forEach(id -> faults.add(id + ": there are two of this id"));
        Set<String> asked = new HashSet<>();
        for (FaqEntry entry : entries.values()) {
            Placeholders.unknown(entry).forEach(name -> faults.add(entry.id() + ": nobody fills {" + name + "}"));
            if ((entry.next() == null) == (entry.person() == null)) {
                faults.add(entry.id() + ": needs either next or person");
            }
            if (entry.next() != null && !commands.contains(entry.next())) {
                faults.add(entry.id() + ": no fixed word: " + entry.next());
            }
            if (entry.asks().isEmpty() || entry.facts().isEmpty()) {
                faults.add(entry.id() + ": needs asks and facts");
            }
            entry.asks().stream()
                    .filter(ask -> !asked.add(ask))
                    .forEach(ask -> faults.add(entry.id() + ": asked twice: " + ask));
        }
        return faults;
    }
}
