package gradcheck.language;

import java.util.Locale;
import java.util.regex.Pattern;

/** The groups of {@code config/words.yml} that the program itself asks for; each stands there under its {@link #key}. */
public enum WordGroup {
    INTERJECTIONS,
    PLAIN_YES,
    YES,
    NO,
    GO,
    LEAVES,
    CONFIRM_EXACT,
    AGREE_ANYWAY,
    ALL_RIGHT,
    OTHERS_RIGHT,
    READ_EXACT,
    CANCEL,
    LEAVE_IT,
    FINDING,
    VALUE_SIGNS,
    PARTY,
    PHOTO_SIGNS,
    OTHER_PICTURES,
    RECORD_SIGNS,
    OWN_PICTURE,
    EXCEPTS,
    REWRITES,
    TOPICS,
    NOT_A_NAME,
    FILLERS,
    LEADS,
    NEGATIONS,
    BETWEEN_NEGATION,
    QUESTIONS,
    CORRECTS,
    TAKES_BACK,
    EARLIER,
    LATER,
    NOW,
    SOMEONE_ELSE,
    INTENDS,
    SUPPOSES,
    JOINS,
    PUTS_OFF;

    private static final Pattern BREAK = Pattern.compile("_(.)");

    /** Its name in the file: {@code allRight}. */
    public String key() {
        return BREAK.matcher(name().toLowerCase(Locale.ROOT))
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }
}
