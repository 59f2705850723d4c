package gradcheck.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a table by its column titles; the values are stripped text.
 *
 * @param number the row's number as a spreadsheet shows it; the header is 1
 * @param lost a column whose number cell has lost digits, if any
 */
record TableRow(int number, Map<String, String> cells, Optional<String> lost) {

    /** The value under the first of these titles that has one. */
    String cell(List<String> titles) {
        return titles.stream()
                .map(t -> cells.getOrDefault(t, ""))
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
    }
}
