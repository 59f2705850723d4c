package gradcheck.app;

import gradcheck.config.Config;
import gradcheck.config.ConfigFaults;
import gradcheck.config.ConfigUpgrade;
import gradcheck.config.CopyConfig;
import gradcheck.config.Environment;
import gradcheck.config.Settings;
import gradcheck.config.TerminalText;
import gradcheck.copy.Copy;
import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.roster.read.Notices;
import gradcheck.store.Store;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.DatabaseFault;
import gradcheck.store.engine.Ids;
import gradcheck.store.record.Audit;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings, the words and the database: what every command needs before it can do anything. */
public record AppContext(Environment environment, Config.Settings settings, Copy copy, Store store, SecureRandom random)
        implements AutoCloseable {
    private static final String DATA_KEY = "GRADCHECK_DATA_KEY";
    private static final String PREVIOUS_DATA_KEY = "GRADCHECK_DATA_KEY_PREVIOUS";
    /** Who acts at the command line where nothing says who: whoever may open the database on the server. */
    public static final PersonId TERMINAL = new PersonId("terminal");

    /**
     * Reads and checks everything, and opens the database.
     *
     * @throws Faults if a setting is missing or wrong
     */
    public static AppContext open(Environment environment) throws ConfigFaults, IOException {
        AppContext ready = look(environment);
        if (ready.store().read(tables -> tables.dataKey().isNew())) {
            ready.store()
                    .write(tables -> {
                        tables.dataKey().admit();
                        return tables;
                    })
                    .join();
        }
        return ready;
    }

    /**
     * The same, without a trace of the key that was used.
     *
     * @throws gradcheck.store.crypto.WrongDataKey if the keys don't open what is in the database
     */
    public static AppContext look(Environment environment) throws ConfigFaults, IOException {
        SecureRandom random = new SecureRandom();
        Config.Settings settings = Config.read(environment);
        Copy copy = copy(settings);
        FieldCipher seal = seal(environment, random);
        Store store = store(environment, seal, settings.season());
        try {
            store.<Boolean>read(tables -> {
                tables.dataKey().check();
                return true;
            });
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        return new AppContext(environment, settings, copy, store, random);
    }

    private static Store store(Environment environment, FieldCipher seal, Season season) throws ConfigFaults {
        String address = environment.database();
        try {
            return Store.open(address, seal, season);
        } catch (IllegalArgumentException e) {
            throw new ConfigFaults(List.of(TerminalText.of("database.address", "GRADCHECK_DATABASE", address)));
        } catch (RuntimeException e) {
            throw unopened(address, e);
        }
    }

    /** Why a database can't be opened, and the cure. */
    public static ConfigFaults unopened(String address, Exception why) {
        return new ConfigFaults(List.of(DatabaseFault.of(why)
                .map(trouble -> TerminalText.of("database." + trouble.word(), address))
                .orElseGet(() -> TerminalText.of("database.unopened", address, String.valueOf(why.getMessage())))));
    }

    /** The present key, and the previous one where it is given. */
    public static FieldCipher seal(Environment environment, SecureRandom random) throws ConfigFaults {
        Settings.check(environment, List.of(DATA_KEY, PREVIOUS_DATA_KEY));
        return new FieldCipher(environment.get(DATA_KEY).orElseThrow(), environment.get(PREVIOUS_DATA_KEY), random);
    }

    public static Copy copy(Config.Settings settings) throws ConfigFaults, IOException {
        List<String> faults = new ArrayList<>(CopyConfig.faults(settings.folder()));
        if (!faults.isEmpty()) {
            faults.addAll(ConfigUpgrade.cure(settings.folder()));
            throw new ConfigFaults(faults);
        }
        return Copy.read(settings.folder().resolve(CopyConfig.FILE));
    }

    /** The same where there is a key at all; a copy that everybody can read comes back without one. */
    public static Optional<FieldCipher> sealIfAny(Environment environment, SecureRandom random) throws ConfigFaults {
        return environment.get(DATA_KEY).isEmpty() ? Optional.empty() : Optional.of(seal(environment, random));
    }

    /** The same, in another season. */
    public AppContext in(int year) {
        return new AppContext(environment, settings.in(year), copy, store, random);
    }

    /** Refuses to change a season that is closed. */
    public void checkOpen() throws Failure {
        int year = settings.season().year();
        if (store.read(tables -> tables.seasons().isClosed(year))) {
            throw new Failure("season.is.closed", year);
        }
    }

    /** Refuses a college that nobody of the season is of: it is a slip of the pen, and would silently reach nobody. */
    public void checkCollege(String college) throws Failure {
        int year = settings.season().year();
        List<String> known = store.read(tables -> tables.students().colleges(year));
        if (!known.contains(college)) {
            throw Failure.wrongUse("export.college", college, String.join("、", known));
        }
    }

    public Notices notices(Clock clock) {
        return new Notices(
                copy::render,
                new Ids(clock, random),
                settings.reminders().quiet(),
                settings.season().zone());
    }

    /** An act at the command line, for the audit. */
    public Audit.Entry audited(PersonId actor, Clock clock, String act, String target) {
        return new Audit.Entry(new Ids(clock, random).next(), clock.instant(), actor, act, target, "ok");
    }

    @Override
    public void close() {
        store.close();
    }
}
