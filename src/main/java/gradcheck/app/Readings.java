package gradcheck.app;

import gradcheck.metrics.Metrics;
import gradcheck.store.query.StoreGauges;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What is looked up when somebody asks: the outbox, the day's budget, the season, the disk, the process. */
public final class Readings {
    private static final double MILLIS = 1000;

    private final AppContext ready;
    private final Clock clock;
    private final Path file;
    /** One look at the database serves all numbers of a scrape. */
    private Optional<StoreGauges.Numbers> numbers = Optional.empty();

    private Instant now = Instant.EPOCH;

    public Readings(AppContext ready, Clock clock) {
        this.ready = ready;
        this.clock = clock;
        this.file = Path.of(ready.environment().database().replaceFirst("^jdbc:sqlite:", ""))
                .toAbsolutePath();
    }

    /** Adds its numbers; the first of them takes the look. */
    public void addTo(Metrics metrics, Supplier<Optional<Instant>> tokenAt, DoubleSupplier backgroundAge) {
        metrics.gauge("gradcheck_database_up", "1: the database can be read.", this::look);
        addStored(metrics);
        metrics.gauge("gradcheck_writer_queue", "Writes that wait for the writer.", () -> ready.store()
                .waiting());
        metrics.gauge(
                "gradcheck_writer_longest_hold_seconds",
                "How long one piece of work held up all other writes at most, within the last one to two minutes.",
                () -> ready.store().longestHoldSeconds());
        metrics.gauge(
                "gradcheck_token_age_seconds",
                "Since the last access token came; not a number before the first.",
                () -> tokenAt.get().map(at -> since(at.toEpochMilli())).orElse(Double.NaN));
        metrics.gauge(
                "gradcheck_background_age_seconds", "Since the last round that sends and reminds.", backgroundAge);
        addMachine(metrics);
    }

    private void addStored(Metrics metrics) {
        int budget = ready.settings().reminders().dailyBudget();
        stored(metrics, "gradcheck_outbox_due", "Messages that could go out now.", StoreGauges.Numbers::due);
        stored(metrics, "gradcheck_outbox_later", "Messages whose moment has not come.", StoreGauges.Numbers::later);
        stored(
                metrics,
                "gradcheck_outbox_age_seconds",
                "How long the oldest due message waits.",
                n -> since(n.oldestDueMillis()));
        stored(
                metrics,
                "gradcheck_reminder_lag_seconds",
                "How long the oldest due reminder waits.",
                n -> since(n.oldestReminderMillis()));
        stored(metrics, "gradcheck_budget_left", "People that may still be written to today.", n -> budget - n.used());
        stored(metrics, "gradcheck_budget_day", "People that may be written to in a day.", n -> budget);
        stored(
                metrics,
                "gradcheck_sending_paused_seconds",
                "How long the platform still wants a pause.",
                n -> Math.max(0, -since(n.pausedUntilMillis())));
        stored(
                metrics,
                "gradcheck_unreachable_people",
                "People the platform refuses by name.",
                StoreGauges.Numbers::unreachable);
        stored(metrics, "gradcheck_faq_misses", "Questions without an answer.", StoreGauges.Numbers::unanswered);
        stored(metrics, "gradcheck_students", "Students of the season.", StoreGauges.Numbers::students);
        stored(metrics, "gradcheck_confirmed_students", "Students who have confirmed.", StoreGauges.Numbers::confirmed);
    }

    private void addMachine(Metrics metrics) {
        metrics.gauge("gradcheck_database_bytes", "Size of the database file.", () -> size(""));
        metrics.gauge("gradcheck_database_log_bytes", "Size of the write-ahead log.", () -> size("-wal"));
        metrics.gauge("gradcheck_disk_free_bytes", "Free space where the database is.", this::free);
        metrics.gauge(
                "gradcheck_heap_used_bytes",
                "Heap in use.",
                () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        metrics.gauge("gradcheck_threads", "Threads of the process.", () -> ManagementFactory.getThreadMXBean()
                .getThreadCount());
        metrics.gauge(
                "gradcheck_uptime_seconds",
                "Since the process began.",
                () -> ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    }

    private void stored(Metrics metrics, String name, String help, ToDoubleFunction<StoreGauges.Numbers> of) {
        metrics.gauge(name, help, () -> numbers.map(of::applyAsDouble).orElse(Double.NaN));
    }

    private double look() {
        now = clock.instant();
        int season = ready.settings().season().year();
        LocalDate day = LocalDate.ofInstant(now, ready.settings().season().zone());
        try {
            numbers = Optional.of(ready.store().read(tables -> tables.gauges().at(now, day, season)));
            return 1;
        } catch (RuntimeException e) {
            numbers = Optional.empty();
            return 0;
        }
    }

    private double since(long millis) {
        return (now.toEpochMilli() - millis) / MILLIS;
    }

    private double size(String suffix) {
        try {
            Path part = Path.of(file + suffix);
            return Files.exists(part) ? Files.size(part) : 0;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private double free() {
        try {
            return Files.getFileStore(file).getUsableSpace();
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
