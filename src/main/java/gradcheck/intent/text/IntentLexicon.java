package gradcheck.intent.text;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of {@code lexicon.yml}, as they stand in the file.
 *
 * @param synonyms a meaning and the ways it is said; {@code *} stands for up to four signs
 * @param groups a meaning that covers several others
 * @param asking meanings that say what is asked
 * @param questions meanings that make a question of an order
 * @param silent meanings that make no difference to a command
 * @param around what may stand around a command beside the fillers, as yes and thanks do
 * @param doubts patterns with which nothing is agreed to
 * @param agreeing commands that agree to something: who denies or finds fault has not said them
 * @param denials what denies or finds fault
 * @param fillers politeness and the like, dropped before anything is compared
 * @param stop single signs that are dropped
 * @param dialect words of some provinces only, and what the others say
 * @param opposites patterns of what denies one thing and so asks for another, and how that is asked for
 * @param commands a fixed word and the other ways to say it
 * @param anchors meanings that keep a message in scope, whatever else it names
 * @param acute despair with a means at hand, a place or a farewell; an older file has none
 * @param outside words that show a question is about the world outside the university's offices
 */
// An older file may have what the search for near examples needed and a table of traditional signs; they say nothing
// any more.
@JsonIgnoreProperties({"generic", "weak", "traditional"})
public record IntentLexicon(
        @JsonProperty(required = true) Map<String, List<String>> synonyms,
        @JsonProperty(required = true) Map<String, List<String>> groups,
        @JsonProperty(required = true) List<String> asking,
        @JsonProperty(required = true) List<String> questions,
        @JsonProperty(required = true) List<String> silent,
        @JsonProperty(required = true) List<String> around,
        @JsonProperty(required = true) List<String> doubts,
        @JsonProperty(required = true) List<String> agreeing,
        @JsonProperty(required = true) Patterns denials,
        @JsonProperty(required = true) List<String> fillers,
        @JsonProperty(required = true) String stop,
        @JsonProperty(required = true) Map<String, String> dialect,
        @JsonProperty(required = true) Map<String, String> opposites,
        @JsonProperty(required = true) Map<String, Wording> commands,
        @JsonProperty(required = true) Map<String, List<String>> smallTalk,
        @JsonProperty(required = true) Map<String, Matter> elsewhere,
        @JsonProperty(required = true) List<String> anchors,
        @JsonProperty(required = true) List<String> outside,
        @JsonProperty(required = true) Patterns abuse,
        @JsonProperty(required = true) Patterns probe,
        @JsonProperty(required = true) Patterns despair,
        @Nullable Patterns acute) {

    private static final List<String> FIELDS = List.of("一般字段", "关键字段");

    /** The meanings that are fields of a record. */
    public List<String> fields() {
        return FIELDS.stream()
                .flatMap(group -> groups.getOrDefault(group, List.of()).stream())
                .toList();
    }

    /**
     * How a command is said.
     *
     * @param says whole messages; nothing but these will do where a slip would cost something
     * @param asks examples that similar messages are compared with
     * @param needs groups of words: a message that holds one of each is likelier to be the command
     * @param only with what it needs and nothing else but these, a message is this command
     */
    @JsonIgnoreProperties("unless")
    public record Wording(
            @Nullable List<String> says,
            @Nullable List<String> asks,
            @Nullable List<List<String>> needs,
            @Nullable List<String> only) {
        public List<List<String>> required() {
            return needs == null
                    ? List.of()
                    : needs.stream().filter(group -> !group.isEmpty()).toList();
        }

        public List<String> whole() {
            return says == null ? List.of() : says;
        }

        public List<String> examples() {
            return asks == null ? List.of() : asks;
        }
    }

    /** Another office's matter: its words, and whom to ask. */
    public record Matter(
            @JsonProperty(required = true) List<String> words, @JsonProperty(required = true) String ask) {}

    /**
     * Patterns over the plain text: {@code *} stands for up to eight signs, {@code {name}} for one of a list of words.
     *
     * @param says what shows it
     * @param unless what looks the same and is harmless; it is taken out before
     */
    public record Patterns(
            @Nullable Map<String, List<String>> words,
            @JsonProperty(required = true) List<String> says,
            @Nullable List<String> unless) {
        private static final String GAP = ".{0,8}";

        public Pattern shown() {
            return compiled(says);
        }

        public Pattern harmless() {
            return compiled(unless == null || unless.isEmpty() ? List.of("(?!)") : unless);
        }

        private Pattern compiled(List<String> patterns) {
            return Pattern.compile(patterns.stream().map(this::filled).collect(Collectors.joining("|", "(?:", ")")));
        }

        private String filled(String pattern) {
            String filled = pattern.replace("*", GAP);
            for (Map.Entry<String, List<String>> list :
                    words == null ? List.<Map.Entry<String, List<String>>>of() : words.entrySet()) {
                filled = filled.replace(
                        "{" + list.getKey() + "}",
                        list.getValue().stream().collect(Collectors.joining("|", "(?:", ")")));
            }
            return filled;
        }
    }

    /**
     * Reads a lexicon.
     *
     * @throws IOException if it can't be read or has a key nobody knows; the message names the line
     */
    public static IntentLexicon read(Path file) throws IOException {
        return new YAMLMapper().readValue(Files.readString(file, StandardCharsets.UTF_8), IntentLexicon.class);
    }
}
