package gradcheck.store;

import gradcheck.app.TestSettings;
import gradcheck.domain.Season;
import gradcheck.store.crypto.FieldCipher;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that have a database file of their own, empty at first. */
public abstract class OnAFreshStore {
    private static final Template EMPTY =
            new Template(file -> opened(file, TestSettings.season()).close());

    @TempDir
    public Path folder;

    private Store store;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("t.db");
        EMPTY.copyTo(file);
        store = opened(file, season());
    }

    /** What the students' status is derived by. */
    protected Season season() {
        return TestSettings.season();
    }

    private static Store opened(Path file, Season season) {
        return Store.open(
                "jdbc:sqlite:" + file,
                new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()),
                season);
    }

    @AfterEach
    void close() {
        store.close();
    }

    protected Store store() {
        return store;
    }

    protected <T> T write(Function<Tables, T> work) {
        return store.write(work).join();
    }

    protected <T> T read(Function<Tables, T> work) {
        return store.read(work);
    }
}
