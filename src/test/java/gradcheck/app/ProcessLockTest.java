package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process to a database; the lock is one that the service can open, whoever made it (A17). */
class ProcessLockTest {
    private static final int SERVICE = 65_534;

    @TempDir
    Path folder;

    @Test
    void a_database_is_claimed_once() throws Exception {
        String address = "jdbc:sqlite:" + folder.resolve("b.db");
        ProcessLock first = ProcessLock.claim(address).orElseThrow();
        assertThat(ProcessLock.claim(address)).isEmpty();
        first.close();
        ProcessLock.claim(address).orElseThrow().close();
    }

    @Test
    void a_lock_that_root_makes_belongs_to_whom_the_database_or_its_folder_belongs() throws Exception {
        assumeTrue(Files.getOwner(folder).getName().equals("root"), "only root may give a file away");
        Path database = Files.createFile(folder.resolve("b.db"));
        Files.setAttribute(database, "unix:uid", SERVICE);
        ProcessLock.claim("jdbc:sqlite:" + database).orElseThrow().close();
        assertThat(Files.getAttribute(folder.resolve("b.db.lock"), "unix:uid")).isEqualTo(SERVICE);
        Files.setAttribute(folder, "unix:uid", SERVICE);
        ProcessLock.claim("jdbc:sqlite:" + folder.resolve("none.db"))
                .orElseThrow()
                .close();
        assertThat(Files.getAttribute(folder.resolve("none.db.lock"), "unix:uid"))
                .isEqualTo(SERVICE);
    }
}
