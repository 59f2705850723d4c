package gradcheck.intent;

import java.util.List;
import java.util.regex.Pattern;

/** Where a message falls into clauses, each of which may be a wish of its own: 看进度，再把回执发我. */
final class Clauses {
    /** Where a second wish begins: after a pause, or at a word that joins two, each long enough to be one. */
    private static final Pattern BEGINNING =
            Pattern.compile(" |(?<=[^ ]{4})(?:然后|还有|顺便|另外|以及|并且|同时|再把|再帮|接着)(?=[^ ]{3})");

    private static final Pattern JOINED = Pattern.compile("然后|还有|顺便|另外|以及|并且|同时|再|接着|也");
    private static final Pattern LEADING = Pattern.compile("^(?:对了|而且|" + JOINED + ")");
    private static final Pattern WHETHER = Pattern.compile(".{1,6}[吗不么没]$");

    private Clauses() {}

    static List<String> of(String plain) {
        return List.of(BEGINNING.split(plain, -1));
    }

    /** Whether some word joins one wish to another. */
    static boolean areJoined(String plain) {
        return JOINED.matcher(plain).find();
    }

    /** A clause without the word that joins it on. */
    static String alone(String clause) {
        return LEADING.matcher(clause.strip()).replaceFirst("");
    }

    /** A clause that only asks whether goes with what was said before it: 照片拍糊了，能重来吗. */
    static boolean asksWhether(String clause) {
        return WHETHER.matcher(clause).matches();
    }
}
