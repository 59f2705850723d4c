package gradcheck.roster.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import gradcheck.domain.Fields;
import gradcheck.domain.Season;
import gradcheck.domain.chain.ChainCheck.Wrong;
import gradcheck.roster.write.ConfirmationFile.Verdict;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.record.Confirmations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export proves itself: whatever is done to it, the first line that doesn't fit is named. */
class ConfirmationFileTest {
    private static final Season SEASON = new Season(
            2027,
            new Fields(List.of()),
            new Season.Office("教务处", "0931-1", "0931-1", "x@example.edu.cn"),
            new Season.Chsi("010-1", "k@example.edu.cn", "chsi"),
            "12356",
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            LocalDate.of(2027, 4, 30),
            Map.of(),
            new Season.Retention(90, Optional.empty()),
            ZoneId.of("Asia/Shanghai"));
    private static final List<String> COLLEGES = List.of("信息学院", "化学学院", "文学院");
    private static final List<String> ODD_NAMES = List.of(
            "=HYPERLINK(\"http://x\")", "'引号", "''", "\t制表", "＝全角", "  =空格", "@甲", "-1", "乙\n丙", "丁,\"戊\"", "𬱖");
    private static final int EACH = 9;

    @TempDir
    Path folder;

    private Store store;
    private String csv;
    private byte[] proof;

