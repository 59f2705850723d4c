package gradcheck.season;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long a spring is, with its last day for the first check in every second one, and how often the bot is killed. */
enum Length {
    WHOLE(LocalDate.of(2027, 5, 10), LocalDate.of(2027, 4, 20), 50),
    /** Enough for each fault to show. */
    MONTH(LocalDate.of(2027, 3, 31), LocalDate.of(2027, 3, 26), 8);

    final LocalDate last;
    final LocalDate closes;
    final int kills;

    Length(LocalDate last, LocalDate closes, int kills) {
        this.last = last;
        this.closes = closes;
        this.kills = kills;
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(Spring.FIRST, last);
    }
}
