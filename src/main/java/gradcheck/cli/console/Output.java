package gradcheck.cli.console;

import gradcheck.app.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there whole or not at all: written beside its place and moved there when it is complete. */
public final class Output {
    private Output() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Content<T> {
        T into(OutputStream out) throws IOException;
    }

    /**
     * The folder a file is to be written to.
     *
     * @throws Failure if it is missing or can't be written to, or if the name is a folder's
     */
    public static Path checkPlace(Path file) throws Failure {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Failure("out.no.folder", file, String.valueOf(folder));
        }
        if (Files.isDirectory(file)) {
            throw new Failure("out.folder", file);
        }
        if (!Files.isWritable(folder)) {
            throw new Failure("out.not.writable", file);
        }
        return folder;
    }

    /**
     * Writes the file, over the one that may be there.
     *
     * @throws Failure if the folder is missing or can't be written to
     */
    public static <T> T write(Path file, Content<T> content) throws IOException, Failure {
        Path absolute = file.toAbsolutePath();
        Path folder = checkPlace(file);
        Path unfinished = Files.createTempFile(folder, ".gradcheck", ".part");
        try {
            T result;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                result = content.into(out);
            }
            Files.move(unfinished, absolute, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
