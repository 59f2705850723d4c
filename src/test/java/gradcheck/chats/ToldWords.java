package gradcheck.chats;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that a text tells its reader to reply: 回复“…”, 回复：…, 回复 2, and the example 如 5. */
final class ToldWords {
    private static final Pattern CLAUSE = Pattern.compile("[^。；！？\n]+");
    private static final Pattern QUOTED = Pattern.compile("“([^”]+)”");
    private static final Pattern AFTER_COLON = Pattern.compile("(?<![}师])回复：\\s*(.+)");
    private static final Pattern NUMBERED = Pattern.compile("回复 (\\d+)");
    private static final Pattern EXAMPLE = Pattern.compile("序号（如 (\\d+)）|如：([^（）]+)");
    /** Where one of several words ends and the next begins. */
    private static final Pattern OR = Pattern.compile("、|，(?:或 |或者)|，(?=比如|也可以)");
    /** The desk's own word 回复, as in 回他：回复 李四 您的话. */
    private static final Pattern ANSWERING = Pattern.compile("回他：(回复 .+)");

    private ToldWords() {}

    /** In the order they stand there, each once. */
    static List<String> in(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher clauses = CLAUSE.matcher(text);
        while (clauses.find()) {
            String clause = clauses.group();
            all(EXAMPLE, clause, words);
            all(NUMBERED, clause, words);
            all(ANSWERING, clause, words);
            boolean isColon = all(AFTER_COLON, clause.replaceFirst("，(?:也可以是|不发|看有哪些|不是|比如).*$", ""), words);
            int told = Math.max(clause.indexOf("回复"), clause.indexOf("比如“"));
            if (told >= 0 && !isColon) {
                all(QUOTED, clause.substring(told), words);
            }
        }
        words.removeIf(word -> word.equals("序号") || word.isBlank());
        return new ArrayList<>(words);
    }

    private static boolean all(Pattern pattern, String clause, Set<String> into) {
        Matcher matcher = pattern.matcher(clause);
        boolean any = false;
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            for (String one : OR.split(word, -1)) {
                into.add(one.strip().replaceAll("[）)”]+$", ""));
            }
            any = true;
        }
        return any;
    }
}
