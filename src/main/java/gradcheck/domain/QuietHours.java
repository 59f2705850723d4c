package gradcheck.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The times of day at which nobody is written to who hasn't just written: the night, and whatever else
 * {@code config/reminders.yml} names. An hour of each day at least lies in none of the blocks, which don't touch.
 */
public record QuietHours(List<Block> blocks) {
    /** Away from the end of a block, where the thousands of a round begin (page 90236 asks for other minutes). */
    private static final int BEHIND_ROUNDS_MINUTES = 7;

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    /** More of them than a day has crowded ones. */
    private static final int FEWEST_FREE_MINUTES = 60;

    public QuietHours {
        blocks = List.copyOf(blocks);
    }

    /** A part of the day by the wall clock; past midnight where it ends earlier than it begins. */
    public record Block(LocalTime from, LocalTime to) {
        /** Its first minute belongs to it, the one it ends on doesn't. */
        public boolean covers(LocalTime time) {
            boolean hasBegun = !time.isBefore(from);
            boolean goesOn = time.isBefore(to);
            return from.isBefore(to) ? hasBegun && goesOn : hasBegun || goesOn;
        }

        /** Whether they are one block in truth. */
        public boolean touches(Block other) {
            return covers(other.from) || other.covers(from) || to.equals(other.from) || from.equals(other.to);
        }

        @Override
        public String toString() {
            return from + "–" + to;
        }
    }

    /** A single block. */
    public static QuietHours between(LocalTime from, LocalTime to) {
        return new QuietHours(List.of(new Block(from, to)));
    }

    public boolean covers(LocalTime time) {
        return at(time).isPresent();
    }

    /** The block in which that time lies. */
    public Optional<Block> at(LocalTime time) {
        return blocks.stream().filter(block -> block.covers(time)).findFirst();
    }

    /** Whether a day has an hour, be it in pieces, in which something may go out. */
    public boolean leavesRoom() {
        return IntStream.range(0, MINUTES_OF_A_DAY)
                        .filter(minute -> !covers(LocalTime.MIDNIGHT.plusMinutes(minute)))
                        .count()
                >= FEWEST_FREE_MINUTES;
    }

    /** The first moment from then on that is not quiet. */
    public ZonedDateTime firstFree(ZonedDateTime moment) {
        return at(moment.toLocalTime())
                .map(Block::to)
                .map(end -> (moment.toLocalTime().isBefore(end) ? moment : moment.plusDays(1)).with(end))
                .orElse(moment);
    }

    /** That moment for a single notice; if it is quiet, some minutes after the end of it. */
    public Instant forNotice(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (!covers(local.toLocalTime())) {
            return moment;
        }
        ZonedDateTime free = firstFree(local);
        ZonedDateTime behind = free.plusMinutes(BEHIND_ROUNDS_MINUTES);
        return (covers(behind.toLocalTime()) ? free : behind).toInstant();
    }

    /** When the day's last quiet begins: the evening's, else midnight. */
    public LocalTime evening() {
        return at(LocalTime.MAX).map(Block::from).orElse(LocalTime.MAX);
    }
}
