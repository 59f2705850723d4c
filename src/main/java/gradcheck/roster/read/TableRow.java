package gradcheck.roster.read;

import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a table by its column titles; the values are stripped text.
 *
 * @param number the row's number as a spreadsheet shows it; the header is 1
 * @param spoilt what makes the row unfit whatever it holds: a number that has lost digits, cells out of their columns
 */
record TableRow(int number, Map<String, String> cells, Optional<Say> spoilt) {

    /** The value under the first of these titles that has one. */
    String cell(List<String> titles) {
        return titles.stream()
                .map(t -> cells.getOrDefault(t, ""))
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
    }
}
