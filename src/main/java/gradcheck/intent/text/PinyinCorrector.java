package gradcheck.intent.text;

import com.github.promeg.pinyinhelper.Pinyin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts right what sounds like a known word: 学信往, 核队, and pinyin typed without choosing signs.
 *
 * <p>Sounds that southern typists mix up (zh and z, ing and in) count as the same.
 */
final class PinyinCorrector {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    /** Letters of an unbroken run that must be pinyin of known words before it is read as pinyin. */
    private static final double MOSTLY = 0.7;

    private static final int SHORTEST_RUN = 4;
    /** So many first letters hardly stand for anything else. */
    private static final int SHORTENED = 3;

    private static final int FEW = 3;
    /** The library knows one reading a sign; these are said differently in our words. */
    private static final Map<Character, String> OTHER_READINGS = Map.of('校', "JIAO", '重', "CHONG");

    /** Signs that mostly mean themselves: 学好 is no slip of 学号. */
    private static final String EVERYDAY = "好不没要有会想用看去来说做吃大小多少人你我他她它的了在是";

    private static final Pattern DENIAL = Pattern.compile("[不没无未别要有]");

    private final Map<String, String> bySound = new HashMap<>();
    private final Set<String> known;
    private final Set<String> names;
    private final Map<String, String> bySlip = new HashMap<>();
    private final Map<String, String> byInitials = new HashMap<>();
    private final Map<String, String> bySaying = new HashMap<>();

    PinyinCorrector(PinyinIndex spoken) {
        known = Set.copyOf(spoken.known());
        names = Set.copyOf(spoken.names());
        for (String word : spoken.known()) {
            if (word.length() >= SHORTEST && isHan(word)) {
                bySound.putIfAbsent(sound(word), word);
                slipsOf(word).forEach(slip -> bySlip.putIfAbsent(slip, word));
            }
        }
        bySlip.keySet().removeAll(known);
        learn(spoken.orders());
    }

    /** First letters that stand for two fixed words stand for neither, but a fixed word's own are its own. */
    private void learn(Map<String, String> orders) {
        orders.forEach((said, word) -> {
            bySaying.putIfAbsent(sound(said), word);
            if (said.length() >= SHORTENED || said.equals(word)) {
                byInitials.merge(initials(said), word, (one, other) -> one.equals(other) ? one : "");
            }
        });
        orders.values().forEach(word -> byInitials.replace(initials(word), word));
        byInitials.values().removeIf(String::isEmpty);
    }

