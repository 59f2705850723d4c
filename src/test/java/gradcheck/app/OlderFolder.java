package gradcheck.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The config folder as 1.0.0 shipped it. */
public final class OlderFolder {
    private OlderFolder() {}

    public static void unpack(Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(
                Objects.requireNonNull(OlderFolder.class.getResourceAsStream("/upgrade/config-1.0.0.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }
}
