package gradcheck.intent;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** A question without anything personal: what may be kept of it for who writes the FAQ. */
public final class NameRedactor {
    /** A question is short; what is longer tells a story. */
    private static final int LONGEST = 60;

    /** What is taken out makes it shorter; but what stands beyond that never comes to the front. */
    private static final int LONGEST_READ = 600;

    private static final Pattern MAIL = Pattern.compile("(?<![\\w.+-])[\\w.+-]+@[\\w.-]+");
    /** Numbers of people, phones, certificates, and letters that belong to them. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{0,2}\\d[\\d\\s-]{2,}[\\dA-Za-z]{1,2}");

    /** From the beginning of a run of such signs only, or a run of letters would be read again from each of them. */
    private static final Pattern ACCOUNT =
            Pattern.compile("(?i)(?<![\\w./:-])(?=[\\w./:-]*[a-z])(?=[\\w./:-]*\\d)[\\w./:-]+");

    private static final String GONE = "※";

    private NameRedactor() {}

    /**
     * The question with mails, numbers of four digits and more, accounts and the given names taken out.
     *
     * @param names the names that stand in it
     */
    public static String of(String question, Collection<String> names) {
        String kept =
                cut(Normalizer.normalize(question, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " "), LONGEST_READ);
        for (String name : names) {
            kept = kept.replace(name, GONE);
        }
        for (Pattern personal : List.of(MAIL, NUMBER, ACCOUNT)) {
            kept = personal.matcher(kept).replaceAll(GONE);
        }
        return cut(kept, LONGEST);
    }

    private static String cut(String text, int most) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length()))));
    }
}
