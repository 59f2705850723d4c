package gradcheck.app;

import gradcheck.desk.account.AccountRequests;
import gradcheck.desk.account.AccountRequests.Inquiry;
import gradcheck.message.Directory;
import gradcheck.message.Directory.Answer;
import gradcheck.message.PersonId;
import gradcheck.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Asks the platform who the accounts of a request are, outside of any transaction and with little patience: a request goes
 * on to the secretary all the same, and says what couldn't be told. What a crash left unasked is asked after the start.
 */
final class Inquiries {
    /** As long the person who asks may wait for the first word. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Two for each of some requests at a time; one that hangs must not hold up everybody's. */
    private static final int AT_ONCE = 4;

    private final Store store;
    private final Directory directory;
    private final AccountRequests requests;
    private final ExecutorService calls = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "inquiry");
        thread.setDaemon(true);
        return thread;
    });

    Inquiries(Store store, Directory directory, AccountRequests requests) {
        this.store = store;
        this.directory = directory;
        this.requests = requests;
    }

    /** Asks about all that wait; how many there were. */
    int askDue() {
        List<Inquiry> due = store.read(requests::inquiries);
        List<Asked> asked = due.stream()
                .map(inquiry -> new Asked(inquiry, ask(inquiry.person()), ask(inquiry.owner())))
                .toList();
        asked.forEach(a -> {
            Answer person = a.person().join();
            Answer owner = a.owner().join();
            store.write(tables -> {
                        requests.learnt(tables, a.inquiry(), person, owner);
                        return tables;
                    })
                    .join();
        });
        return due.size();
    }

    private record Asked(Inquiry inquiry, CompletableFuture<Answer> person, CompletableFuture<Answer> owner) {}

    private CompletableFuture<Answer> ask(PersonId person) {
        return CompletableFuture.supplyAsync(() -> directory.ask(person), calls)
                .completeOnTimeout(new Answer.CannotTell(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> new Answer.CannotTell());
    }
}
