package gradcheck.app;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A piece of a YAML file that knows on which line it stands.
 *
 * @param line counted from 1
 * @param text empty where it is a list or has names
 */
record YamlEntry(int line, String text, List<YamlEntry> list, Map<String, YamlEntry> named) {

    /**
     * Reads a file's content.
     *
     * @throws Broken if it is no YAML
     */
    static YamlEntry read(String content) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(content));
            return root == null ? new YamlEntry(1, "", List.of(), Map.of()) : of(root);
        } catch (MarkedYAMLException e) {
            int found = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            // What is missing at the end is missing in the last line.
            throw new Broken((int) Math.min(found, content.lines().count()), e.getProblem());
        }
    }

    /** The file is no YAML. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int line;
        private final String why;

        Broken(int line, String why) {
            super(why);
            this.line = line;
            this.why = why;
        }

        String why() {
            return why;
        }

        int line() {
            return line;
        }
    }

    private static YamlEntry of(Node node) {
        int line = node.getStartMark().getLine() + 1;
        if (node instanceof ScalarNode scalar) {
            return new YamlEntry(line, scalar.getValue().strip(), List.of(), Map.of());
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlEntry(
                    line, "", sequence.getValue().stream().map(YamlEntry::of).toList(), Map.of());
        }
        Map<String, YamlEntry> named = new LinkedHashMap<>();
        ((MappingNode) node).getValue().forEach(pair -> {
            YamlEntry value = of(pair.getValueNode());
            int at = pair.getKeyNode().getStartMark().getLine() + 1;
            String name = ((ScalarNode) pair.getKeyNode()).getValue();
            if (named.put(name, new YamlEntry(at, value.text(), value.list(), value.named())) != null) {
                throw new Broken(at, name);
            }
        });
        return new YamlEntry(line, "", List.of(), named);
    }

    Optional<YamlEntry> get(String name) {
        return Optional.ofNullable(named.get(name));
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.text()));
        return texts;
    }
}
