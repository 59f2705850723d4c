package gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/**
 * What is delivered, looked at after it was packed: the bill of materials names everything that is in the jar and nothing
 * that is only for tests, and each part may be passed on. Run by the build in {@code verify}.
 */
class PackageCheck {
    private static final Path TARGET = Path.of("target");
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-1.0",
            "EPL-2.0",
            "CC0-1.0",
            "LGPL-2.1-only");

    private static JsonNode bom() throws IOException {
        assumeFalse(
                System.getProperty("offline", "").endsWith("true"),
                "left out: offline, Maven makes no bill of materials");
        return new ObjectMapper()
                .readTree(TARGET.resolve("gradcheck-sbom.json").toFile())
                .get("components");
    }

    private static Map<String, Set<String>> licences() throws IOException {
        Map<String, Set<String>> licences = new TreeMap<>();
        for (JsonNode part : bom()) {
            Set<String> of = licences.computeIfAbsent(name(part), n -> new TreeSet<>());
            for (JsonNode licence : part.path("licenses")) {
                of.add(licence.path("license")
                        .path("id")
                        .asText(licence.path("license")
                                .path("name")
                                .asText(licence.path("expression").asText())));
            }
        }
        return licences;
    }

    private static String name(JsonNode part) {
        return part.get("group").asText() + ":" + part.get("name").asText();
    }

    /** The parts that say in the jar who they are. */
    private static Set<String> packed() throws IOException {
        Set<String> packed = new TreeSet<>();
        try (JarFile jar = new JarFile(TARGET.resolve("gradcheck.jar").toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    Properties properties = new Properties();
                    try (InputStream in = jar.getInputStream(entry)) {
                        properties.load(in);
                    }
                    packed.add(properties.getProperty("groupId") + ":" + properties.getProperty("artifactId"));
                }
            }
        }
        packed.remove("gradcheck:gradcheck");
        // Inside jdbi3-core's own jar.
        packed.remove("org.antlr:antlr4-runtime");
        return packed;
    }

    private static List<String> classes(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(n -> n.endsWith(".class"))
                .toList();
    }

    @Test
    void the_bots_jar_holds_no_simulator_and_no_websocket() throws IOException {
        try (JarFile jar = new JarFile(TARGET.resolve("gradcheck.jar").toFile())) {
            assertThat(classes(jar))
                    .hasSizeGreaterThan(5_000)
                    .noneMatch(c -> c.startsWith("gradcheck/simulator/"))
                    .noneMatch(c -> c.matches("org/eclipse/jetty/(ee10/)?websocket/.*"));
            assertThat(jar.getEntry("simulator/index.html")).isNull();
        }
    }

    @Test
    void the_bots_jar_has_wxjavas_messages_and_not_its_service() throws IOException {
        try (JarFile jar = new JarFile(TARGET.resolve("gradcheck.jar").toFile())) {
            assertThat(classes(jar))
                    .contains("me/chanjar/weixin/cp/bean/message/WxCpMessage.class")
                    .noneMatch(c -> c.matches("me/chanjar/weixin/cp/(api|tp|config|util)/.*"))
                    .noneMatch(c -> c.matches("(com/thoughtworks|org/xmlpull|org/dom4j|com/google/common"
                            + "|org/bouncycastle|org/apache/http|jodd)/.*"));
        }
    }

    @Test
    void the_simulators_jar_holds_its_page_a_web_server_and_nothing_of_the_bot() throws IOException {
        try (JarFile jar = new JarFile(TARGET.resolve("gradcheck-simulator.jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                    .isEqualTo("gradcheck.simulator.SimulatorMain");
            assertThat(jar.getEntry("simulator/index.html")).isNotNull();
            assertThat(classes(jar))
                    .contains("gradcheck/simulator/SimulatorMain.class", "io/javalin/Javalin.class")
                    .noneMatch(
                            c -> c.matches("gradcheck/(?!simulator/).*|(org/sqlite|org/jdbi|me/chanjar|okhttp3)/.*"));
        }
    }

    @Test
    void the_bill_of_materials_names_everything_in_the_jar_and_no_test_library() throws Exception {
        Set<String> named = licences().keySet();
        assertThat(named).hasSizeGreaterThan(30).containsAll(packed());
        assertThat(named)
                .contains("com.squareup.okhttp3:okhttp-jvm", "org.jetbrains.kotlin:kotlin-stdlib")
                .noneMatch(n -> n.contains("junit") || n.contains("selenium") || n.contains("mockito"));
        for (JsonNode part : bom()) {
            assertThat(part.get("version").asText()).doesNotContain("SNAPSHOT");
            assertThat(part.get("hashes").size()).as(name(part)).isPositive();
        }
    }

    @Test
    void everything_that_is_delivered_may_be_passed_on() throws Exception {
        List<String> doubtful = new ArrayList<>();
        licences().forEach((part, of) -> {
            if (of.stream().noneMatch(ALLOWED::contains)) {
                doubtful.add(part + " " + of);
            }
        });
        List<String> lines = new ArrayList<>();
        licences().forEach((part, of) -> lines.add(part + "  " + String.join(" / ", of)));
        Files.write(TARGET.resolve("THIRD-PARTY.txt"), lines, StandardCharsets.UTF_8);
        assertThat(doubtful).isEmpty();
    }
}
