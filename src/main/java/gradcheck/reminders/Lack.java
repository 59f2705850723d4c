package gradcheck.reminders;

import gradcheck.domain.status.CorrectionCase;
import gradcheck.domain.status.StudentState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One thing a student has yet to do.
 *
 * @param deadline the last day for it; empty where none is configured or none exists
 * @param reviews the corrections it is about; empty for everything else
 */
public record Lack(StudentState audience, Optional<LocalDate> deadline, List<CorrectionCase> reviews) {
    public Lack {
        reviews = List.copyOf(reviews);
    }

    static Lack of(StudentState audience, Optional<LocalDate> deadline) {
        return new Lack(audience, deadline, List.of());
    }

    /** Days until the deadline, 0 on it. */
    public Optional<Long> daysLeft(LocalDate today) {
        return deadline.map(day -> ChronoUnit.DAYS.between(today, day));
    }

    boolean isLastDay(LocalDate today) {
        return deadline.filter(today::equals).isPresent();
    }
}
