package gradcheck.turn;

import gradcheck.message.Choice;
import gradcheck.message.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question as a card, within the platform's limits (page 90236).
 *
 * @param isWhole whether the card says all that the text says, so that it can stand alone
 */
record QuestionCard(Outgoing.Card card, boolean isWhole) {
    private static final int TITLE = 36;
    private static final int BODY = 160;
    private static final int BUTTONS = 6;
    private static final int LABEL = 10;
    /** Every question begins with where one is: 【2/4 逐项核对】. */
    private static final Pattern WHERE = Pattern.compile("^【([^】]{1,30})】\\s*");

    /**
     * The card of a question; empty when its choices make no buttons.
     *
     * @param text the question as text
     * @param instead what the card says when the text is too long for it
     */
    static Optional<QuestionCard> of(String taskId, String text, List<Choice> choices, String instead) {
        boolean fits = !choices.isEmpty()
                && choices.size() <= BUTTONS
                && choices.stream().allMatch(c -> length(c.label()) <= LABEL);
        if (!fits) {
            return Optional.empty();
        }
        Matcher where = WHERE.matcher(text);
        boolean isPlaced = where.find();
        String rest = isPlaced ? text.substring(where.end()) : text;
        List<String> lines =
                new ArrayList<>(rest.lines().filter(l -> !isChoice(l, choices)).toList());
        String title = isPlaced || lines.isEmpty() ? where(where, isPlaced) : lines.remove(0);
        String body = String.join("\n", lines).strip();
        boolean isWhole = length(title) <= TITLE && length(body) <= BODY;
        Outgoing.Card card = new Outgoing.Card(taskId, cut(title), isWhole ? body : instead, List.of(), choices);
        return Optional.of(new QuestionCard(card, isWhole));
    }

    /** The line that offers a choice by its number, which its button does better. */
    private static boolean isChoice(String line, List<Choice> choices) {
        return choices.stream()
                .anyMatch(c -> c.says().length() == 1
                        && Character.isDigit(c.says().charAt(0))
                        && line.startsWith(c.says() + " "));
    }

    private static String where(Matcher where, boolean isPlaced) {
        return isPlaced ? where.group(1) : "";
    }

    private static String cut(String title) {
        return length(title) <= TITLE ? title : title.substring(0, title.offsetByCodePoints(0, TITLE - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
