package gradcheck.log;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as the log may tell it: the kinds of exceptions and the place in this program. Their messages are left out,
 * because they quote what they failed on (a statement's with every value bound to it); only the database's own is told.
 */
public final class Cause {
    private static final int DEEPEST = 8;
    private static final String OURS = "gradcheck.";

    private Cause() {}

    /** As one value of a log line, in quotes. */
    public static String of(@Nullable Throwable failure) {
        List<String> kinds = new ArrayList<>();
        String place = "";
        String said = "";
        Throwable cause = failure;
        while (cause != null && kinds.size() < DEEPEST) {
            kinds.add(cause.getClass().getSimpleName());
            place = place(cause, place);
            said = cause instanceof SQLException ? " said " + cause.getMessage() : said;
            cause = cause.getCause();
        }
        return quoted(String.join(" by ", kinds) + place + said);
    }

    /** A text as one value: nothing in it ends the value or the line. */
    public static String quoted(@Nullable String text) {
        return '"' + String.valueOf(text).replaceAll("[\\p{Cntrl}\"]+", " ").strip() + '"';
    }

    /** The innermost place in this program. */
    private static String place(Throwable cause, String outer) {
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith(OURS)) {
                return " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return outer;
    }
}
