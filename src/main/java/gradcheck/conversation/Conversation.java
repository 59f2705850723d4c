package gradcheck.conversation;

import java.util.ArrayList;
import java.util.List;

/**
 * What is stored between two messages: the question that was asked, the answers, and the questions before it.
 *
 * @param flow the flow's name
 * @param question the open question's name
 * @param trail the questions that were left behind, oldest first: the way back
 */
public record Conversation(String flow, String question, Answers answers, List<String> trail) {
    /** Further back nobody goes; it keeps the row small whatever a person does. */
    private static final int LONGEST_TRAIL = 20;

    public Conversation {
        trail = List.copyOf(trail);
    }

    public static Conversation at(String flow, String question) {
        return new Conversation(flow, question, Answers.NONE, List.of());
    }

    /** On to another question, which may be the same one. */
    Conversation on(String next, Answers now) {
        if (next.equals(question)) {
            return new Conversation(flow, question, now, trail);
        }
        List<String> longer = new ArrayList<>(trail);
        longer.add(question);
        List<String> kept = longer.subList(Math.max(0, longer.size() - LONGEST_TRAIL), longer.size());
        return new Conversation(flow, next, now, kept);
    }

    /** One question back; at the first one it stays. */
    Conversation back() {
        if (trail.isEmpty()) {
            return this;
        }
        int last = trail.size() - 1;
        return new Conversation(flow, trail.get(last), answers, trail.subList(0, last));
    }
}
