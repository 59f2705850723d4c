package gradcheck.turn.privacy;

import gradcheck.domain.Season;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a day forgets what was said in chats longer ago than the season keeps it. */
public final class RetentionJob {
    private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);
    private static final String MARK = "forgotten-on";

    private final Store store;
    private final Season season;
    private final Clock clock;
    /** What the mark said last, so that it is not read again all day. */
    private String doneOn = "";

    public RetentionJob(Store store, Season season, Clock clock) {
        this.store = store;
        this.season = season;
        this.clock = clock;
    }

    /** Does today's part, unless it was done. */
    public void forgetDue() {
        Instant now = clock.instant();
        String today = LocalDate.ofInstant(now, season.zone()).toString();
        if (today.equals(doneOn)) {
            return;
        }
        Instant then = now.minus(Duration.ofDays(season.retention().chatDays()));
        int forgotten = store.write(tables -> forget(tables, today, then)).join();
        doneOn = today;
        if (forgotten > 0) {
            store.emptyLog();
            log.info("event=forgotten texts={}", forgotten);
        }
    }

    private static int forget(Tables tables, String today, Instant then) {
        if (tables.marks().get(MARK).filter(today::equals).isPresent()) {
            return 0;
        }
        tables.marks().set(MARK, today);
        return tables.inbox().forgetBefore(then) + tables.outbox().forgetBefore(then);
    }
}
