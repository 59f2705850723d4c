package gradcheck.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that have a database file of their own, empty at first. */
public abstract class OnAFreshStore {
    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(
                "jdbc:sqlite:" + folder.resolve("t.db"),
                new Seal(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    protected <T> T write(Function<Tables, T> work) {
        return store.write(work).join();
    }

    protected <T> T read(Function<Tables, T> work) {
        return store.read(work);
    }
}
