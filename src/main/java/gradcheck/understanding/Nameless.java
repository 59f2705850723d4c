package gradcheck.understanding;

import java.text.Normalizer;
import java.util.Collection;
import java.util.regex.Pattern;

/** A question without anything personal: what may be kept of it for who writes the FAQ. */
public final class Nameless {
    /** A question is short; what is longer tells a story. */
    private static final int LONGEST = 60;

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w.-]+");
    /** Numbers of people, phones, certificates, and letters that belong to them. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{0,2}\\d[\\d\\s-]{2,}[\\dA-Za-z]{1,2}");

    private static final Pattern ACCOUNT = Pattern.compile("(?i)(?:https?://)?[a-z]+[\\w./:-]*\\d[\\w./:-]*");
    private static final String GONE = "※";

    private Nameless() {}

    /**
     * The question with mails, numbers of four digits and more, accounts and the given names taken out.
     *
     * @param names the names that stand in it
     */
    public static String of(String question, Collection<String> names) {
        String kept =
                Normalizer.normalize(question, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
        for (String name : names) {
            kept = kept.replace(name, GONE);
        }
        for (Pattern personal : java.util.List.of(MAIL, NUMBER, ACCOUNT)) {
            kept = personal.matcher(kept).replaceAll(GONE);
        }
        int most = kept.offsetByCodePoints(0, Math.min(LONGEST, kept.codePointCount(0, kept.length())));
        return kept.substring(0, most);
    }
}
