package gradcheck.reminders;

import gradcheck.domain.status.StudentState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a queued reminder keeps until the moment of sending, where it is decided.
 *
 * @param number whom it is about
 * @param audiences what they lacked when it was queued; whoever lacks none of it any more is not reminded
 * @param until after that moment it is dropped
 */
record ReminderPayload(String number, Set<StudentState> audiences, Instant until) {
    /** As version 1.0.0 wrote them. */
    private static final Map<String, String> FORMER =
            Map.of("NOT_COLLECTED", StudentState.UNCOLLECTED.name(), "PARTY", StudentState.POSTPONED.name());

    ReminderPayload {
        audiences = Set.copyOf(audiences);
    }

    boolean covers(StudentState lack) {
        return audiences.stream().anyMatch(a -> a.covers(lack));
    }

    String written() {
        String names = audiences.stream().map(StudentState::name).sorted().collect(Collectors.joining(","));
        return number + "|" + names + "|" + until.toEpochMilli();
    }

    static ReminderPayload read(String written) {
        String[] parts = written.split("\\|", -1);
        Set<StudentState> audiences = Arrays.stream(parts[1].split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> FORMER.getOrDefault(name, name))
                .map(StudentState::valueOf)
                .collect(Collectors.toSet());
        return new ReminderPayload(parts[0], audiences, Instant.ofEpochMilli(Long.parseLong(parts[2])));
    }
}
