package gradcheck.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence taken apart once: what stands there, and where the values go. */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    private final List<String> texts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Template(String sentence) {
        Matcher placeholder = PLACEHOLDER.matcher(sentence);
        int from = 0;
        while (placeholder.find()) {
            texts.add(sentence.substring(from, placeholder.start()));
            names.add(placeholder.group(1));
            from = placeholder.end();
        }
        texts.add(sentence.substring(from));
    }

    Set<String> placeholders() {
        return new TreeSet<>(names);
    }

    /** The sentence with its values; an empty value that had a line to itself takes the line with it. */
    String filled(Function<String, String> value) {
        StringBuilder filled = new StringBuilder(texts.get(0));
        for (int i = 0; i < names.size(); i++) {
            String word = value.apply(names.get(i));
            String after = texts.get(i + 1);
            boolean isLine =
                    filled.length() > 0 && filled.charAt(filled.length() - 1) == '\n' && after.startsWith("\n");
            filled.append(word).append(word.isEmpty() && isLine ? after.substring(1) : after);
        }
        return filled.toString();
    }
}
