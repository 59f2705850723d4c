package gradcheck.flows.photo;

import gradcheck.language.NormalizedText;
import java.util.regex.Pattern;

/**
 * A password or a code that a student offers while they log in to 学信网: refused unread, kept nowhere. On the way to the
 * photo a bare row of digits is a code, and letters mixed with digits are a password.
 */
final class PhotoSecrets {
    private static final Pattern NAMED = Pattern.compile(
            "(?:密码|口令|验证码|动态码|校验码|短信码)[^\\x21-\\x7E]{0,4}[:=]?\\s*(?!www\\.|http|chsi)[\\x21-\\x7E]{4,}");
    private static final Pattern BARE_CODE = Pattern.compile("\\s*\\d{4,8}\\s*");
    private static final Pattern BARE_PASSWORD = Pattern.compile(
            "\\s*(?=[\\x21-\\x7E]*\\d)(?=[\\x21-\\x7E]*[A-Za-z])(?!www\\.|http)[\\x21-\\x7E]{6,32}\\s*");

    private PhotoSecrets() {}

    /** @param onTheWay whether they may be logging in right now: then a secret needs no name */
    static boolean isOffered(String said, boolean onTheWay) {
        String plain = NormalizedText.folded(said);
        boolean bare = BARE_CODE.matcher(plain).matches()
                || BARE_PASSWORD.matcher(plain).matches();
        return NAMED.matcher(plain).find() || (onTheWay && bare);
    }
}
