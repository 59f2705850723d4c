package gradcheck.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A value as YAML on one line, with quotes only where they are needed. */
public final class FlowText {
    /** Neither a number nor one of the words that YAML takes for something else than text. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:true|false|yes|no|on|off|null|y|n)$)[\\p{IsHan}A-Za-z][\\p{IsHan}A-Za-z0-9_]*");

    private FlowText() {}

    public static String of(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(part -> parts.add(of(part)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (value.isObject()) {
            value.properties().forEach(e -> parts.add(e.getKey() + ": " + of(e.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        boolean isPlain = value.isTextual() && PLAIN.matcher(value.asText()).matches();
        return isPlain ? value.asText() : value.toString();
    }
}
