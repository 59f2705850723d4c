package gradcheck.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One file of the config folder, with the line of all that stands in it; what is wrong with it goes to the faults. */
final class YamlFile {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Path file;
    private final List<String> faults;
    private final Map<String, Integer> lines = new HashMap<>();
    private JsonNode tree = YAML.createObjectNode();
    private boolean isRead;

    /** Reads the file; one that is missing or no YAML is a fault and reads as empty. */
    YamlFile(Path file, List<String> faults) {
        this.file = file;
        this.faults = faults;
        if (!Files.isRegularFile(file)) {
            faults.add(TerminalText.of("config.no.file", file));
            return;
        }
        try {
            read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            faults.add(TerminalText.of("config.no.text", file));
        }
    }

    private void read(String text) throws IOException {
        try {
            gatherLines(text);
            tree = YAML.readTree(text);
            isRead = true;
        } catch (JsonProcessingException e) {
            int found = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            // What is missing at the end is missing in the last line.
            int line = (int) Math.min(found, text.lines().count());
            faults.add(TerminalText.of("config.no.yaml", file, line, firstLine(e.getOriginalMessage())));
        }
    }

    /** Whether it could be read: of one that could not, that is all there is to say. */
    boolean isThere() {
        return isRead;
    }

    JsonNode tree() {
        return tree;
    }

    /**
     * Something wrong at a place such as {@code /office/phone}; a place that isn't there has its parent's line. Of a file
     * that could not be read nothing more is said: what seems to be missing stands in it.
     */
    void fault(String place, String key, Object... values) {
        if (!isRead && Files.isRegularFile(file)) {
            return;
        }
        String at = place;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        faults.add(TerminalText.of(
                "config.at", file.getFileName(), lines.getOrDefault(at, 1), TerminalText.of(key, values)));
    }

    /** Keys that nobody reads are typing errors, or come from another version. */
    void allowOnly(String place, Set<String> known) {
        tree.at(place).properties().forEach(e -> {
            if (!known.contains(e.getKey())) {
                fault(place + "/" + e.getKey(), "config.unknown", e.getKey(), String.join("、", known));
            }
        });
    }

    boolean has(String place) {
        return !tree.at(place).isMissingNode();
    }

    /** Whether nothing is written at a place, nor in any of its keys. */
    boolean isBlank(String place) {
        JsonNode node = tree.at(place);
        boolean isEmpty = node.isValueNode() && text(place).isEmpty();
        return isEmpty
                || (node.isContainerNode()
                        && node.properties().stream().allMatch(e -> isBlank(place + "/" + e.getKey())));
    }

    /** The places of what a list holds; none where there is no list. */
    List<String> each(String place) {
        List<String> each = new ArrayList<>();
        for (int i = 0; tree.at(place).isArray() && i < tree.at(place).size(); i++) {
            each.add(place + "/" + i);
        }
        return each;
    }

    /** The text at a place; empty where there is none. */
    String text(String place) {
        return tree.at(place).asText("").strip();
    }

    /** The text at a place that must have one. */
    String needed(String place) {
        if (text(place).isEmpty()) {
            fault(place, "config.missing", place.substring(1).replace('/', '.'));
        }
        return text(place);
    }

    /** That a mail address stands at a place, or nothing. */
    void checkMail(String place) {
        String mail = text(place);
        if (!mail.isEmpty() && !mail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            fault(place, "config.mail", mail);
        }
    }

    List<String> texts(String place) {
        List<String> texts = new ArrayList<>();
        tree.at(place).forEach(t -> texts.add(t.asText()));
        return texts;
    }

    private void gatherLines(String text) throws IOException {
        try (JsonParser parser = YAML.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
