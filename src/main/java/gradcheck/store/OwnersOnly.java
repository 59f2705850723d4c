package gradcheck.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but the account of the bot may read, where the system knows of accounts. */
final class OwnersOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnersOnly() {}

    /** Makes the file, empty, unless it is there; SQLite gives the log beside it the same permissions. */
    static void make(Path file) throws IOException {
        try {
            Files.createFile(file, isPosix(file) ? attributes() : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            // Whoever deployed it has decided who may read it.
            return;
        }
    }

    private static FileAttribute<?>[] attributes() {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)};
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    }
}
