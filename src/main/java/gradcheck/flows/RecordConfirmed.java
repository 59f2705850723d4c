package gradcheck.flows;

import gradcheck.conversation.Effect;
import gradcheck.verification.Correction;
import java.util.List;

/** The student has confirmed the record: right as it is, or with these corrections (R18). */
public record RecordConfirmed(List<Correction> corrections) implements Effect {
    public RecordConfirmed {
        corrections = List.copyOf(corrections);
    }
}
