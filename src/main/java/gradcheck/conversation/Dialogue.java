package gradcheck.conversation;

import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Optional;

/**
 * Runs a flow: a pure function of the stored conversation, the case and what was said.
 *
 * <p>A question that a deploy has renamed or removed is not guessed at: the flow opens again at its first question,
 * with the answers kept.
 */
public final class Dialogue<C> {
    private final Flow<C> flow;

    public Dialogue(Flow<C> flow) {
        this.flow = flow;
    }

    /** Opens the flow, or takes it up where it stood. */
    public Turn open(Optional<Conversation> stored, C about) {
        return asking(known(stored), about, List.of(), List.of());
    }

    /** The open question again, in brief: after a side question, or an answer that could not be taken. */
    public Turn again(Conversation stored, C about) {
        Conversation at = known(Optional.of(stored));
        return new Turn(
                Optional.of(at),
                List.of(),
                List.of(),
                Optional.of(question(at, about).inBrief()));
    }

    /** One question back, past those that make no sense any more; at the first one it stays. */
    public Turn back(Conversation stored, C about) {
        Conversation at = known(Optional.of(stored));
        Conversation to = at.back();
        while (!to.trail().isEmpty() && !mayRevisit(to, about)) {
            to = to.back();
        }
        return asking(mayRevisit(to, about) ? to : at, about, List.of(), List.of());
    }

    private boolean mayRevisit(Conversation at, C about) {
        return flow.step(at.question())
                .filter(step -> step.revisit().test(about, at.answers()))
                .isPresent();
    }

    /** An answer to the open question; empty when it is none, or when that question is no longer asked. */
    public Optional<Turn> hear(Conversation stored, String said, C about) {
        return flow.step(stored.question())
                .flatMap(step -> settle(stored, step.hear().hear(said, about, stored.answers()), about));
    }

    private Optional<Turn> settle(Conversation stored, Heard heard, C about) {
        if (heard instanceof Heard.Next next) {
            Conversation on = stored.on(next.question(), next.answers());
            return Optional.of(asking(on, about, next.effects(), next.says()));
        }
        if (heard instanceof Heard.Refused refused) {
            Turn again = again(stored, about);
            return Optional.of(new Turn(again.next(), List.of(), List.of(refused.why()), again.question()));
        }
        if (heard instanceof Heard.Ended ended) {
            return Optional.of(new Turn(Optional.empty(), ended.effects(), ended.says(), Optional.empty()));
        }
        return Optional.empty();
    }

    private Turn asking(Conversation at, C about, List<Effect> effects, List<Say> says) {
        return new Turn(Optional.of(at), effects, says, Optional.of(question(at, about)));
    }

    private Question question(Conversation at, C about) {
        Step<C> step = flow.step(at.question())
                .orElseThrow(() -> new IllegalStateException(flow.name() + " has no question " + at.question()));
        return step.ask().apply(about, at.answers());
    }

    private Conversation known(Optional<Conversation> stored) {
        Conversation opened = flow.opened();
        return stored.map(was -> flow.step(was.question()).isPresent()
                        ? was
                        : new Conversation(flow.name(), opened.question(), was.answers(), List.of()))
                .orElse(opened);
    }
}
