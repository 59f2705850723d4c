package gradcheck.turn.student;

import gradcheck.language.SpokenNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers said aloud among other words, and the parts they stand in. */
final class SpokenParts {
    /** Nothing offers more choices. */
    private static final int MOST = 9;

    /** 1看到了, 我选2没拍. */
    private static final Pattern LED = Pattern.compile("(?:我?选|第)?([1-9])(?=[\\p{IsHan}&&[^年月天次周日号点张个小分条项步]]).*");

    private SpokenParts() {}

    /** The number that a message names among its words, or its first part: 是的 1, 1对图像校对. */
    static String first(String text) {
        List<String> parts = parts(text);
        return parts.stream()
                .map(SpokenParts::number)
                .filter(part -> part.matches("\\d"))
                .findFirst()
                .or(() -> parts.stream()
                        .filter(part -> LED.matcher(part).matches())
                        .map(SpokenParts::digit)
                        .findFirst())
                .orElseGet(() -> parts.isEmpty() ? text : parts.get(0));
    }

    /** What stands in a message beside the part that {@link #first} is; empty where nothing does. */
    static String afterFirst(String text) {
        String first = first(text);
        List<String> rest = new ArrayList<>(parts(text));
        for (int i = 0; i < rest.size(); i++) {
            boolean isLed =
                    LED.matcher(rest.get(i)).matches() && digit(rest.get(i)).equals(first);
            if (isLed || number(rest.get(i)).equals(first)) {
                String beside = isLed ? rest.get(i).replaceFirst("^(?:我?选|第)?[1-9]", "") : "";
                rest.set(i, beside);
                break;
            }
        }
        return String.join(" ", rest).strip();
    }

    static List<String> parts(String text) {
        String said = text.strip();
        return Segments.of(said).stream()
                .map(piece -> said.substring(piece.from(), piece.to()))
                .toList();
    }

    static String digit(String led) {
        Matcher matcher = LED.matcher(led);
        return matcher.matches() ? matcher.group(1) : led;
    }

    /** A number said aloud as a digit; other words as they are. */
    static String number(String part) {
        OptionalInt number = SpokenNumber.alone(part);
        return number.isPresent() && number.getAsInt() <= MOST ? Integer.toString(number.getAsInt()) : part;
    }

    /** Whether a part begins with a number that stands for a choice: 1看到了. */
    static boolean isLed(String part) {
        return LED.matcher(part).matches();
    }
}
