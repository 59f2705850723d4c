package gradcheck.store.engine;

import gradcheck.store.people.Students;
import gradcheck.store.record.Audit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Brings the schema up to date: forward only, all steps in one transaction, a newer schema is refused. */
public final class Migrations {
    private static final List<String> STEPS = List.of(
            "V001.sql",
            "V002.sql",
            "V003.sql",
            "V004.sql",
            "V005.sql",
            "V006.sql",
            "V007.sql",
            "V008.sql",
            "V009.sql",
            "V010.sql",
            "V011.sql",
            "V012.sql",
            "V013.sql",
            "V014.sql",
            "V015.sql",
            "V016.sql",
            "V017.sql",
            "V018.sql",
            "V019.sql",
            "V020.sql",
            "V021.sql");

    /** What SQL alone can't do, in the same transaction. */
    private static final Map<String, Consumer<Handle>> AFTERWARDS =
            Map.of("V010.sql", Audit::chainEarlierLines, "V017.sql", Students::keyEarlierNames);

    private Migrations() {}

    /** The newest schema this program knows. */
    public static int newest() {
        return STEPS.size();
    }

    public static void bringUpToDate(Connections connections) {
        bringUpTo(STEPS.size(), connections);
    }

    /** As an earlier program left it. */
    public static void bringUpTo(int schema, Connections connections) {
        try (Handle handle = connections.first()) {
            int done = handle.createQuery("PRAGMA user_version")
                    .mapTo(Integer.class)
                    .one();
            if (done > STEPS.size()) {
                throw new IllegalStateException("the database has schema " + done + ", this program knows "
                        + STEPS.size() + ": use the newer program");
            }
            // One transaction: an upgrade that fails leaves the file to the program that wrote it.
            handle.useTransaction(h -> {
                for (int step = done; step < schema; step++) {
                    apply(h, step);
                }
            });
        }
    }

    private static void apply(Handle handle, int step) {
        statements(script(STEPS.get(step))).forEach(handle::execute);
        AFTERWARDS.getOrDefault(STEPS.get(step), nothing -> {}).accept(handle);
        handle.execute("PRAGMA user_version = " + (step + 1));
    }

    /** A statement ends with a semicolon at the end of a line; those inside a trigger stand before its END. */
    private static List<String> statements(String script) {
        return Pattern.compile(";\\s*(?:\\n|$)")
                .splitAsStream(script)
                .filter(s -> !s.isBlank())
                .toList();
    }

    private static String script(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its migration " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
