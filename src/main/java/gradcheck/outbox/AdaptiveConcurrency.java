package gradcheck.outbox;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Calls side by side: a platform that takes its time over each would else let one person's card wait for everybody's.
 * Half as many after one that was too many, and one more after each round without.
 */
final class AdaptiveConcurrency {
    private final int most;
    private final ExecutorService threads;
    private int width;
    private volatile boolean crowded;

    /** @param most how many calls there may ever be at a time; a single one is made in the caller's thread */
    AdaptiveConcurrency(int most) {
        this.most = most;
        this.width = most;
        this.threads = Executors.newFixedThreadPool(most, work -> {
            Thread thread = new Thread(work, "sender");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does the work for each and waits for the last.
     *
     * @throws java.util.concurrent.CompletionException if it failed for one; the other lanes have done theirs
     */
    <T> void each(List<T> all, Consumer<T> work) {
        if (all.isEmpty()) {
            return;
        }
        int lanes = Math.min(width, all.size());
        if (lanes > 1) {
            Queue<T> waiting = new ConcurrentLinkedQueue<>(all);
            CompletableFuture.allOf(IntStream.range(0, lanes)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> drain(waiting, work), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } else {
            all.forEach(work);
        }
        width = crowded ? Math.max(1, width / 2) : Math.min(most, width + 1);
        crowded = false;
    }

    /** The platform says that there were too many calls at a time. */
    void crowded() {
        crowded = true;
    }

    private static <T> void drain(Queue<T> waiting, Consumer<T> work) {
        for (T next = waiting.poll(); next != null; next = waiting.poll()) {
            work.accept(next);
        }
    }
}
