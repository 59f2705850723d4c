package gradcheck.config;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of the config folder as a tree that keeps its lines: the file, a key with what stands under it, or a list's entry.
 * Taken apart by indentation, so that comments stay with what they are about, which no YAML writer does.
 *
 * @param value what it says, without regard to how it is written
 * @param comments the comments and empty lines before it; of the file, those at its top
 * @param lines all its own lines, without the indentation
 * @param children by key, or by what names a list's entry; none where it is one value
 */
public record ConfigBlock(
        JsonNode value, List<String> comments, List<String> lines, Map<String, ConfigBlock> children) {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private static final String STEP = "  ";
    private static final String ENTRY = "- ";
    /** What names an entry of a list, in the order of preference. */
    private static final List<String> NAMES = List.of("id", "code", "name", "alert");

    /**
     * A YAML file.
     *
     * @throws IOException if it is no YAML
     */
    static ConfigBlock yaml(String text) throws IOException {
        JsonNode read = YAML.readTree(text);
        JsonNode value = read.isObject() || read.isArray() ? read : YAML.createObjectNode();
        List<String> lines = text.lines().toList();
        Map<String, ConfigBlock> children = split(lines, value);
        List<String> top = new ArrayList<>(lines);
        if (!children.isEmpty()) {
            Map.Entry<String, ConfigBlock> first =
                    children.entrySet().iterator().next();
            List<String> before = first.getValue().comments();
            int end = before.contains("") ? before.lastIndexOf("") + 1 : before.size();
            top = before.subList(0, end);
            first.setValue(first.getValue().commented(before.subList(end, before.size())));
        }
        return new ConfigBlock(value, top, children.isEmpty() ? List.of() : linesOf(children, ""), children);
    }

    /** A file of lines that each begin with a word: one block a word. */
    static ConfigBlock words(String text) {
        Map<String, List<String>> byWord = new LinkedHashMap<>();
        List<String> comments = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (isAside(line)) {
                comments.add(line.strip());
            } else {
                byWord.computeIfAbsent(line.strip().split("\\s", 2)[0], w -> new ArrayList<>())
                        .add(line);
            }
        }
        Map<String, ConfigBlock> children = new LinkedHashMap<>();
        byWord.forEach((word, lines) -> children.put(word, new ConfigBlock(texts(lines), List.of(), lines, Map.of())));
        return new ConfigBlock(texts(linesOf(children, "")), comments, linesOf(children, ""), children);
    }

    /** A file that is one value. */
    static ConfigBlock whole(String text) {
        return new ConfigBlock(new TextNode(text), List.of(), text.lines().toList(), Map.of());
    }

    /** Whether it says something that can't be taken apart. */
    boolean isIndivisible() {
        return children.isEmpty() && (value.isValueNode() || !value.isEmpty());
    }

    ConfigBlock commented(List<String> other) {
        return new ConfigBlock(value, List.copyOf(other), lines, children);
    }

    /** The same with other lines, as a file of words has them. */
    ConfigBlock lined(List<String> other) {
        return new ConfigBlock(texts(other), comments, List.copyOf(other), Map.of());
    }

    /** The same key or entry with other children. */
    ConfigBlock with(Map<String, ConfigBlock> others) {
        String first = lines.isEmpty() ? "" : lines.get(0);
        List<String> written = new ArrayList<>();
        if (first.matches("- \\{.*|[^\\s#{\\[\"']+: *\\{.*")) {
            List<String> inner = new ArrayList<>();
            others.forEach((name, child) -> inner.add(name + ": " + FlowText.of(child.value())));
            written.add(first.substring(0, first.indexOf('{')) + "{" + String.join(", ", inner) + "}");
        } else if (first.startsWith(ENTRY) && !value.isArray()) {
            written.addAll(linesOf(others, STEP));
            written.set(0, ENTRY + written.get(0).substring(STEP.length()));
        } else {
            written.add(first);
            written.addAll(linesOf(others, STEP));
        }
        return new ConfigBlock(value, comments, written, others);
    }

    /** The file with other children. */
    ConfigBlock fileWith(Map<String, ConfigBlock> others) {
        return new ConfigBlock(value, comments, linesOf(others, ""), others);
    }

    /** The lines of the whole file. */
    String text() {
        List<String> all = new ArrayList<>(comments);
        all.addAll(lines);
        return String.join("\n", all) + "\n";
    }

    private static List<String> linesOf(Map<String, ConfigBlock> blocks, String indent) {
        List<String> all = new ArrayList<>();
        for (ConfigBlock block : blocks.values()) {
            block.comments().forEach(line -> all.add(line.isEmpty() ? line : indent + line));
            block.lines().forEach(line -> all.add(line.isBlank() ? "" : indent + line));
        }
        return all;
    }

    /** Takes lines apart where a key or an entry begins; empty where that is not one each, and the value stays whole. */
    private static Map<String, ConfigBlock> split(List<String> lines, JsonNode value) {
        List<String> names = names(value);
        int indent = lines.stream()
                .filter(line -> !isAside(line))
                .findFirst()
                .map(ConfigBlock::indent)
                .orElse(0);
        List<List<String>> comments = new ArrayList<>();
        List<List<String>> units = new ArrayList<>();
        List<String> aside = new ArrayList<>();
        for (String line : lines) {
            if (isAside(line) && indent(line) <= indent) {
                aside.add(line.strip());
            } else if (indent(line) == indent && isEntry(line.strip()) == value.isArray()) {
                comments.add(aside);
                units.add(new ArrayList<>(List.of(line.substring(indent))));
                aside = new ArrayList<>();
            } else if (!units.isEmpty()) {
                units.get(units.size() - 1).addAll(aside);
                units.get(units.size() - 1).add(line.substring(Math.min(indent, indent(line))));
                aside.clear();
            }
        }
        if (names.isEmpty() || units.size() != names.size()) {
            return Map.of();
        }
        units.get(units.size() - 1).addAll(aside);
        Map<String, ConfigBlock> blocks = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            JsonNode under = value.isArray() ? value.get(i) : value.get(names.get(i));
            blocks.put(names.get(i), unit(under, comments.get(i), units.get(i)));
        }
        return blocks;
    }

    private static ConfigBlock unit(JsonNode value, List<String> comments, List<String> lines) {
        String first = lines.get(0);
        List<String> under = new ArrayList<>(lines.subList(1, lines.size()));
        boolean isEntry = isEntry(first);
        if (isEntry && first.length() > ENTRY.length()) {
            under.add(0, STEP + first.substring(ENTRY.length()));
        }
        boolean isBlock = isEntry ? !first.startsWith("- {") : first.matches("[^#]*:\\s*(#.*)?");
        Map<String, ConfigBlock> children = isBlock ? split(under, value) : flowing(value);
        return new ConfigBlock(value, comments, lines, children);
    }

    /** What stands in braces. */
    private static Map<String, ConfigBlock> flowing(JsonNode value) {
        Map<String, ConfigBlock> children = new LinkedHashMap<>();
        value.properties()
                .forEach(e -> children.put(
                        e.getKey(),
                        new ConfigBlock(
                                e.getValue(),
                                List.of(),
                                List.of(e.getKey() + ": " + FlowText.of(e.getValue())),
                                Map.of())));
        return children;
    }

    private static List<String> names(JsonNode value) {
        List<String> names = new ArrayList<>();
        value.properties().forEach(e -> names.add(e.getKey()));
        if (value.isArray()) {
            value.forEach(entry -> names.add(NAMES.stream()
                    .map(name -> entry.path(name).asText())
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse("")));
        }
        boolean isNamed = !names.contains("") && names.stream().distinct().count() == names.size();
        return isNamed ? names : List.of();
    }

    private static boolean isAside(String line) {
        return line.isBlank() || line.strip().startsWith("#") || line.equals("---");
    }

    private static boolean isEntry(String line) {
        return line.startsWith(ENTRY) || line.equals("-");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static ArrayNode texts(List<String> lines) {
        ArrayNode texts = YAML.createArrayNode();
        lines.forEach(texts::add);
        return texts;
    }
}
