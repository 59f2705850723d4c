package gradcheck.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The config folder that comes with the program, and what earlier versions shipped: with that, what an operator has changed
 * can be told from what is only old.
 */
final class ShippedConfig {
    /** The files there are; the build puts them into the jar. */
    static final List<String> FILES = List.of(
            "gradcheck.yml",
            "fields.yml",
            "colleges.yml",
            "copy.zh.yml",
            "reminders.yml",
            "calendar.yml",
            "menu.yml",
            "faq.yml",
            "lexicon.yml",
            "sayings.txt",
            "words.yml",
            "desk.yml",
            "alerts.yml",
            "grafana-dashboard.json",
            "sample/colleges.yml",
            "sample/staff.csv",
            "sample/roster.csv",
            "sample/photos.csv");

    /** A line a value: its place and the beginning of its SHA-256, under its file's name; made by {@code ShippedConfigTest}. */
    private static final List<String> EARLIER = List.of("shipped-1.0.0.txt");

    private static final String COMMENT = "#";
    private static final int SHORT = 8;

    private final Set<String> places = new HashSet<>();
    private final Set<String> values = new HashSet<>();

    ShippedConfig() throws IOException {
        for (String version : EARLIER) {
            String file = "";
            for (String line : resource(version).lines().toList()) {
                if (line.startsWith("[")) {
                    file = line;
                } else {
                    places.add(file + line.substring(0, line.lastIndexOf(' ')));
                    values.add(file + line);
                }
            }
        }
    }

    /** This version's file. */
    static String text(String file) throws IOException {
        return resource("config/" + file);
    }

    /** Whether an earlier version had something at this place. */
    boolean knows(String file, String place) {
        return places.contains("[" + file + "]" + place);
    }

    /** Whether an earlier version shipped this very value there. */
    boolean has(String file, String place, JsonNode value) {
        return values.contains("[" + file + "]" + line(place, value));
    }

    /** Whether an earlier version shipped this line of a comment. */
    boolean hasComment(String file, String comment) {
        return has(file, COMMENT, new TextNode(comment));
    }

    /** The lines that a file's values make, for the next version to know them. */
    static List<String> lines(ConfigBlock block, String place) {
        List<String> lines = new ArrayList<>();
        lines.add(line(place, block.value()));
        block.comments().stream()
                .filter(comment -> !comment.isEmpty())
                .forEach(comment -> lines.add(line(COMMENT, new TextNode(comment))));
        block.children().forEach((name, child) -> lines.addAll(lines(child, place + "/" + name)));
        return lines;
    }

    private static String line(String place, JsonNode value) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(value.toString().getBytes(StandardCharsets.UTF_8));
            return place + " " + HexFormat.of().formatHex(digest).substring(0, SHORT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ShippedConfig.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
