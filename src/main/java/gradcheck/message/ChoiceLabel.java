package gradcheck.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a choice is called in the copy file: its line, and in brackets what its button says where that is shorter; empty
 * brackets: it has no button.
 */
public record ChoiceLabel(String line, String button) {
    private static final Pattern BUTTON = Pattern.compile("^(.*?)\\s*\\[([^\\]]*)]$");

    public static ChoiceLabel of(String text) {
        Matcher button = BUTTON.matcher(text);
        return button.matches() ? new ChoiceLabel(button.group(1), button.group(2)) : new ChoiceLabel(text, text);
    }
}
