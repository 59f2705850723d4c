package gradcheck.desk.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gradcheck.app.TestSettings;
import gradcheck.domain.Fields;
import gradcheck.domain.status.StudentState;
import gradcheck.store.query.StudentQueries.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of phrasings: what members of staff write in haste, and what it means. Not one may be read wrongly. */
class GrammarTest {
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 15);
    private static final Path TABLE = Path.of("src/test/resources/desk/phrasings.txt");
    private static final List<Place> PLACES = List.of(
            new Place("信息科学与工程学院", "计算2301班", "计算机科学与技术"),
            new Place("信息科学与工程学院", "计算2302班", "计算机科学与技术"),
            new Place("信息科学与工程学院", "软件2301班", "软件工程"),
            new Place("信息科学与工程学院", "萃英班", "计算机科学与技术"),
            new Place("化学化工学院", "化学2303班", "化学"),
            new Place("文学院", "汉语2304班", "汉语言文学"));
    /** By the keys of their names. */
    private static final Set<String> PEOPLE = Set.of("张三", "李伟", "王五", "阿依古丽买买提", "还有谁", "马全", "周完");

    private static DeskLexicon lexicon() throws IOException {
        Map<String, Map<String, List<String>>> file = new YAMLMapper()
                .readValue(
                        Files.readString(Path.of("config/desk.yml"), StandardCharsets.UTF_8), new TypeReference<>() {});
        return new DeskLexicon(file);
    }

    @Test
    void every_phrasing_is_read_as_the_table_says() throws Exception {
        Fields fields = TestSettings.season().fields();
        Grammar grammar = new Grammar(lexicon(), fields);
        List<String> read = new ArrayList<>();
        List<String> written = lines();
        for (String line : written) {
            String phrase = line.substring(0, line.indexOf(" => "));
            Set<String> found = Set.copyOf(Grammar.candidates(PlainText.of(phrase)).stream()
                    .filter(PEOPLE::contains)
                    .toList());
            String reading = grammar.read(phrase, new NameIndex(PLACES, found), MONDAY)
                    .map(ParsedQuestion::line)
                    .orElse("-");
            read.add(phrase + " => " + reading);
        }
        assertThat(read).hasSizeGreaterThan(150).isEqualTo(written);
    }

    /** C8: what an answer calls a state can be asked for by the same name. */
    @ParameterizedTest
    @EnumSource(StudentState.class)
    void a_state_is_asked_for_by_its_own_title(StudentState state) throws Exception {
        Grammar grammar = new Grammar(lexicon(), TestSettings.season().fields());
        ParsedQuestion reading = grammar.read(state.title(), new NameIndex(PLACES, Set.of()), MONDAY)
                .orElseThrow();
        // 未提交 alone is what secretaries call a record that was not confirmed; who wrote a correction has one.
        Map<StudentState, StudentState> said = Map.of(
                StudentState.UNSUBMITTED,
                StudentState.UNCONFIRMED,
                StudentState.ANY_CORRECTION,
                StudentState.CORRECTED);
        assertThat(reading.states()).containsExactly(said.getOrDefault(state, state));
        assertThat(reading.unknown()).isEmpty();
    }

    @Test
    void the_words_of_the_config_have_one_meaning_each() throws Exception {
        assertThat(lexicon().faults()).isEmpty();
    }

    @Test
    void a_broken_word_list_says_what_is_wrong() {
        DeskLexicon broken = new DeskLexicon(Map.of(
                "state", Map.of("UNCONFIRMED", List.of("没核"), "NOBODY", List.of("谁也不")),
                "noise", Map.of("WORD", List.of("没核")),
                "verb", Map.of("SING", List.of("唱")),
                "song", Map.of("A", List.of("b"))));
        assertThat(broken.faults()).hasSize(4);
    }

    private static List<String> lines() throws IOException {
        try (Stream<String> lines = Files.lines(TABLE, StandardCharsets.UTF_8)) {
            return lines.filter(l -> l.contains(" => ")).toList();
        }
    }
}
