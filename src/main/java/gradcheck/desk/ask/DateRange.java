package gradcheck.desk.ask;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * A stretch of days.
 *
 * @param from the first day
 * @param to the last day, that day included
 */
public record DateRange(LocalDate from, LocalDate to) {
    private static final int THESE_DAYS = 3;

    /** Words for stretches of days, seen from today. */
    enum Word {
        TODAY,
        YESTERDAY,
        SINCE_YESTERDAY,
        BEFORE_YESTERDAY,
        THESE_DAYS,
        THIS_WEEK,
        LAST_WEEK
    }

    static DateRange of(Word word, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (word) {
            case TODAY -> new DateRange(today, today);
            case YESTERDAY -> new DateRange(today.minusDays(1), today.minusDays(1));
            case SINCE_YESTERDAY -> new DateRange(today.minusDays(1), today);
            case BEFORE_YESTERDAY -> new DateRange(today.minusDays(2), today.minusDays(2));
            case THESE_DAYS -> new DateRange(today.minusDays(THESE_DAYS - 1), today);
            case THIS_WEEK -> new DateRange(monday, today);
            case LAST_WEEK -> new DateRange(monday.minusWeeks(1), monday.minusDays(1));
        };
    }

    /** 周三 is the last one there was, 上周三 the one of last week. */
    static DateRange of(DayOfWeek day, boolean ofLastWeek, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate on = ofLastWeek ? monday.minusWeeks(1).with(day) : today.with(TemporalAdjusters.previousOrSame(day));
        return new DateRange(on, on);
    }

    public Instant start(ZonedDateTime now) {
        return from.atStartOfDay(now.getZone()).toInstant();
    }

    /** The moment after its last one. */
    public Instant end(ZonedDateTime now) {
        return to.plusDays(1).atStartOfDay(now.getZone()).toInstant();
    }
}
