package gradcheck.flows.record;

import gradcheck.conversation.Effect;
import gradcheck.domain.Correction;
import java.util.List;
import java.util.Map;

/**
 * The student has confirmed the record: right as it is, or with these corrections (R18).
 *
 * @param postponed corrections that wait for the Party committee's word and were confirmed without (R11)
 * @param reason why the record was confirmed once more; empty for the first time
 */
public record RecordConfirmed(List<Detailed> corrections, List<Correction> postponed, String reason) implements Effect {
    public RecordConfirmed {
        corrections = List.copyOf(corrections);
        postponed = List.copyOf(postponed);
    }

    /** A correction, and by name what the student said about it besides: when it changed, what 学信网 shows (R34). */
    public record Detailed(Correction correction, Map<String, String> details) {
        public Detailed {
            details = Map.copyOf(details);
        }
    }
}
