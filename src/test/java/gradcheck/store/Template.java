package gradcheck.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A database made once, for tests that begin with a copy of it: bringing one up to date takes longer than most tests. */
public final class Template {
    /** Opens a file for the first time, fills it and closes it. */
    @FunctionalInterface
    public interface Making {
        void make(Path file) throws IOException;
    }

    private final byte[] content;

    public Template(Making making) {
        try {
            Path file = Files.createTempFile("template", ".db");
            making.make(file);
            content = Files.readAllBytes(file);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the folder, too. */
    public void copyTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, content);
    }
}
