package gradcheck.store.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A small map as text: a line a pair, {@code name=value}, line breaks and backslashes in a value escaped. */
public final class KeyValueText {
    private KeyValueText() {}

    public static String write(Map<String, String> pairs) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(pairs).forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n"))
                .append('\n'));
        return text.toString();
    }

    public static Map<String, String> read(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                pairs.put(line.substring(0, equals), unescaped(line.substring(equals + 1)));
            }
        });
        return pairs;
    }

    private static String unescaped(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            boolean escape = value.charAt(i) == '\\' && i + 1 < value.length();
            if (escape) {
                i++;
                plain.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
            } else {
                plain.append(value.charAt(i));
            }
        }
        return plain.toString();
    }
}
