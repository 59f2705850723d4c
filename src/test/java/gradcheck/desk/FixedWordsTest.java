package gradcheck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gradcheck.desk.ask.DeskLexicon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people write for a fixed word leads to one that there is. */
class FixedWordsTest {
    @Test
    void each_of_the_words_that_are_meant_is_a_command() throws Exception {
        JsonNode fixed =
                new YAMLMapper().readTree(Path.of("config/desk.yml").toFile()).path("fixed");
        List<String> meant = new ArrayList<>();
        fixed.fieldNames().forEachRemaining(meant::add);
        Commands commands = new Commands(said -> Optional.empty(), Commands.Asking.NOTHING);
        assertThat(meant).isNotEmpty();
        assertThat(commands.words()).containsAll(meant);
    }

    @Test
    void none_may_stand_for_another_that_stands_for_a_third() {
        DeskLexicon lexicon = new DeskLexicon(Map.of("fixed", Map.of("撤销", List.of("撤回"), "撤回", List.of("撤了吧"))));
        assertThat(lexicon.faults()).containsExactly("撤了吧: 撤回 stands for another word itself");
    }
}
