package gradcheck.store.engine;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but the account of the bot may read, where the system knows of accounts. */
final class FilePermissions {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private FilePermissions() {}

    /** Makes the file, empty, unless it is there; SQLite gives the log beside it the same permissions. */
    static void make(Path file) throws IOException {
        try {
            Files.createFile(file, isPosix(file) ? attributes() : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            // Whoever deployed it has decided who may read it.
            return;
        }
    }

    /**
     * Gives the file to whom that one belongs, with its rights where it is a file: what root has put there the service must
     * be able to open. Where we may not give a file away it is ours already.
     */
    static void like(Path place, Path file) throws IOException {
        if (!isPosix(file)) {
            return;
        }
        PosixFileAttributes theirs = Files.readAttributes(place, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes ours = view.readAttributes();
        if (!ours.owner().equals(theirs.owner()) || !ours.group().equals(theirs.group())) {
            view.setGroup(theirs.group());
            view.setOwner(theirs.owner());
        }
        view.setPermissions(theirs.isRegularFile() ? theirs.permissions() : FILE);
    }

    private static FileAttribute<?>[] attributes() {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)};
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    }
}
