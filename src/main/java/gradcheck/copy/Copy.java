package gradcheck.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gradcheck.message.Choice;
import gradcheck.message.ChoiceLabel;
import gradcheck.message.Choices;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The copy file: every sentence by its dotted key, with placeholders in braces. */
public final class Copy {
    /**
     * What would begin a tag: a text may hold {@code <a href>} (page 90236), so a value somebody typed could be a link under
     * other words in their teacher's chat. A sentence of the file may have one; no value has.
     */
    private static final Pattern TAG = Pattern.compile("<(?=[a-zA-Z/!?])");

    private static final String FULL_WIDTH = "＜";

    private final Map<String, Template> sentences;

    /**
     * Something wrong with a sentence.
     *
     * @param needed of a misfit: the placeholders it must have, in braces; none: it may have none
     */
    public record Fault(Kind kind, String key, String needed) {
        /** What is wrong. */
        public enum Kind {
            MISSING,
            MISFIT,
            UNUSED
        }
    }

    private Copy(Map<String, Template> sentences) {
        this.sentences = sentences;
    }

    /**
     * Reads a copy file.
     *
     * @throws IOException if it can't be read or is no YAML; the message names the line
     */
    public static Copy read(Path file) throws IOException {
        Map<String, Template> sentences = new TreeMap<>();
        gather("", new YAMLMapper().readTree(Files.readString(file, StandardCharsets.UTF_8)), sentences);
        return new Copy(sentences);
    }

    /**
     * What is wrong with the file: keys missing, keys nobody uses, placeholders that don't fit. Empty when all is well.
     *
     * @param phrases every phrase the program can say
     */
    public List<Fault> faults(Collection<Phrase> phrases) {
        List<Fault> faults = new ArrayList<>();
        Set<String> unused = new TreeSet<>(sentences.keySet());
        for (Phrase phrase : phrases) {
            unused.remove(phrase.key());
            Template sentence = sentences.get(phrase.key());
            if (sentence == null) {
                faults.add(new Fault(Fault.Kind.MISSING, phrase.key(), ""));
            } else if (!sentence.placeholders().equals(new TreeSet<>(phrase.placeholders()))) {
                faults.add(new Fault(Fault.Kind.MISFIT, phrase.key(), braced(phrase.placeholders())));
            }
        }
        unused.forEach(key -> faults.add(new Fault(Fault.Kind.UNUSED, key, "")));
        return faults;
    }

    private static String braced(Collection<String> placeholders) {
        return new TreeSet<>(placeholders).stream().map(p -> "{" + p + "}").collect(Collectors.joining(" "));
    }

    /** The words of what is to be said. */
    public String render(Say say) {
        Template sentence = sentences.get(say.phrase().key());
        if (sentence == null) {
            throw new IllegalArgumentException("no sentence for " + say.phrase().key());
        }
        return sentence.filled(name -> word(say.values().getOrDefault(name, "")));
    }

    /** The choices as buttons, each saying its number; a single one says its own name. */
    public List<Choice> buttons(Choices choices) {
        List<Choice> buttons = new ArrayList<>();
        for (int i = 0; i < choices.offered().size(); i++) {
            String label = label(choices, choices.offered().get(i)).button();
            boolean isCounted = choices.offered().size() > 1 && !choices.areValues();
            if (!label.isEmpty()) {
                buttons.add(new Choice(label, isCounted ? String.valueOf(i + 1) : label));
            }
        }
        return buttons;
    }

    private String numbered(Choices choices) {
        return IntStream.range(0, choices.offered().size())
                .mapToObj(i ->
                        (i + 1) + " " + label(choices, choices.offered().get(i)).line())
                .collect(Collectors.joining("\n"));
    }

    private ChoiceLabel label(Choices choices, String choice) {
        return choices.areValues()
                ? new ChoiceLabel(choice, choice)
                : ChoiceLabel.of(render(choices.label(choice).say()));
    }

    private String word(Object value) {
        if (value instanceof Say say) {
            return render(say);
        }
        if (value instanceof Choices choices) {
            return numbered(choices);
        }
        if (value instanceof Collection<?> lines) {
            return lines.stream().map(this::word).collect(Collectors.joining("\n"));
        }
        return TAG.matcher(String.valueOf(value)).replaceAll(FULL_WIDTH);
    }

    private static void gather(String prefix, JsonNode node, Map<String, Template> into) {
        if (node.isObject()) {
            node.properties().forEach(e -> gather(prefix + e.getKey() + ".", e.getValue(), into));
        } else if (!prefix.isEmpty()) {
            into.put(
                    prefix.substring(0, prefix.length() - 1),
                    new Template(node.asText().strip()));
        }
    }
}
