package gradcheck.domain.value;

import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names, with the dot of 民委发〔2016〕33号 (U+00B7), every sign of GB 18030, and never a letter changed for another: of
 * simplified and traditional forms the identity document decides (R39).
 */
public final class Names {
    /** 民委发〔2016〕33号: a name field holds at least 50 signs. */
    static final int LONGEST = 50;

    private static final String DOT = "·";
    /** Signs that can only be meant as the dot when they stand inside a name. */
    private static final Pattern LOOK_ALIKES = Pattern.compile("[•・･‧∙⋅．.․﹒]");
    /** Signs that may be meant as the dot, or as nothing: asked back. */
    private static final Pattern PERHAPS = Pattern.compile("[。、˙ㆍ\\-_ ]+");

    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M} .,'’\\-]*");
    /** Names of this length and longer are mostly those that have a dot. */
    private static final int LONG = 5;

    private Names() {}

    /** Reads a name; {@code typed} is already freed of what stood around it. */
    static ParsedValue read(String typed) {
        String name = standard(typed);
        if (isUnreadable(name)) {
            return refused(ValuePhrases.NAME_CHARACTER.say());
        }
        if (!isLatin(name) && SentenceSigns.in(PERHAPS.matcher(name).replaceAll(""))) {
            return refused(ValuePhrases.NAME_SENTENCE.say());
        }
        if (isHanName(name) || isLatin(name)) {
            return new ParsedValue.Accepted(name);
        }
        boolean onlyGaps = isHanName(PERHAPS.matcher(name).replaceAll("")) && isHan(name.codePointAt(0));
        if (!onlyGaps) {
            return refused(ValuePhrases.NAME_MIXED.say());
        }
        List<String> meant = meant(name);
        return new ParsedValue.Refused(ValuePhrases.NAME_GAP.with("options", String.join("、", meant)), meant);
    }

    /** With the right dot between 汉字, and half-width letters; nothing else is touched. */
    static String standard(String typed) {
        String name = Typed.narrow(typed.strip().replaceAll("[\\s\\u00A0\\u3000]+", " "));
        StringBuilder standard = new StringBuilder(name.length());
        int[] signs = name.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            boolean between = i > 0 && i < signs.length - 1 && isHan(signs[i - 1]) && isHan(signs[i + 1]);
            String sign = Character.toString(signs[i]);
            standard.append(between && LOOK_ALIKES.matcher(sign).matches() ? DOT : sign);
        }
        return standard.toString();
    }

    /** Whether a sign was lost: one of the private area, a question mark, an empty box, a replacement character. */
    static boolean isUnreadable(String value) {
        return value.codePoints()
                .anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE
                        || Character.getType(c) == Character.SURROGATE
                        || "?？□■◇\uFFFD\u303F".indexOf(c) >= 0);
    }

    /** Why a name in the record looks wrong, if it does. */
    static Optional<Say> doubt(String name) {
        if (isHanName(name) || isLatin(name)) {
            return Optional.empty();
        }
        ParsedValue reading = read(name);
        boolean mixed = reading instanceof ParsedValue.Refused refused
                && refused.suggestions().isEmpty();
        return Optional.of(mixed ? ValuePhrases.DOUBT_NAME_MIXED.say() : ValuePhrases.DOUBT_NAME_GAP.say());
    }

    static boolean isLatin(String name) {
        return LATIN.matcher(name).matches();
    }

    /** Whether two names differ, but only in simplified and traditional forms. */
    public static boolean differOnlyInScript(String one, String other) {
        String a = standard(one);
        String b = standard(other);
        return !a.equals(b) && TextNormalizer.simplified(a).equals(TextNormalizer.simplified(b));
    }

    private static boolean isHanName(String name) {
        return !name.isEmpty()
                && !name.startsWith(DOT)
                && !name.endsWith(DOT)
                && !name.contains(DOT + DOT)
                && name.codePoints().allMatch(c -> isHan(c) || c == DOT.charAt(0));
    }

    /** Wider than the running JDK's own table, so that every JDK knows the same names: planes 2 and 3 are all 汉字. */
    static boolean isHan(int sign) {
        boolean isKnownLetter =
                Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN && Character.isLetterOrDigit(sign);
        return isKnownLetter || sign == 0x3007 || isWithin(sign, 0x4E00, 0x9FFF) || isWithin(sign, 0x20000, 0x3FFFD);
    }

    private static boolean isWithin(int sign, int first, int last) {
        return sign >= first && sign <= last;
    }

    private static List<String> meant(String name) {
        String joined = PERHAPS.matcher(name).replaceAll("");
        String dotted = PERHAPS.matcher(name).replaceAll(DOT);
        List<String> meant = new ArrayList<>(List.of(joined));
        boolean isLong = joined.codePointCount(0, joined.length()) >= LONG;
        if (isHanName(dotted) && !dotted.equals(joined) && (isLong || !name.contains(" "))) {
            meant.add(isLong ? 0 : 1, dotted);
        }
        return meant;
    }

    private static ParsedValue refused(Say why) {
        return new ParsedValue.Refused(why, List.of());
    }
}
