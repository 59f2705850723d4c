package gradcheck.cli.console;

import gradcheck.app.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file somebody named on the command line; what is wrong with the path is told in a sentence. */
public final class Input {
    /** What an office sends is far smaller; a wrong file may be anything. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private Input() {}

    /**
     * The whole file.
     *
     * @throws Failure if it is missing, a folder, not to be read, or larger than any list
     */
    public static byte[] read(Path file) throws IOException, Failure {
        if (!Files.exists(file)) {
            throw new Failure("in.missing", file);
        }
        if (Files.isDirectory(file)) {
            throw new Failure("in.folder", file);
        }
        if (!Files.isReadable(file)) {
            throw new Failure("in.unreadable", file);
        }
        if (Files.size(file) > LARGEST) {
            throw new Failure("in.too.large", file);
        }
        return Files.readAllBytes(file);
    }
}
