package gradcheck.roster.read;

import gradcheck.domain.value.CertificateNumber;
import gradcheck.domain.value.Exposed;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.read.RosterFile.Enrolment;
import gradcheck.roster.read.RosterFile.RefusedRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificate numbers that stand where none belongs, mostly because the cells of a row slipped by one: every other column
 * is stored open, counted, exported and shown, so the row must not go in. The reason names the column, never the value.
 */
final class StrayNumbers {
    private static final Pattern EIGHTEEN = Pattern.compile("(?<![A-Z0-9])\\d{17}[\\dX](?![A-Z0-9])");

    private static final int SURE_DIGITS = 17;
    /** No certificate's number has fewer. */
    private static final int FEWEST_DIGITS = 6;

    /** Columns whose own values are long rows of digits or look like a permit: a 学号 may be E41814001 or M202312345. */
    private final List<String> ofCodes;

    private final List<String> ofWords;

    /**
     * The columns to look at; any other is not kept.
     *
     * @param ofCodes the titles under which numbers of another kind stand; only what can be nothing else is found there
     * @param ofWords the titles under which no number of any certificate can stand
     */
    StrayNumbers(List<String> ofCodes, List<String> ofWords) {
        this.ofCodes = List.copyOf(ofCodes);
        this.ofWords = List.copyOf(ofWords);
    }

    /** Why the row is refused: a resident's number, which is known by the birth date in it. */
    Optional<Say> surelyIn(TableRow row) {
        return column(row.cells(), ofCodes, StrayNumbers::isSure)
                .or(() -> column(row.cells(), ofWords, StrayNumbers::isSure))
                .map(StrayNumbers::said);
    }

    /** The same, and whatever looks like the number of a passport or a permit. */
    Optional<Say> perhapsIn(TableRow row) {
        return surelyIn(row)
                .or(() -> column(row.cells(), ofWords, StrayNumbers::isLikely).map(StrayNumbers::said));
    }

    /** What looks like a passport's number but stands in several rows is the code of a class; alone it is somebody's. */
    void refuseLonely(List<Enrolment> taken, List<RefusedRow> refused) {
        Map<String, Integer> counts = new HashMap<>();
        Map<Enrolment, String> columns = new HashMap<>();
        for (Enrolment row : taken) {
            column(row.cells(), ofWords, StrayNumbers::isLikely).ifPresent(title -> {
                columns.put(row, title);
                counts.merge(place(row, title), 1, Integer::sum);
            });
        }
        columns.forEach((row, title) -> {
            if (counts.getOrDefault(place(row, title), 0) == 1) {
                taken.remove(row);
                refused.add(row.refused(said(title)));
            }
        });
    }

    private static String place(Enrolment row, String title) {
        return title + "|" + row.cells().get(title);
    }

    private static Say said(String column) {
        return RosterPhrases.STRAY_NUMBER.with("column", column);
    }

    /** What a cell is asked. */
    private interface Look {
        boolean finds(String value);
    }

    private static Optional<String> column(Map<String, String> cells, List<String> titles, Look look) {
        return titles.stream()
                .filter(title -> look.finds(cells.getOrDefault(title, "")))
                .findFirst();
    }

    private static boolean isSure(String value) {
        if (digits(value) < SURE_DIGITS) {
            return false;
        }
        Matcher found = EIGHTEEN.matcher(CertificateNumber.normal(value));
        while (found.find()) {
            if (CertificateNumber.birthDate(found.group()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLikely(String value) {
        return digits(value) >= FEWEST_DIGITS
                && Exposed.in(value, Optional.empty())
                        .filter(e -> e.kind() == Exposed.Kind.CERTIFICATE)
                        .isPresent();
    }

    /** Most cells have too few, and a list has a quarter of a million of them. */
    private static long digits(String value) {
        return value.codePoints().filter(Character::isDigit).count();
    }

    /** Whether a 学号 has a 汉字, as it has when the first cell of a row is missing. */
    static boolean hasHan(String number) {
        return number.codePoints().anyMatch(Character::isIdeographic);
    }

    /** Whether a college has no letter at all: a number of whatever kind, from another column. */
    static boolean isOfDigits(String college) {
        return !college.isEmpty() && college.codePoints().noneMatch(Character::isLetter);
    }
}
