package gradcheck.store.engine;

import gradcheck.log.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Where SQLite's native library is unpacked. A process that is killed leaves its copy of some megabytes behind, so that a
 * crash loop would fill the disk of temporary files: the bot unpacks beside its database and wipes that folder first.
 */
public final class NativeLibrary {
    private static final Logger log = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String FOLDER = "org.sqlite.tmpdir";
    /** Whoever says where the library is has thought of it. */
    private static final List<String> CHOSEN = List.of(FOLDER, "org.sqlite.lib.path");

    private NativeLibrary() {}

    /** For the only process that serves from the database; a library that is in use outlives the deletion of its file. */
    public static void unpackBeside(String address) {
        if (CHOSEN.stream().anyMatch(name -> System.getProperty(name) != null)) {
            return;
        }
        Path folder = Path.of(Connections.file(address) + ".native").toAbsolutePath();
        try {
            wipe(folder);
            System.setProperty(FOLDER, folder.toString());
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            // A disk that is mounted noexec, read-only or full: the usual folder may still do.
            System.clearProperty(FOLDER);
            log.warn("event=native_library_elsewhere cause={}", Cause.of(e));
        }
    }

    private static void wipe(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> left = Files.list(folder)) {
            left.forEach(NativeLibrary::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
