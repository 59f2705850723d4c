package gradcheck.flows.record;

import gradcheck.conversation.Effect;
import gradcheck.domain.Correction;
import java.util.List;

/** Nothing is confirmed anew, and of the drafts that waited for the Party committee's word these are left (R11). */
public record StillPostponed(List<Correction> corrections) implements Effect {
    public StillPostponed {
        corrections = List.copyOf(corrections);
    }
}
