package gradcheck.store.engine;

import gradcheck.domain.Season;
import gradcheck.log.Cause;
import gradcheck.store.Tables;
import gradcheck.store.crypto.FieldCipher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that writes. SQLite's lock is unfair: competing writers starve for seconds, so all writes queue here
 * and share commits.
 */
public final class Writer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    /** Measured: beyond fifty a commit gains nothing, and the first in the group only waits longer. */
    private static final int GROUP = 50;
    /** What can be answered within the platform's five seconds, with room to spare. */
    private static final int QUEUE = 10_000;

    /** Trouble that is over is seen within ten seconds, the five of a lock included. */
    private static final long PROBE_MILLIS = 2000;

    private static final Job<Void> STOP = new Job<>(tables -> null, new CompletableFuture<>(), new Aside());

    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>(QUEUE);
    private final Connections connections;
    private final FieldCipher seal;
    private final Season season;
    private final DatabaseHealth soundness;
    private final ExecutorService aside = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "store-aside");
        made.setDaemon(true);
        return made;
    });
    private final Holds holds = new Holds();
    private final Thread thread;
    private @Nullable Handle handle;
    private volatile boolean stopping;

    public Writer(Connections connections, FieldCipher seal, Season season, DatabaseHealth soundness) {
        this.connections = connections;
        this.seal = seal;
        this.season = season;
        this.soundness = soundness;
        this.thread = new Thread(this::run, "store-writer");
        thread.setDaemon(true);
        thread.start();
    }

    public <T> CompletableFuture<T> submit(Function<Tables, T> work) {
        Job<T> job = new Job<>(work, new CompletableFuture<>(), new Aside());
        if (stopping || !queue.offer(job)) {
            job.done().completeExceptionally(new RejectedExecutionException("the store takes no more writes now"));
        }
        return job.done();
    }

    /** How long a single piece of work lately held all others up, at most. */
    public double longestHoldSeconds() {
        return holds.longestSeconds();
    }

    /** Whether it still writes; it ends only with the store. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    public int waiting() {
        return queue.size();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            queue.put(STOP);
            thread.join();
            aside.shutdown();
            queue.forEach(
                    job -> job.done().completeExceptionally(new RejectedExecutionException("the store is closed")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Job<?>> group = new ArrayList<>(GROUP);
        boolean more = true;
        while (more) {
            try {
                Job<?> first = queue.poll(PROBE_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    probe();
                    continue;
                }
                group.add(first);
                queue.drainTo(group, GROUP - 1);
                more = !group.remove(STOP);
                commit(group);
            } catch (InterruptedException e) {
                more = false;
            } finally {
                group.clear();
            }
        }
        reopen();
    }

    /** While there is trouble it is looked whether it is over, also when nobody writes to the bot. */
    private void probe() {
        Optional<DatabaseFault> trouble = soundness.trouble();
        if (trouble.isEmpty()) {
            return;
        }
        try {
            Handle writing = handle();
            writing.begin();
            prove(writing, trouble.get());
            writing.commit();
            soundness.proven();
        } catch (RuntimeException | Error e) {
            soundness.failed(e instanceof RuntimeException failure ? connections.blame(failure) : e);
            reopen();
        }
    }

    private void commit(List<Job<?>> group) {
        group.removeIf(Job::isGivenUp);
        if (group.isEmpty()) {
            return;
        }
        try {
            Handle writing = handle();
            List<Runnable> outcomes = new ArrayList<>(group.size());
            writing.begin();
            soundness.trouble().ifPresent(trouble -> prove(writing, trouble));
            for (Job<?> job : group) {
                long begun = System.nanoTime();
                outcomes.add(run(job, writing));
                holds.add(System.nanoTime() - begun);
            }
            writing.commit();
            soundness.proven();
            outcomes.forEach(Runnable::run);
        } catch (RuntimeException | Error e) {
            log.error("event=commit_failed jobs={} cause={}", group.size(), Cause.of(e));
            soundness.failed(e instanceof RuntimeException failure ? connections.blame(failure) : e);
            group.forEach(job -> job.done().completeExceptionally(e));
            reopen();
        }
    }

    private Runnable run(Job<?> job, Handle writing) {
        try {
            return job.run(writing, seal, season);
        } catch (Aside.Wanted wanted) {
            return () -> readAside(job, wanted);
        }
    }

    /** Reads what the work lacks, and lets it begin once more. */
    private void readAside(Job<?> job, Aside.Wanted wanted) {
        try {
            aside.execute(() -> {
                try {
                    job.aside().keep(wanted.key(), connections.reading(handle -> wanted.reading()
                            .apply(new Tables(handle, seal, season))));
                    again(job);
                } catch (RuntimeException | Error e) {
                    job.done().completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            job.done().completeExceptionally(e);
        }
    }

    private void again(Job<?> job) {
        if (stopping || !queue.offer(job)) {
            throw new RejectedExecutionException("the store takes no more writes now");
        }
    }

    /** The open connection; after a trouble a new one, because what the old one remembers may hide it. */
    private Handle handle() {
        connections.checkInPlace();
        if (soundness.trouble().isPresent()) {
            reopen();
        }
        if (handle == null) {
            handle = connections.writer();
        }
        return handle;
    }

    /**
     * Work that changes nothing commits on a full disk too: only a page that was written proves that it is over. A
     * damaged database is not written further before it is found whole.
     */
    private static void prove(Handle writing, DatabaseFault trouble) {
        if (trouble == DatabaseFault.DAMAGED) {
            String verdict = writing.createQuery("PRAGMA quick_check(1)")
                    .mapTo(String.class)
                    .first();
            if (!verdict.equals("ok")) {
                throw new DatabaseFault.Unsound(DatabaseFault.DAMAGED, verdict);
            }
        }
        writing.execute("INSERT INTO mark (name, value) VALUES ('written-after-trouble', hex(randomblob(8)))"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    }

    /** After a full disk or an I/O error SQLite has rolled back by itself and the connection is of no more use. */
    private void reopen() {
        if (handle != null) {
            try {
                handle.close();
            } catch (RuntimeException e) {
                log.warn("event=close_failed cause={}", Cause.of(e));
            }
            handle = null;
        }
    }

    private record Job<T>(Function<Tables, T> work, CompletableFuture<T> done, Aside aside) {

        /** Whoever stopped waiting was told that nothing was taken; then nothing is. */
        boolean isGivenUp() {
            return done.isDone();
        }

        /**
         * Runs in a savepoint, so that one that fails doesn't take its neighbours along; tells the outcome later. Where
         * the database itself fails, there is no savepoint to go back to.
         */
        Runnable run(Handle handle, FieldCipher seal, Season season) {
            handle.savepoint("job");
            try {
                Tables tables = new Tables(handle, seal, season, Optional.of(aside));
                T result = work.apply(tables);
                tables.finish();
                handle.releaseSavepoint("job");
                return () -> done.complete(result);
            } catch (Aside.Wanted e) {
                handle.rollbackToSavepoint("job");
                throw e;
            } catch (RuntimeException | Error e) {
                if (DatabaseFault.of(e).isPresent()) {
                    throw e;
                }
                handle.rollbackToSavepoint("job");
                return () -> done.completeExceptionally(e);
            }
        }
    }
}
