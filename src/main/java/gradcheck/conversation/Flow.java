package gradcheck.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A guided conversation: its questions in order, the first one opens it.
 *
 * @param <C> the case it is about
 */
public final class Flow<C> {
    private final String name;
    private final Map<String, Step<C>> steps = new LinkedHashMap<>();
    private final String first;

    public Flow(String name, List<Step<C>> inOrder) {
        this.name = name;
        this.first = inOrder.get(0).name();
        for (Step<C> step : inOrder) {
            if (steps.put(step.name(), step) != null) {
                throw new IllegalArgumentException(name + " has two questions named " + step.name());
            }
        }
    }

    public String name() {
        return name;
    }

    /** A conversation of this flow at its first question. */
    public Conversation opened() {
        return Conversation.at(name, first);
    }

    Optional<Step<C>> step(String question) {
        return Optional.ofNullable(steps.get(question));
    }
}
