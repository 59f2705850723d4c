package gradcheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of packages: who may import whom, and which library lives where. A new arrow is a decision. */
class PackageTableTest {
    private static final int GLANCE = 25;

    private static final Pattern MAY_USE = Pattern.compile("May use (\\{@code[^.]*)\\.");
    private static final Pattern NAMED = Pattern.compile("\\{@code (\\w+)}");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern NUMBER = Pattern.compile("\\b[4-9]\\d{4}\\b|\\b301002\\b");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("gradcheck");

    private static final Pattern ITS_LIBRARIES = Pattern.compile(
            "(gradcheck\\.simulator|javax?|jakarta|io\\.javalin|com\\.fasterxml\\.jackson|org\\.jspecify|org\\.eclipse\\.jetty)(\\..*)?|");

    private static final Path SIMULATOR_SOURCES = Path.of("src/simulator/java");

    /** Compiled among the tests, and told from them by where its sources stand. */
    private static final JavaClasses SIMULATOR = new ClassFileImporter()
            .withImportOption(location -> location.matches(Pattern.compile(".*/gradcheck/simulator/.*")))
            .importPackages("gradcheck.simulator")
            .that(DescribedPredicate.describe("are the simulator's", PackageTableTest::isOfTheSimulator));

    private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("message", List.of()),
            Map.entry("metrics", List.of()),
            Map.entry("log", List.of()),
            Map.entry("conversation", List.of("message")),
            Map.entry("domain", List.of("message")),
            // Everything that compares what somebody typed does it in one way.
            Map.entry("language", List.of("message", "domain")),
            // Its answers are filled with the season's contacts.
            Map.entry("intent", List.of("message", "domain", "language")),
            Map.entry("flows", List.of("conversation", "domain", "message", "language")),
            Map.entry("copy", List.of("message")),
            Map.entry("store", List.of("message", "conversation", "domain", "log")),
            // What nobody waits for keeps the quiet hours at the last moment, too.
            Map.entry("outbox", List.of("message", "store", "domain")),
            Map.entry("wecom", List.of("message", "outbox")),
            // Lists go into the chat as the files that roster writes.
            Map.entry("desk", List.of("message", "store", "domain", "roster", "language")),
            Map.entry("reminders", List.of("message", "domain", "store", "outbox", "copy")),
            Map.entry("roster", List.of("message", "domain", "store")),
            Map.entry(
                    "turn",
                    List.of(
                            "message",
                            "conversation",
                            "flows",
                            "desk",
                            "intent",
                            "language",
                            "copy",
                            "store",
                            "domain")),
            // The rehearsal's inspection shows what is stored, in the domain's own types.
            // The one-time pages are the desk's; web only serves them.
            Map.entry("web", List.of("message", "turn", "desk", "wecom", "store", "domain", "conversation", "log")),
            Map.entry(
                    "config",
                    List.of(
                            "message",
                            "conversation",
                            "domain",
                            "flows",
                            "copy",
                            "store",
                            "wecom",
                            "desk",
                            "reminders",
                            "roster",
                            "turn",
                            "language",
                            "intent")),
            Map.entry(
                    "app",
                    List.of(
                            "message",
                            "conversation",
                            "domain",
                            "flows",
                            "copy",
                            "store",
                            "outbox",
                            "wecom",
                            "desk",
                            "reminders",
                            "roster",
                            "turn",
                            "language",
                            "intent",
                            "metrics",
                            "log",
                            "web",
                            "config")),
            Map.entry(
                    "cli",
                    List.of(
                            "message",
                            "conversation",
                            "domain",
                            "flows",
                            "copy",
                            "store",
                            "outbox",
                            "wecom",
                            "desk",
                            "reminders",
                            "roster",
                            "turn",
                            "language",
                            "intent",
                            "metrics",
                            "log",
                            "web",
                            "config",
                            "app"))));

    /** A library's package and its homes; the app only hands routes from web to web. */
    private static final Map<String, List<String>> HOMES = Map.ofEntries(
            Map.entry("io.javalin", List.of("web", "app", "cli")),
            // The simulator's jar has them, the bot's has not.
            Map.entry("org.eclipse.jetty.websocket", List.of()),
            Map.entry("org.eclipse.jetty.ee10.websocket", List.of()),
            Map.entry("org.jdbi", List.of("store")),
            Map.entry("org.sqlite", List.of("store")),
            // The log tells the database's own words, and of other failures only the kind.
            Map.entry("java.sql", List.of("store", "log")),
            Map.entry("me.chanjar", List.of("wecom")),
            Map.entry("okhttp3", List.of("wecom")),
            Map.entry("org.dhatim", List.of("roster")),
            Map.entry("de.siegmar", List.of("roster")),
            Map.entry("com.github.promeg", List.of("intent.text")),
            Map.entry("picocli", List.of("cli")),
            Map.entry("com.fasterxml.jackson.dataformat", List.of("config", "copy", "intent")));

    @Test
    void packages_import_only_what_the_table_allows() {
        MAY_IMPORT.forEach((from, allowed) -> noClasses()
                .that()
                .resideInAPackage("gradcheck." + from + "..")
                .should()
                .dependOnClassesThat(otherThan(from, allowed))
                .allowEmptyShould(true)
                .check(MAIN));
    }

    /** It meets the bot over HTTP, or it would be no stand-in for a platform that others wrote. */
    @Test
    void the_simulator_has_nothing_of_the_bot_and_the_bot_nothing_of_the_simulator() {
        assertThat(SIMULATOR).hasSizeGreaterThan(30);
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are not the simulator's own, Java's, or of its few libraries",
                        c -> !ITS_LIBRARIES.matcher(c.getPackageName()).matches()))
                .check(SIMULATOR);
        slices().matching("gradcheck.simulator.(*)..").should().beFreeOfCycles().check(SIMULATOR);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gradcheck.simulator..")
                .check(MAIN);
    }

    @Test
    void every_package_stands_in_the_table() {
        assertThat(MAIN.stream()
                        .map(c -> c.getPackageName()
                                .replaceFirst("gradcheck\\.", "")
                                .replaceFirst("\\..*", ""))
                        .distinct())
                .isSubsetOf(MAY_IMPORT.keySet());
    }

    /** What one reads at a glance; what grows beyond it is parted by meaning. */
    @Test
    void no_package_has_more_files_than_one_reads_at_a_glance() throws IOException {
        Map<Path, Integer> files = new TreeMap<>();
        for (String name : MAY_IMPORT.keySet()) {
            sources(name).forEach(file -> files.merge(file.getParent(), 1, Integer::sum));
        }
        assertThat(files).hasSizeGreaterThan(40).allSatisfy((folder, count) -> assertThat(count)
                .isLessThanOrEqualTo(GLANCE));
    }

    /** Also across the two programs: whoever hears a name should not have to ask which one. */
    @Test
    void no_two_classes_have_one_name() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (Path root : List.of(Path.of("src/main/java"), SIMULATOR_SOURCES)) {
            try (Stream<Path> files = Files.walk(root)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                        .filter(name -> !names.add(name))
                        .forEach(twice::add);
            }
        }
        assertThat(names).hasSizeGreaterThan(300);
        assertThat(twice).isEmpty();
    }

    @Test
    void a_package_that_says_whom_it_may_use_says_what_the_table_says() throws IOException {
        SortedSet<String> telling = new TreeSet<>();
        for (Map.Entry<String, List<String>> row : MAY_IMPORT.entrySet()) {
            String name = row.getKey();
            Path info = Path.of("src/main/java/gradcheck", name, "package-info.java");
            Matcher says = MAY_USE.matcher(Files.readString(info, StandardCharsets.UTF_8));
            if (says.find()) {
                telling.add(name);
                assertThat(NAMED.matcher(says.group(1)).results().map(m -> m.group(1)))
                        .as(name)
                        .containsExactlyInAnyOrderElementsOf(row.getValue());
            }
        }
        assertThat(telling).contains("store", "turn", "web");
    }

    @Test
    void each_foreign_library_has_its_home() {
        HOMES.forEach((library, homes) -> noClasses()
                .that(DescribedPredicate.describe("live outside " + homes, c -> homes.stream()
                        .noneMatch(h -> c.getPackageName().startsWith("gradcheck." + h))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .allowEmptyShould(true)
                .check(MAIN));
    }

    @Test
    void time_and_chance_are_handed_in() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(MAIN);
    }

    /** The numbers that the door knows, and the word for them, stand in no other code; comments and page numbers aside. */
    @Test
    void an_errcode_is_known_to_the_door_alone() throws IOException {
        Set<String> numbers = new TreeSet<>();
        for (Path file : sources("wecom")) {
            NUMBER.matcher(code(file)).results().map(MatchResult::group).forEach(numbers::add);
        }
        assertThat(numbers).contains("81013", "40001", "60020", "42001", "45009");
        for (String name : MAY_IMPORT.keySet()) {
            for (Path file : name.equals("wecom") || name.equals("simulator") ? List.<Path>of() : sources(name)) {
                assertThat(NUMBER.matcher(code(file)).results().map(MatchResult::group))
                        .as(file.toString())
                        .doesNotContainAnyElementsOf(numbers);
                assertThat(code(file)).as(file.toString()).doesNotContainIgnoringCase("errcode");
            }
        }
    }

    private static List<Path> sources(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/gradcheck", name))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }

    private static String code(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file, StandardCharsets.UTF_8))
                .replaceAll("")
                .replaceAll("(?<=\\d)_(?=\\d)", "");
    }

    @Test
    void a_wrong_arrow_is_found() {
        assertThatThrownBy(() -> noClasses()
                        .that()
                        .resideInAPackage("gradcheck.turn..")
                        .should()
                        .dependOnClassesThat(otherThan("turn", List.of("message")))
                        .check(MAIN))
                .isInstanceOf(AssertionError.class);
    }

    private static boolean isOfTheSimulator(JavaClass c) {
        return Files.exists(
                SIMULATOR_SOURCES.resolve(c.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java"));
    }

    private static DescribedPredicate<JavaClass> otherThan(String own, List<String> allowed) {
        return DescribedPredicate.describe(
                "are gradcheck's but not of " + own + " or " + allowed,
                c -> c.getPackageName().startsWith("gradcheck.")
                        && !c.getPackageName().startsWith("gradcheck." + own)
                        && allowed.stream().noneMatch(a -> c.getPackageName().startsWith("gradcheck." + a)));
    }
}
