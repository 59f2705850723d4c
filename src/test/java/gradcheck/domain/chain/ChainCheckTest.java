package gradcheck.domain.chain;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.chain.ChainCheck.CollegeChain;
import gradcheck.domain.chain.ChainCheck.Fault;
import gradcheck.domain.chain.ChainCheck.Line;
import gradcheck.domain.chain.ChainCheck.Wrong;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What somebody who touched an export of 文学院's four lines and 理学院's two is told. */
class ChainCheckTest {
    private static final String LETTERS = "文学院";
    private static final String SCIENCE = "理学院";

    private final List<Line> lines = new ArrayList<>();
    private final List<CollegeChain> chains = List.of(chain(LETTERS, 4), chain(SCIENCE, 2));

    private CollegeChain chain(String college, int length) {
        List<String> contents = new ArrayList<>();
        List<String> commitments = new ArrayList<>();
        String hash = Chain.BEGINNING;
        for (int i = 0; i < length; i++) {
            List<String> columns = List.of("r" + lines.size(), "0" + i, "李四", college, "备注" + i);
            String content = Chain.content(columns);
            lines.add(new Line(lines.size() + 2, columns, content, hash));
            contents.add(content);
            commitments.add(Chain.commitment("salt" + i, "shown"));
            hash = Chain.link(hash, content, commitments.get(i));
        }
        return new CollegeChain(college, hash, contents, commitments, Set.of());
    }

    private Optional<Fault> after(Consumer<List<Line>> change) {
        List<Line> changed = new ArrayList<>(lines);
        change.accept(changed);
        return new ChainCheck(chains).firstFault(changed);
    }

    private Line with(int at, int column, String value) {
        Line line = lines.get(at);
        List<String> columns = new ArrayList<>(line.columns());
        columns.set(column, value);
        return new Line(line.number(), columns, line.content(), line.previous());
    }

    @Test
    void an_untouched_file_holds() {
        assertThat(after(file -> {})).isEmpty();
        assertThat(chains).allMatch(CollegeChain::holds);
    }

    /** What a spreadsheet and ten lines of any language can compute again in ten years. */
    @Test
    void a_line_is_hashed_with_each_columns_length_before_it_so_that_no_two_read_alike() {
        assertThat(Chain.content(List.of("r1", "李四", "")))
                .isEqualTo("abf50908320561eafc4da67b0b60bf420e6a6e1092dc5e2785bd22b06f98743f");
        assertThat(Chain.content(List.of("ab", "c"))).isNotEqualTo(Chain.content(List.of("a", "bc")));
    }

    @Test
    void a_chain_whose_hashes_do_not_lead_to_its_head_does_not_hold() {
        CollegeChain chain = chains.get(0);
        List<String> others = new ArrayList<>(chain.commitments());
        Collections.swap(others, 0, 1);
        assertThat(new CollegeChain(LETTERS, chain.head(), chain.contents(), others, Set.of()).holds())
                .isFalse();
        assertThat(new CollegeChain(LETTERS, chain.head(), chain.contents(), others.subList(0, 3), Set.of()).holds())
                .isFalse();
    }

    @Test
    void a_changed_cell_and_a_changed_hash_are_told_apart() {
        assertThat(after(file -> file.set(1, with(1, 2, "李五")))).contains(new Fault(Wrong.CHANGED, 3, LETTERS, 0));
        Line line = lines.get(1);
        assertThat(after(file -> file.set(1, new Line(3, line.columns(), "0", line.previous()))))
                .contains(new Fault(Wrong.HASH_CHANGED, 3, LETTERS, 0));
        assertThat(after(file -> file.set(1, new Line(3, line.columns(), line.content(), "0"))))
                .contains(new Fault(Wrong.HASH_CHANGED, 3, LETTERS, 0));
    }

    @Test
    void a_line_that_was_given_to_another_college_is_named_with_its_own() {
        assertThat(after(file -> file.set(1, with(1, 3, SCIENCE)))).contains(new Fault(Wrong.MOVED, 3, LETTERS, 0));
    }

    @Test
    void lines_that_changed_places_are_told_from_lines_that_are_gone() {
        assertThat(after(file -> Collections.swap(file, 1, 2))).contains(new Fault(Wrong.REORDERED, 4, LETTERS, 0));
        assertThat(after(file -> file.add(1, file.remove(3)))).contains(new Fault(Wrong.REORDERED, 5, LETTERS, 0));
        assertThat(after(file -> file.remove(1))).contains(new Fault(Wrong.REMOVED_BEFORE, 4, LETTERS, 1));
        assertThat(after(file -> file.subList(1, 3).clear())).contains(new Fault(Wrong.REMOVED_BEFORE, 5, LETTERS, 2));
        assertThat(after(file -> file.subList(3, 4).clear()))
                .as("the last of its college")
                .contains(new Fault(Wrong.REMOVED_BEFORE, 6, LETTERS, 1));
    }

    @Test
    void a_line_twice_a_line_too_many_and_a_file_cut_off_are_found() {
        assertThat(after(file -> file.add(2, file.get(1)))).contains(new Fault(Wrong.REORDERED, 3, LETTERS, 0));
        assertThat(after(file -> file.add(new Line(8, List.of("r9", "09", "王五", SCIENCE, ""), "0", "0"))))
                .contains(new Fault(Wrong.ADDED, 8, SCIENCE, 0));
        assertThat(after(file -> file.subList(4, 6).clear())).contains(new Fault(Wrong.CUT_OFF, 5, SCIENCE, 2));
        assertThat(after(List::clear)).contains(new Fault(Wrong.CUT_OFF, 1, LETTERS, 6));
    }

    private static Line emptied(Line line) {
        List<String> columns = List.of("", "", "", line.college(), "");
        return new Line(line.number(), columns, line.content(), line.previous());
    }

    @Test
    void a_line_that_was_emptied_is_right_only_where_the_proof_says_that_it_was_purged() {
        assertThat(after(file -> file.set(1, emptied(file.get(1))))).contains(new Fault(Wrong.EMPTIED, 3, LETTERS, 0));
        CollegeChain letters = chains.get(0);
        CollegeChain purged =
                new CollegeChain(LETTERS, letters.head(), letters.contents(), letters.commitments(), Set.of(1));
        List<Line> file = new ArrayList<>(lines);
        ChainCheck check = new ChainCheck(List.of(purged, chains.get(1)));
        assertThat(check.firstFault(file)).as("it was there before").isPresent();
        file.set(1, emptied(file.get(1)));
        assertThat(check.firstFault(file)).isEmpty();
        Collections.swap(file, 1, 2);
        assertThat(check.firstFault(file)).contains(new Fault(Wrong.REORDERED, 4, LETTERS, 0));
    }
}