    @BeforeEach
    void export() throws Exception {
        store = Stores.open(
                "jdbc:sqlite:" + folder.resolve("t.db"),
                new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
        for (int i = 0; i < EACH * COLLEGES.size(); i++) {
            confirm(i);
        }
        write();
    }

    private void write() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.Order order = new Exports.Order(Exports.Kind.CONFIRMATIONS, "", Exports.Format.CSV);
        ConfirmationProof proved = store.read(t -> {
            try {
                return new Exports(SEASON).writeProved(order, t, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        csv = out.toString(StandardCharsets.UTF_8);
        proof = proved.json().getBytes(StandardCharsets.UTF_8);
    }

    private void confirm(int i) {
        String college = COLLEGES.get(i % COLLEGES.size());
        String receipt = String.format("2027-%05d-1", i + 1);
        String name = ODD_NAMES.get(i % ODD_NAMES.size());
        List<String> columns = List.of(
                receipt, "0" + i, name, college, "数学", "1班", "无误", i % 4 == 0 ? "" : "-备注\u001f" + i, "t", "否", "1");
        store.write(t -> t.confirmations()
                        .append(new Confirmations.New(
                                2027,
                                college,
                                receipt,
                                "0" + i,
                                1,
                                "无误",
                                Instant.EPOCH,
                                false,
                                columns,
                                "salt" + i,
                                "shown")))
                .join();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Verdict check(List<List<String>> rows) {
        return ConfirmationFile.check(written(rows).getBytes(StandardCharsets.UTF_8), proof);
    }

    private static String written(List<List<String>> rows) {
        StringBuilder text = new StringBuilder("\uFEFF");
        rows.forEach(r -> text.append(String.join(
                        ",",
                        r.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').toList()))
                .append("\r\n"));
        return text.toString();
    }

    /** The rows as a spreadsheet shows them, the header among them. */
    private List<List<String>> rows() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (var reader = CsvReader.builder().ofCsvRecord(csv.substring(1))) {
            reader.forEach(r -> rows.add(new ArrayList<>(r.getFields())));
        }
        return rows;
    }

    private static Wrong wrong(Verdict verdict, int line) {
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        var fault = ((Verdict.Broken) verdict).fault();
        assertThat(fault.line()).as(fault.toString()).isEqualTo(line);
        return fault.wrong();
    }

    @Test
    void what_was_exported_is_accepted_and_begins_no_formula() throws Exception {
        Verdict verdict = ConfirmationFile.check(csv.getBytes(StandardCharsets.UTF_8), proof);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Intact.class, intact -> {
            assertThat(intact.lines()).isEqualTo(EACH * COLLEGES.size());
            assertThat(intact.colleges())
                    .extracting(ConfirmationProof.College::count)
                    .containsOnly(EACH);
        });
        assertThat(csv).startsWith("\uFEFF回执号,");
        assertThat(rows()).allSatisfy(r -> assertThat(r)
                .noneMatch(c -> c.strip().matches("(?s)[=+\\-@＝＋－＠].*") || c.startsWith("\t")));
        assertThat(check(rows())).as("requoted").isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void every_changed_cell_is_found_in_its_line() throws Exception {
        List<List<String>> rows = rows();
        for (int line = 1; line < rows.size(); line++) {
            for (int column = 0; column < rows.get(line).size(); column++) {
                List<List<String>> forged = copy(rows);
                forged.get(line).set(column, forged.get(line).get(column) + "1");
                assertThat(wrong(check(forged), line + 1)).isIn(Wrong.CHANGED, Wrong.HASH_CHANGED, Wrong.MOVED);
            }
        }
    }

    @Test
    void every_removed_line_is_named_by_the_one_after_it_and_a_cut_by_the_one_before() throws Exception {
        List<List<String>> rows = rows();
        for (int line = 1; line < rows.size(); line++) {
            List<List<String>> forged = copy(rows);
            forged.remove(line);
            boolean isLast = line == rows.size() - 1;
            assertThat(wrong(check(forged), isLast ? line : line + 1))
                    .isEqualTo(isLast ? Wrong.CUT_OFF : Wrong.REMOVED_BEFORE);
            assertThat(wrong(check(rows.subList(0, line)), line)).isEqualTo(Wrong.CUT_OFF);
        }
    }

    @Test
    void every_swap_of_two_lines_is_found_at_the_first_of_them() throws Exception {
        List<List<String>> rows = rows();
        for (int one = 1; one < rows.size(); one++) {
            for (int other = one + 1; other < rows.size(); other++) {
                List<List<String>> forged = copy(rows);
                Collections.swap(forged, one, other);
                assertThat(wrong(check(forged), one + 1)).isEqualTo(Wrong.REORDERED);
            }
        }
    }

    @Test
    void a_line_moved_to_another_college_is_found_with_the_college_it_came_from() throws Exception {
        List<List<String>> forged = rows();
        forged.get(3).set(3, forged.get(EACH * 2).get(3));
        Verdict verdict = check(forged);
        assertThat(wrong(verdict, 4)).isEqualTo(Wrong.MOVED);
        assertThat(((Verdict.Broken) verdict).fault().college())
                .isEqualTo(rows().get(1).get(3));
    }

    @Test
    void added_repeated_and_emptied_lines_are_found() throws Exception {
        List<List<String>> repeated = rows();
        repeated.add(5, repeated.get(4));
        assertThat(wrong(check(repeated), 6)).isEqualTo(Wrong.REORDERED);
        List<List<String>> added = rows();
        added.add(List.of("2027-99999-1"));
        assertThat(wrong(check(added), added.size())).isEqualTo(Wrong.ADDED);
        List<List<String>> emptied = rows();
        List<String> row = emptied.get(7);
        for (int column = 0; column < 11; column++) {
            row.set(column, column == 3 ? row.get(3) : "");
        }
        assertThat(wrong(check(emptied), 8)).isEqualTo(Wrong.EMPTIED);
    }

    @Test
    void any_mixture_of_forgeries_is_found_whatever_the_seed() throws Exception {
        List<List<String>> rows = rows();
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<List<String>> forged = copy(rows);
            for (int i = 0; i <= random.nextInt(3); i++) {
                forge(forged, random);
            }
            int first = 1;
            while (first < Math.min(rows.size(), forged.size())
                    && rows.get(first).equals(forged.get(first))) {
                first++;
            }
            if (!forged.equals(rows)) {
                boolean isCut = first >= forged.size();
                assertThat(wrong(check(forged), isCut ? forged.size() : first + 1))
                        .as("seed " + seed)
                        .isNotNull();
            }
        }
    }

    private static void forge(List<List<String>> rows, Random random) {
        int line = 1 + random.nextInt(rows.size() - 1);
        switch (random.nextInt(5)) {
            case 0 -> rows.remove(line);
            case 1 -> Collections.swap(rows, line, 1 + random.nextInt(rows.size() - 1));
            case 2 -> rows.subList(line, rows.size()).clear();
            case 3 -> rows.add(line, rows.get(1 + random.nextInt(rows.size() - 1)));
            default -> rows.get(line).set(random.nextInt(rows.get(line).size()), "改" + random.nextInt());
        }
        if (rows.size() == 1) {
            rows.add(new ArrayList<>(Collections.nCopies(13, "x")));
        }
    }

    @Test
    void a_changed_sign_anywhere_in_the_proof_is_never_accepted() {
        String json = new String(proof, StandardCharsets.UTF_8);
        byte[] file = csv.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < json.length(); at += 5) {
            char was = json.charAt(at);
            if (Character.isLetterOrDigit(was)) {
                String forged = json.substring(0, at) + (was == '1' ? '2' : '1') + json.substring(at + 1);
                assertThat(ConfirmationFile.check(file, forged.getBytes(StandardCharsets.UTF_8)))
                        .as("at " + at)
                        .isNotInstanceOf(Verdict.Intact.class);
            }
        }
        assertThat(ConfirmationFile.check(file, new byte[] {'{'})).isInstanceOf(Verdict.UnreadableProof.class);
        assertThat(ConfirmationFile.check(file, "null".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Verdict.UnreadableProof.class);
    }

    @Test
    void other_files_are_no_export() {
        assertThat(ConfirmationFile.check("甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8), proof))
                .isInstanceOf(Verdict.NoHeader.class);
        assertThat(ConfirmationFile.check(new byte[] {(byte) 0xFF, 0}, proof))
                .isInstanceOf(Verdict.UnreadableFile.class);
        assertThat(ConfirmationFile.check(new byte[0], proof)).isInstanceOf(Verdict.NoHeader.class);
    }

    @Test
    void a_purged_confirmation_keeps_its_place_by_its_hashes_and_no_other_can_be_emptied() throws Exception {
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"));
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM confirmation_payload WHERE receipt IN ('2027-00001-1', '2027-00008-1')");
        }
        exportAgain();
        List<List<String>> rows = rows();
        assertThat(rows.stream().filter(r -> r.get(1).isEmpty())).hasSize(2);
        assertThat(check(rows)).isInstanceOf(Verdict.Intact.class);
        int line = rows.indexOf(
                rows.stream().filter(r -> r.get(1).isEmpty()).findFirst().orElseThrow());
        List<List<String>> forged = copy(rows);
        forged.get(line).set(2, "李四");
        assertThat(wrong(check(forged), line + 1)).isEqualTo(Wrong.CHANGED);
        List<List<String>> removed = copy(rows);
        removed.remove(line);
        assertThat(wrong(check(removed), line + 1)).isEqualTo(Wrong.REMOVED_BEFORE);
    }

    private void exportAgain() throws Exception {
        store = Stores.open(
                "jdbc:sqlite:" + folder.resolve("t.db"),
                new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
        write();
    }

    @Test
    void a_marked_cell_always_comes_back_as_it_was() {
        Random random = new Random(7);
        String signs = "'=+-@＝＋－＠ \t\r\n\u0000\u3000\uFEFFa中,\"";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder cell = new StringBuilder();
            for (int k = random.nextInt(5); k > 0; k--) {
                cell.append(signs.charAt(random.nextInt(signs.length())));
            }
            String neutral = Cells.neutral(cell.toString());
            assertThat(Cells.plain(neutral)).isEqualTo(cell.toString());
            assertThat(neutral.strip()).doesNotMatch("(?s)[=+\\-@＝＋－＠].*");
        }
    }

    private static List<List<String>> copy(List<List<String>> rows) {
        return new ArrayList<>(rows.stream()
                .map(r -> (List<String>) new ArrayList<>(Arrays.asList(r.toArray(String[]::new))))
                .toList());
    }
}
