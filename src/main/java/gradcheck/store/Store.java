package gradcheck.store;

import gradcheck.domain.Season;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.Connections;
import gradcheck.store.engine.DataSteps;
import gradcheck.store.engine.DatabaseFault;
import gradcheck.store.engine.DatabaseHealth;
import gradcheck.store.engine.Migrations;
import gradcheck.store.engine.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The database file: one writer with a queue and group commit, readers beside it.
 *
 * <p>A write is on disk when its future completes ({@code synchronous=FULL}); up to fifty wait for one commit, each in
 * its own savepoint.
 */
public final class Store implements AutoCloseable {
    private final Connections connections;
    private final Writer writer;
    private final FieldCipher seal;
    private final Season season;
    private final DatabaseHealth soundness = new DatabaseHealth();

    private Store(Connections connections, FieldCipher seal, Season season) {
        this.connections = connections;
        this.seal = seal;
        this.season = season;
        this.writer = new Writer(connections, seal, season, soundness);
    }

    /**
     * Opens the database, brings its schema up to date and starts the writer.
     *
     * @param address for example {@code jdbc:sqlite:data/gradcheck.db}
     * @param season what the students' status is derived by
     * @throws IllegalStateException if the file was written by a newer program
     */
    public static Store open(String address, FieldCipher seal, Season season) {
        return open(new Connections(address), seal, season);
    }

    public static Store open(Connections connections, FieldCipher seal, Season season) {
        return open(connections, seal, season, DataSteps.ALL);
    }

    /** @param steps what is done to the data after the schema is up to date */
    public static Store open(Connections connections, FieldCipher seal, Season season, List<DataSteps.Step> steps) {
        try {
            Migrations.bringUpToDate(connections);
            DataSteps.carryOut(steps, connections, handle -> new Tables(handle, seal, season));
            DataSteps.renewStatus(connections, season);
        } catch (RuntimeException e) {
            throw connections.blame(e);
        }
        return new Store(connections, seal, season);
    }

    /** Runs the work in a transaction of its own; the future completes after the commit, or with what went wrong. */
    public <T> CompletableFuture<T> write(Function<Tables, T> work) {
        return writer.submit(work);
    }

    /** Reads what is committed, beside the writer. */
    public <T> T read(Function<Tables, T> work) {
        try {
            return connections.reading(handle -> work.apply(new Tables(handle, seal, season)));
        } catch (RuntimeException e) {
            soundness.failed(connections.blame(e));
            throw e;
        }
    }

    /** Why nothing can be written at the moment; empty: all is well. */
    public Optional<DatabaseFault> trouble() {
        return soundness.trouble();
    }

    /** False when nothing will ever be written again by this process: something is wrong with the program itself. */
    public boolean isAlive() {
        return writer.isAlive();
    }

    /** How long one piece of work held up all other writes at most, within the last one to two minutes. */
    public double longestHoldSeconds() {
        return writer.longestHoldSeconds();
    }

    /** How many writes wait. */
    public int waiting() {
        return writer.waiting();
    }

    /** Empties the log beside the file: what was deleted may still stand there. */
    public void emptyLog() {
        connections.emptyLog();
    }

    /** Takes no more, finishes what is queued, closes. */
    @Override
    public void close() {
        writer.close();
        connections.close();
    }
}
