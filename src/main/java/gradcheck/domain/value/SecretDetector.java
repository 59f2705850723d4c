package gradcheck.domain.value;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords and codes as people type them into a chat: beside one of their names, in any width or spelling, before it or
 * after it. Talk about passwords (忘了, 收不到, 要几位) and numbers that are something else are left alone.
 */
final class SecretDetector {
    private static final String APART = "[\\s.·*_-]{0,3}";
    /** 密码, 验证码 and so on, with what people put between the characters, and misspelt. */
    private static final Pattern NAME =
            Pattern.compile("密" + APART + "码|[蜜秘]" + APART + "码|密" + APART + "(?:ma|马)|mi" + APART
                    + "码|口" + APART + "令|(?:验" + APART + "证|校验|动态|短信|授权|安全|登[录陆]|激活)" + APART + "码"
                    + "|(?<![a-z])(?:pass[\\s-]?(?:word|wd|code)|p[\\s.]?w[\\s.]?d|ps?wd?|psw|pin|mi\\s?ma|yan\\s?zheng\\s?ma|yzm|otp)(?![a-z])(?:码)?"
                    + "|(?<![a-z])(?:pass|token|mm|(?<!error |err|status |qr )code)(?=\\s*(?:is|是|为|[:=]))");

    /** What only leads on from the name to the secret. */
    private static final Pattern LEADING =
            Pattern.compile("(?:好像|应该|可能|大概|其实|现在|目前|之前|以前|原来|初始|默认|一直|还是|都是|就是|是不是|如下|这个|那个|老师"
                    + "|改[成为]|换成|设[成为置]|输入|告诉[你您]|发?给[你您]|is|was|[是为设改换用叫写输填发的了呢啊哈吧哦嗯我他她]|收到"
                    + "|[:=,;.、，。；…—~→>|/\\\\\"'“”‘’「」『』【】《》()\\[\\]{}<\\s-])*+");

    private static final Pattern CONNECTOR = Pattern.compile("[是为:=→成]|is");
    /** Words in which no other number is spoken of; a sentence that goes on to one names it. */
    private static final Pattern LOOSE = Pattern.compile("[^\\x21-\\x7E。！？]{0,14}+[:,=\\s]{0,3}+");

    private static final Pattern OTHER_THING =
            Pattern.compile("学号|[账帐]号|用户名|微信|邮箱|考生号|准考证|手机|电话|型号|浏览器|系统|版本|回执|编号|错误|提示|显示|打|用的是|上收|班");

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern SPACED = Pattern.compile("[a-z0-9](?:[ ._-][a-z0-9]){3,}(?![a-z0-9])");
    private static final Pattern NUMERALS = Pattern.compile("[零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]{4,}(?!位)");
    private static final Pattern UNIT = Pattern.compile("\\s*(?:位|年|月|日|号|次|遍|分|秒|小时|天|元|级|届|班|个|人|条|点|开头)");
    private static final Pattern AROUND = Pattern.compile("^[\"'(\\[{<]+|[\"')\\]}>.,;:!?]+$");

    private static final Pattern ADDRESS =
            Pattern.compile("https?:.*|www\\..*|.*\\.(?:com|cn|net|edu|org)(?:[^a-z].*)?|[^@]+@[^@]+\\.[^@]+");
    private static final Pattern PHONE = Pattern.compile(
            "(?:\\+?86-?)?1[3-9]\\d{9}|1[3-9]\\d-\\d{4}-\\d{4}|0\\d{2,3}-?\\d{7,8}|400-?\\d{3}-?\\d{4}");
    /** Who sends codes, and whom one calls. */
    private static final Pattern SERVICE =
            Pattern.compile("100(?:00|10|86|99)|1069?\\d*|95\\d{3}|12(?:306|315|345|356)");

    private static final Pattern PRODUCT = Pattern.compile(
            "(?:i?phone|ipad|ios|mac|win(?:dows)?|android|chrome|edge|safari|firefox|mate|huawei|honor|redmi"
                    + "|xiaomi|oppo|vivo|nova|reno|wifi|app|pdf|excel|word|usb)[\\d.]{0,4}(?:pro|max|plus|ultra)*");
    /** What follows "is" in English, and names that are no secrets. */
    private static final Set<String> WORDS = Set.of(
            "wechat",
            "weixin",
            "password",
            "xuexin",
            "xuexinwang",
            "english",
            "incorrect",
            "invalid",
            "expired",
            "required",
            "changed",
            "forgotten",
            "needed",
            "necessary",
            "correct",
            "wrong",
            "please",
            "number",
            "letters");

