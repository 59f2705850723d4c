package gradcheck.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever writes to a table from which a student's status is derived says so, or the row would stay as it was. */
class StatusWritersTest {
    private static final String TABLES = "student|binding|standing|mute|unreachable|confirmation|correction|photo_fact"
            + "|postponed|reopening|phone_call|inbox|outbox";
    private static final Pattern WRITE =
            Pattern.compile("(?:INSERT INTO|UPDATE|DELETE FROM) (?:(?:" + TABLES + ")\\b[^\"]*|\" \\+ [^;]{0,40})");
    private static final Pattern TELLS = Pattern.compile("changed(?:\\.|::)(?:add|addOfRoster|heard|settled)\\b");
    private static final Pattern NAME = Pattern.compile("(?m)^    [^\\s*/].*?(\\w+)\\([^;]*?\\{$", Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("String (\\w+) =\\s");

    /** By file and the statement's beginning: why no row can become wrong by it. */
    private static final Map<String, String> EXCUSED = new TreeMap<>(Map.ofEntries(
            Map.entry("Inbox.java: UPDATE inbox", "neither answer nor pace tell when somebody wrote"),
            Map.entry("Outbox.java: INSERT INTO outbox", "it is not settled"),
            Map.entry("Outbox.java: UPDATE outbox SET state", "what is dropped was never on its way"),
            Map.entry("Outbox.java: UPDATE outbox SET body", "forgotten, not undone"),
            Map.entry("OutboxQueue.java: UPDATE outbox SET state = 'sending'", "it is not settled"),
            Map.entry("OutboxQueue.java: UPDATE outbox SET state = 'new'", "it is not settled"),
            Map.entry("RoundRows.java: UPDATE outbox", "what is dropped was never on its way"),
            Map.entry("Students.java: UPDATE student SET name_key", "a migration's; no state follows from it"),
            Map.entry("Reencryption.java: UPDATE", "the same, written with another key"),
            Map.entry("Purge.java: ", "makes all rows stale at once")));

    private record Write(String file, String statement, boolean isTold) {
        @Override
        public String toString() {
            return file + ": " + statement;
        }
    }

    private static List<Write> writes() throws IOException {
        List<Write> writes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/gradcheck"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                writes.addAll(writes(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8)));
            }
        }
        return writes;
    }

    private static List<Write> writes(String file, String source) {
        List<String> blocks = List.of(source.split("(?m)^    }$|(?m)^    }\\n", -1));
        List<Write> writes = new ArrayList<>();
        Set<String> telling = blocks.stream()
                .filter(block -> TELLS.matcher(block).find())
                .flatMap(block -> NAME.matcher(block).results().map(m -> m.group(1)))
                .collect(Collectors.toSet());
        for (String block : blocks) {
            Matcher write = WRITE.matcher(block);
            while (write.find()) {
                writes.add(new Write(file, write.group(), isTold(block, write.start(), blocks, telling)));
            }
        }
        return writes;
    }

    /** In the method itself, in one it calls, or, for a constant, in every method that uses it. */
    private static boolean isTold(String block, int at, List<String> blocks, Set<String> telling) {
        int line = block.lastIndexOf(";\n", at) + 1;
        Matcher constant = CONSTANT.matcher(block.substring(line, at));
        if (!constant.find()) {
            return tells(block, telling);
        }
        Pattern use = Pattern.compile("\\b" + constant.group(1) + "\\b(?! =)");
        return blocks.stream()
                .filter(other -> use.matcher(other.replaceAll("\"[^\"]*\"", "")).find())
                .allMatch(other -> tells(other, telling));
    }

    private static boolean tells(String block, Set<String> telling) {
        return TELLS.matcher(block).find()
                || telling.stream().anyMatch(name -> block.contains("        " + name + "("));
    }

    @Test
    void whatever_writes_to_a_table_of_the_status_tells_it() throws IOException {
        assertThat(writes()).hasSizeGreaterThan(30);
        assertThat(writes().stream().filter(write -> !write.isTold()).filter(write -> EXCUSED.keySet().stream()
                        .noneMatch(excused -> write.toString().startsWith(excused))))
                .isEmpty();
    }

    @Test
    void every_excuse_is_needed() throws IOException {
        List<Write> silent = writes().stream().filter(write -> !write.isTold()).toList();
        assertThat(EXCUSED.keySet()).allSatisfy(excused -> assertThat(silent)
                .anyMatch(write -> write.toString().startsWith(excused)));
    }

    /** The test's own eyes. */
    @Test
    void a_writer_that_says_nothing_is_seen() {
        String silent =
                "    void put() {\n        handle.execute(\"INSERT INTO mute (person) VALUES ('x')\");\n    }\n";
        String telling = silent.replace("        handle", "        changed.add(person);\n        handle");
        assertThat(writes("A.java", silent)).singleElement().matches(write -> !write.isTold());
        assertThat(writes("A.java", telling)).singleElement().matches(Write::isTold);
    }
}
