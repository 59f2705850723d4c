package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.app.ProcessLock;
import gradcheck.config.Config;
import gradcheck.config.ConfigFaults;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.domain.chain.AuditLine;
import gradcheck.message.PersonId;
import gradcheck.store.Purge;
import gradcheck.store.engine.Backups;
import gradcheck.store.record.Audit;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One purge of one season: what speaks against it, what would go, and the deed. */
final class Purging {
    private final Environment environment;
    private final Clock clock;
    private final int season;
    private final PersonId operator;

    Purging(Environment environment, Clock clock, int season, PersonId operator) {
        this.environment = environment;
        this.clock = clock;
        this.season = season;
        this.operator = operator;
    }

    /** Prints what would go. */
    void preview() throws Failure, ConfigFaults, IOException {
        try (AppContext ready = AppContext.look(environment)) {
            check(ready);
            print(ready);
            System.out.println(TerminalText.of("purge.would", season));
        }
    }

    /**
     * Deletes it, once the season's year was given for a confirmation.
     *
     * @param year asks for it, after what would go was printed
     */
    void carryOut(Supplier<String> year) throws Failure, ConfigFaults, IOException {
        Optional<ProcessLock> claimed = ProcessLock.claim(environment.database());
        if (claimed.isEmpty()) {
            throw new Failure("purge.running");
        }
        try (AppContext ready = AppContext.open(environment)) {
            check(ready);
            print(ready);
            if (!year.get().equals(Integer.toString(season))) {
                throw new Failure("purge.unconfirmed", season);
            }
            purge(ready);
            Backups.compact(environment.database());
            System.out.println(TerminalText.of("purge.done", season));
            printKept(ready);
        } finally {
            claimed.get().close();
        }
    }

    private void purge(AppContext ready) {
        Audit.Entry entry = ready.audited(operator, clock, AuditLine.PURGE, Integer.toString(season));
        ready.store()
                .write(tables -> {
                    List<Purge.Count> gone = tables.purge().carryOut(season, clock.instant());
                    tables.audit().add(entry);
                    return gone;
                })
                .join();
    }

    private void check(AppContext ready) throws Failure, ConfigFaults {
        Purge.Count nothing = new Purge.Count("student", 0);
        Optional<Instant> done = ready.store().read(tables -> tables.purge().doneAt(season));
        boolean isEmpty = counts(ready).contains(nothing);
        if (done.isPresent() && isEmpty) {
            printKept(ready);
            throw new Failure("purge.done.before", season, day(ready, done.get()));
        }
        if (isEmpty) {
            throw new Failure("purge.none", season);
        }
        if (!ready.store().<Boolean>read(tables -> tables.seasons().isClosed(season))) {
            throw new Failure("purge.open", season, season + 1);
        }
        Optional<LocalDate> until = until();
        if (until.isEmpty()) {
            System.out.println(TerminalText.of("purge.no.date", season));
        } else if (!day(ready, clock.instant()).isAfter(until.get())) {
            throw new Failure("purge.too.early", season, until.get());
        }
    }

    /** The config speaks of the present season, and may count from the year of each. */
    private Optional<LocalDate> until() throws ConfigFaults {
        Map<String, String> then = new HashMap<>(environment.variables());
        then.put("GRADCHECK_SEASON", Integer.toString(season));
        return Config.read(new Environment(then)).season().retention().seasonUntil();
    }

    private static LocalDate day(AppContext ready, Instant at) {
        return LocalDate.ofInstant(at, ready.settings().season().zone());
    }

    private List<Purge.Count> counts(AppContext ready) {
        return ready.store().read(tables -> tables.purge().preview(season, clock.instant()));
    }

    private void print(AppContext ready) {
        counts(ready).stream()
                .filter(count -> count.rows() > 0)
                .forEach(count -> System.out.println(TerminalText.of("purge.count", count.table(), count.rows())));
    }

    private void printKept(AppContext ready) {
        List<Purge.Kept> kept = ready.store().read(tables -> tables.purge().kept(season));
        kept.forEach(k -> System.out.println(TerminalText.of("purge.kept", k.college(), k.what(), k.amount())));
    }
}