    private static final Pattern BEFORE_AND_IS =
            Pattern.compile("([\\x21-\\x7E]{4,})\\s*[\"'”’)\\]】]*[,，\\s]*(?:这个|这)?(?:就是|才是|是|为|=|当|做)"
                    + "(?:我|你|您|他|她|的|学信网?|网站|登[录陆]|[账帐][号户]|邮箱|系统|校园网|新|旧|原|初始|默认|那个|手机|短信|收到|刚才|学校|平台|chsi|\\s)*+$");
    private static final Pattern RIGHT_BEFORE = Pattern.compile("([\\x21-\\x27\\x2A-\\x7E]{4,}?)\\s*[(,，:（-]?\\s*$");
    private static final Pattern END = Pattern.compile("\\s*[)）。.!~]*\\s*");
    /** Nothing of a secret stands farther before its name. */
    private static final int FAR = 60;

    private static final int SHORTEST = 4;
    /** So much is no code any more, and may be a number of another kind. */
    private static final int LONGEST_CODE = 8;
    /** Shorter words stand beside a password's name by chance. */
    private static final int SHORTEST_WORD = 6;

    private final String plain;
    private final String studentNumber;

    private SecretDetector(String plain, String studentNumber) {
        this.plain = plain;
        this.studentNumber = studentNumber;
    }

    /**
     * Whether a secret stands in the text.
     *
     * @param studentNumber the writer's 学号, which is none; or empty
     */
    static boolean finds(String text, String studentNumber) {
        String plain = TextNormalizer.folded(text).replace("\u20E3", "");
        SecretDetector detector = new SecretDetector(plain, TextNormalizer.folded(studentNumber));
        return NAME.matcher(plain)
                .results()
                .anyMatch(name -> detector.isBehind(name.end()) || detector.isBefore(name.start(), name.end()));
    }

    private boolean isBehind(int from) {
        Matcher leading = LEADING.matcher(plain).region(from, plain.length());
        int at = leading.lookingAt() ? leading.end() : from;
        boolean isConnected = CONNECTOR.matcher(plain.substring(from, at)).find();
        if (at(SPACED, at) || at(NUMERALS, at)) {
            return true;
        }
        Matcher token = TOKEN.matcher(plain).region(at, plain.length());
        if (token.lookingAt() && isSecret(token.group(), token.end(), isConnected)) {
            return true;
        }
        Matcher loose = LOOSE.matcher(plain).region(from, plain.length());
        return loose.lookingAt()
                && !OTHER_THING.matcher(loose.group()).find()
                && token.region(loose.end(), plain.length()).lookingAt()
                && isMixed(bare(token.group()))
                && bare(token.group()).length() >= SHORTEST_WORD;
    }

    private boolean at(Pattern pattern, int at) {
        return pattern.matcher(plain).region(at, plain.length()).lookingAt();
    }

    private boolean isBefore(int start, int end) {
        String before = plain.substring(Math.max(0, start - FAR), start);
        Matcher is = BEFORE_AND_IS.matcher(before);
        if (is.find() && isSecret(is.group(1), start, true)) {
            return true;
        }
        Matcher right = RIGHT_BEFORE.matcher(before);
        boolean isLast = END.matcher(plain.substring(end)).matches();
        return isLast && right.find() && isSecretAlone(right.group(1), plain.substring(start, end));
    }

    /** With nothing but the name behind it: letters and digits, or a code before 验证码. */
    private boolean isSecretAlone(String token, String name) {
        boolean isCode = name.endsWith("码") && !name.startsWith("密") && token.matches("\\d{4}|\\d{6}");
        return (isMixed(token) && token.length() >= SHORTEST_WORD)
                || (isCode && !SERVICE.matcher(token).matches());
    }

    private boolean isSecret(String typed, int end, boolean isConnected) {
        String token = bare(typed);
        if (isMixed(token)) {
            return token.length() >= SHORTEST;
        }
        if (token.matches("\\d{" + SHORTEST + ",}")) {
            boolean isOther = token.equals(studentNumber)
                    || PHONE.matcher(token).matches()
                    || SERVICE.matcher(token).matches()
                    || at(UNIT, end);
            return !isOther && (isConnected || token.length() <= LONGEST_CODE);
        }
        boolean isWord = WORDS.contains(token) || PRODUCT.matcher(token).matches();
        return isConnected && token.matches("[a-z]{" + SHORTEST_WORD + ",}") && !isWord;
    }

    /** Letters with digits, or either with signs that no number has: what people make passwords of. */
    private boolean isMixed(String token) {
        boolean hasLetter = token.matches(".*[a-z].*");
        boolean hasDigit = token.matches(".*\\d.*");
        boolean hasSign = token.matches(".*[!@#$%^&*+=~?_].*");
        boolean isOther = token.equals(studentNumber)
                || ADDRESS.matcher(token).matches()
                || PRODUCT.matcher(token).matches()
                || PHONE.matcher(token).matches();
        return !isOther && ((hasLetter && hasDigit) || (hasSign && (hasLetter || hasDigit)));
    }

    private static String bare(String token) {
        return AROUND.matcher(token).replaceAll("");
    }
}
