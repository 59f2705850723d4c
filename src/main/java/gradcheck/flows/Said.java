package gradcheck.flows;

import gradcheck.language.NormalizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was typed, freed of width, script, case and what stands around it. */
public final class Said {
    /** A longer sentence says more than its words for an answer. */
    private static final int SENTENCE = 16;

    private static final Pattern QUESTION = Pattern.compile(
            "[?？]|吗|怎么|什么|为什么|咋|哪|啥|([\\p{IsHan}&&[^不没]])[不没]\\1|如何|多少|多久|何时|几[个位号天]|谁|来着|(?<!没.{0,4})呢$|(?<=.{3})不$");
    /** Who has to look first gives no value yet; a few small words may lead up to it, a long row of them is something else. */
    private static final Pattern PUTS_OFF = Pattern.compile(
            "^(?:我|你|先|那|让我|容我|嗯|哦|啊|额|呃|等|稍){0,8}(?:等等|等一下|等会|等下|稍等|稍后|一会|不知道|不清楚|不晓得|不确定|不记得|忘了|记不|查一下|查查|看一下|看看|想一下|想想|问一下|问问|去问|去查|去看|待会|晚点|回头)");

    private static final Pattern NUMBER = Pattern.compile("(?:第|选|选择)?\\s*(\\d{1,2})\\s*(?:项|个|条|号|种)?");
    /** A number in a word counts only where it can't be anything else. */
    private static final Pattern WORD_NUMBER =
            Pattern.compile("(?:第|选择|选)(十?[一二三四五六七八九]|十)(?:项|个|条|号|种)?|([一二三四五六七八九])号");

    private static final String DIGITS = "零一二三四五六七八九十";
    private static final Pattern PARTICLES = Pattern.compile("(?<=.)[的了啦拉呀啊哦呢吧嘛哈呗噢喔~～]+$");
    private static final Pattern NEGATED = Pattern.compile("[不没未别非]有?[重再去能]?$");

    /** More words than all flows ask for together. */
    private static final int MOST_WORDS = 4096;

    private static final Map<String, String> ESSENCES = new ConcurrentHashMap<>();

    private Said() {}

    public static String bare(String text) {
        return NormalizedText.plain(text);
    }

    public static boolean isOneOf(String text, String... words) {
        String bare = bare(text);
        return Arrays.stream(words).anyMatch(word -> bare(word).equals(bare));
    }

    /** Whether it asks something: a value is never a question. */
    public static boolean isQuestion(String text) {
        return QUESTION.matcher(NormalizedText.folded(text).strip()).find();
    }

    /** Whether somebody asks for time, or doesn't know. */
    public static boolean putsOff(String text) {
        return PUTS_OFF.matcher(bare(text)).find();
    }

    /** The number somebody names, alone in the message. */
    public static OptionalInt number(String text) {
        String bare = bare(text);
        Matcher number = NUMBER.matcher(bare);
        if (number.matches()) {
            return OptionalInt.of(Integer.parseInt(number.group(1)));
        }
        Matcher word = WORD_NUMBER.matcher(bare);
        return word.matches()
                ? OptionalInt.of(spelt(word.group(1) == null ? word.group(2) : word.group(1)))
                : OptionalInt.empty();
    }

    private static int spelt(String number) {
        return number.chars().map(DIGITS::indexOf).sum();
    }

    /**
     * The one of several answers that was given, by its number (from 1), by one of its words, or by a short sentence that
     * holds words of one answer only; 0 when none was.
     */
    public static int pick(String text, List<List<String>> wordsOfEach) {
        OptionalInt number = number(text);
        if (number.isPresent()) {
            return number.getAsInt() <= wordsOfEach.size() ? number.getAsInt() : 0;
        }
        return word(text, wordsOfEach);
    }

    /** The same by words only: a number in the message names none of these. */
    public static int word(String text, List<List<String>> wordsOfEach) {
        String bare = bare(text);
        String essence = essence(bare);
        for (int i = 0; i < wordsOfEach.size(); i++) {
            if (wordsOfEach.get(i).stream().anyMatch(word -> essenceOf(word).equals(essence))) {
                return i + 1;
            }
        }
        return bare.length() > SENTENCE || isQuestion(text) ? 0 : pickInside(bare, wordsOfEach);
    }

    /** Of a word that is asked for: the same words every time, made plain once. */
    private static String essenceOf(String word) {
        String known = ESSENCES.get(word);
        if (known != null) {
            return known;
        }
        String essence = essence(bare(word));
        if (ESSENCES.size() < MOST_WORDS) {
            ESSENCES.put(word, essence);
        }
        return essence;
    }

    /** Without the small words that people put at the end: 有的 is 有, 看到了 is 看到. */
    private static String essence(String bare) {
        return PARTICLES.matcher(bare).replaceFirst("");
    }

    private static int pickInside(String sentence, List<List<String>> wordsOfEach) {
        int picked = 0;
        for (int i = 0; i < wordsOfEach.size(); i++) {
            if (wordsOfEach.get(i).stream().anyMatch(word -> holds(sentence, bare(word)))) {
                if (picked != 0) {
                    return 0;
                }
                picked = i + 1;
            }
        }
        return picked;
    }

    /** With its small words or without them, where enough is left. */
    private static boolean holds(String sentence, String word) {
        return affirms(sentence, word) || affirms(sentence, essence(word));
    }

    /** Whether the sentence holds the word, and does not say that it is not so. */
    private static boolean affirms(String sentence, String word) {
        int at = word.length() < 2 ? -1 : sentence.indexOf(word);
        return at >= 0 && !NEGATED.matcher(sentence.substring(0, at)).find();
    }
}
