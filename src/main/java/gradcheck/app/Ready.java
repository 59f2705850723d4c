package gradcheck.app;

import gradcheck.copy.Copy;
import gradcheck.store.Seal;
import gradcheck.store.Store;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;

/** The settings, the words and the database: what every command needs before it can do anything. */
record Ready(Environment environment, Config.Settings settings, Copy copy, Store store, SecureRandom random)
        implements AutoCloseable {

    /**
     * Reads and checks everything, and opens the database.
     *
     * @throws Faults if a setting is missing or wrong
     */
    static Ready open(Environment environment) throws Faults, IOException {
        SecureRandom random = new SecureRandom();
        Config.Settings settings = Config.read(environment);
        Copy copy = copy(settings);
        String key =
                environment.get("GRADCHECK_DATA_KEY").orElseThrow(() -> new Faults(List.of(Main.word("no.data.key"))));
        try {
            return new Ready(
                    environment, settings, copy, Store.open(database(environment), new Seal(key, random)), random);
        } catch (IllegalArgumentException e) {
            throw new Faults(List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The JDBC address of the database. */
    static String database(Environment environment) {
        return environment.get("GRADCHECK_DATABASE").orElse("jdbc:sqlite:data/gradcheck.db");
    }

    static Copy copy(Config.Settings settings) throws Faults, IOException {
        Copy copy = Copy.read(settings.folder().resolve("copy.zh.yml"));
        List<String> faults = copy.faults(Phrases.all());
        if (!faults.isEmpty()) {
            throw new Faults(faults.stream().map(f -> "copy.zh.yml: " + f).toList());
        }
        return copy;
    }

    @Override
    public void close() {
        store.close();
    }
}