    /** The word with two signs swapped, or with one lost inside; a denial is not to be had by a slip. */
    private static List<String> slipsOf(String word) {
        List<String> slips = new ArrayList<>();
        if (DENIAL.matcher(word).find()) {
            return slips;
        }
        for (int i = 0; i < word.length(); i++) {
            if (i + 1 < word.length() && word.length() > SHORTEST) {
                slips.add(word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
            }
            boolean isInside = i > 0 && i + 1 < word.length();
            if (isInside && word.length() > SHORTEST + 1) {
                slips.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return slips;
    }

    /** The text with pinyin and slips replaced by the words that were meant. */
    String heard(String plain) {
        return slips(pinyin(once(plain)));
    }

    /** A sign that was typed twice by accident stands once. */
    private String once(String text) {
        StringBuilder once = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean isTwice = at > 0 && text.charAt(at) == text.charAt(at - 1) && isHan(text.charAt(at));
            if (!isTwice || known.contains(text.substring(at - 1, at + 1))) {
                once.append(text.charAt(at));
            }
        }
        return once.toString();
    }

    private String slips(String text) {
        StringBuilder heard = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int length = longestAt(text, at);
            String window = text.substring(at, at + length);
            heard.append(known.contains(window) || length == 1 ? window : meant(window));
            at += length;
        }
        return heard.toString();
    }

    /** How much of the text from there on is a known word or a slip of one; a known word is not looked into. */
    private int longestAt(String text, int at) {
        int most = Math.min(LONGEST, text.length() - at);
        for (int length = most; length >= SHORTEST; length--) {
            if (known.contains(text.substring(at, at + length))) {
                return length;
            }
        }
        for (int length = most; length >= SHORTEST; length--) {
            if (!meant(text.substring(at, at + length)).isEmpty()) {
                return length;
            }
        }
        return 1;
    }

    /** The known word of the same sound that shares a sign at its place; without that, chance matches are too many. */
    private String meant(String window) {
        if (!isHan(window)) {
            return "";
        }
        String word = bySound.getOrDefault(sound(window), "");
        boolean isByChance = word.length() == SHORTEST && !names.contains(word);
        if (isByChance || word.length() != window.length() || word.equals(window)) {
            return bySlip.getOrDefault(window, "");
        }
        boolean isShared = false;
        boolean isMeant = false;
        for (int i = 0; i < word.length(); i++) {
            boolean isSame = word.charAt(i) == window.charAt(i);
            isShared |= isSame;
            isMeant |= !isSame && EVERYDAY.indexOf(window.charAt(i)) >= 0;
        }
        return isShared && !isMeant ? word : bySlip.getOrDefault(window, "");
    }

    private String pinyin(String text) {
        StringBuilder heard = new StringBuilder();
        for (String run : text.split("(?<=[a-z ])(?=[^a-z ])|(?<=[^a-z ])(?=[a-z ])", -1)) {
            heard.append(run.matches("[a-z ]+") ? spoken(run, text.length() - run.length()) : run);
        }
        return heard.toString();
    }

    /** @param others how many signs stand around the run: beside many, two letters are rather a word of their own */
    private String spoken(String run, int others) {
        String letters = run.replace(" ", "");
        String order = byInitials.getOrDefault(letters, bySaying.get(fold(letters)));
        if (order != null && (letters.length() >= SHORTENED || others <= FEW)) {
            return order;
        }
        StringBuilder words = new StringBuilder();
        int covered = 0;
        int at = 0;
        while (at < letters.length()) {
            String syllables = longest(letters, at);
            if (syllables.isEmpty()) {
                at++;
            } else {
                words.append(bySound.get(fold(syllables)));
                covered += syllables.length();
                at += syllables.length();
            }
        }
        boolean isPinyin = letters.length() >= SHORTEST_RUN && covered >= MOSTLY * letters.length();
        return isPinyin ? words.toString() : run;
    }

    private String longest(String letters, int from) {
        int most = Math.min(letters.length(), from + LONGEST * 6);
        for (int to = most; to >= from + SHORTEST_RUN; to--) {
            String part = letters.substring(from, to);
            if (bySound.containsKey(fold(part))) {
                return part;
            }
        }
        return "";
    }

    private static String sound(String word) {
        StringBuilder sound = new StringBuilder();
        word.chars()
                .mapToObj(c -> (char) c)
                .forEach(c -> sound.append(OTHER_READINGS.getOrDefault(c, Pinyin.toPinyin(c))));
        return fold(sound.toString().toLowerCase(Locale.ROOT));
    }

    private static String initials(String word) {
        StringBuilder initials = new StringBuilder();
        word.chars()
                .mapToObj(c -> (char) c)
                .map(c -> OTHER_READINGS.getOrDefault(c, Pinyin.toPinyin(c)))
                .forEach(said -> initials.append(Character.toLowerCase(said.charAt(0))));
        return initials.toString();
    }

    private static String fold(String pinyin) {
        return pinyin.replace("zh", "z")
                .replace("ch", "c")
                .replace("sh", "s")
                .replace("ing", "in")
                .replace("eng", "en")
                .replace("ang", "an");
    }

    /** Whether it is written in 汉字 only. */
    static boolean isHan(String word) {
        return word.codePoints().allMatch(PinyinCorrector::isHan);
    }

    private static boolean isHan(int sign) {
        return Character.isIdeographic(sign) && Character.isBmpCodePoint(sign);
    }
}
