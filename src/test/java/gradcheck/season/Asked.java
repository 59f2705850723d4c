package gradcheck.season;

import gradcheck.domain.Season;
import gradcheck.domain.status.StudentState;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What may be asked of somebody on a day, from what is true of them and the season's last days; knows nothing of the bot. */
final class Asked {
    private static final LocalDate PHOTOS = LocalDate.of(2027, 4, 30);
    /** Waits while the record is to be confirmed again: it is about what was confirmed. */
    private static final Set<StudentState> OF_THE_CONFIRMED = EnumSet.of(
            StudentState.SENT_BACK, StudentState.MATERIAL_DUE, StudentState.POSTPONED, StudentState.UNSUBMITTED);

    private final Optional<LocalDate> closes;

    Asked(Season season) {
        closes = season.recordCloses();
    }

    /** What is still to be done, and not too late. */
    Set<StudentState> of(Pupil.State then, LocalDate day) {
        Set<StudentState> asked = EnumSet.noneOf(StudentState.class);
        asked.addAll(then.lacks());
        if (asked.contains(StudentState.REOPENED)) {
            asked.removeAll(OF_THE_CONFIRMED);
        }
        asked.removeIf(lack -> lastDay(lack, then.until()).filter(day::isAfter).isPresent());
        return asked;
    }

    /** The last day for what somebody lacks; empty where there is none. */
    Optional<LocalDate> lastDay(StudentState lack, Optional<LocalDate> own) {
        return switch (lack) {
            case UNCOLLECTED, PHOTO_UNKNOWN -> Optional.of(PHOTOS);
            case UNCHECKED, RETAKE -> Optional.empty();
            default -> own.or(() -> closes);
        };
    }

    boolean isLastDay(Pupil.State then, LocalDate day) {
        return of(then, day).stream()
                .anyMatch(
                        lack -> lastDay(lack, then.until()).filter(day::equals).isPresent());
    }

    /** Everybody's last days. */
    List<LocalDate> lastDays() {
        return Stream.concat(Stream.of(PHOTOS), closes.stream()).toList();
    }
}
