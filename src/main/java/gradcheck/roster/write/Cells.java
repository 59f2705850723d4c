package gradcheck.roster.write;

/**
 * Takes the sting out of cells that a spreadsheet would run as a formula, and gives them back as they were.
 *
 * <p>A cell that begins, after spaces, with {@code = + - @}, their full-width forms or a control character gets an
 * apostrophe before it; so does one that begins with an apostrophe itself, so that taking one away always gives back
 * exactly what was there.
 */
final class Cells {
    private static final char MARK = '\'';
    private static final String STARTS_A_FORMULA = "=+-@＝＋－＠﹢﹣﹦﹫−";

    private Cells() {}

    static String neutral(String cell) {
        return needsMark(cell) ? MARK + cell : cell;
    }

    static String plain(String neutral) {
        return !neutral.isEmpty() && neutral.charAt(0) == MARK ? neutral.substring(1) : neutral;
    }

    private static boolean needsMark(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        int first = cell.codePointAt(0);
        if (first == MARK || Character.isISOControl(first)) {
            return true;
        }
        int at = 0;
        while (at < cell.length() && isSkipped(cell.codePointAt(at))) {
            at += Character.charCount(cell.codePointAt(at));
        }
        return at < cell.length()
                && (STARTS_A_FORMULA.indexOf(cell.codePointAt(at)) >= 0
                        || Character.isISOControl(cell.codePointAt(at)));
    }

    /** Spreadsheets trim what can't be seen before they look. */
    private static boolean isSkipped(int codePoint) {
        return Character.isSpaceChar(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }
}
