package gradcheck.config;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.OlderFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code doctor --upgrade} compares with. The list of what a version shipped is made by this test from that version's
 * folder: {@code mvn test -Dtest=ShippedConfigTest -Dshipped=write}.
 */
class ShippedConfigTest {
    private static final Path LIST = Path.of("src/main/resources/gradcheck/config/shipped-1.0.0.txt");

    @TempDir
    Path folder;

    @Test
    void every_file_of_the_folder_comes_with_the_program() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            List<String> there = files.filter(Files::isRegularFile)
                    .map(file -> Path.of("config").relativize(file).toString())
                    .toList();
            assertThat(ShippedConfig.FILES).containsExactlyInAnyOrderElementsOf(there);
        }
        for (String file : ShippedConfig.FILES) {
            assertThat(ShippedConfig.text(file)).isEqualTo(Files.readString(Path.of("config", file)));
        }
    }

    @Test
    void the_list_says_what_1_0_0_shipped() throws Exception {
        OlderFolder.unpack(folder);
        List<String> lines = new ArrayList<>();
        for (String file : ShippedConfig.FILES) {
            if (Files.exists(folder.resolve(file))) {
                ConfigBlock block = ConfigUpgrade.parsed(file, Files.readString(folder.resolve(file)));
                lines.add("[" + file + "]");
                lines.addAll(ShippedConfig.lines(block, "").stream().distinct().toList());
            }
        }
        String list = String.join("\n", lines) + "\n";
        if ("write".equals(System.getProperty("shipped"))) {
            Files.writeString(LIST, list, StandardCharsets.UTF_8);
        }
        assertThat(LIST).hasContent(list);
    }

    @Test
    void a_file_that_is_taken_apart_and_put_together_is_the_same() throws Exception {
        for (String file : ShippedConfig.FILES) {
            String text = ShippedConfig.text(file);
            ConfigBlock block = ConfigUpgrade.parsed(file, text);
            assertThat(ConfigUpgrade.parsed(file, block.text())).isEqualTo(block);
            if (!file.equals("sayings.txt")) {
                assertThat(block.text()).isEqualTo(text);
            }
        }
    }
}
