package gradcheck.roster;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Refuses an XLSX that would blow up: counted by the bytes that really come out, before anything parses it. */
final class ZipGuard {
    private static final int LARGEST_FILE = 5 * 1024 * 1024;
    private static final int MOST_ENTRIES = 50;
    private static final long MOST_INFLATED = 100L * 1024 * 1024;
    private static final int HIGHEST_RATIO = 100;

    private ZipGuard() {}

    static void check(byte[] file) throws IOException, UnreadableFile {
        if (file.length > LARGEST_FILE) {
            throw new UnreadableFile(RosterPhrases.TOO_LARGE.say());
        }
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            long inflated = 0;
            int entries = 0;
            byte[] buffer = new byte[8192];
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw new UnreadableFile(RosterPhrases.TOO_LARGE.say());
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    inflated = counted(in, buffer, inflated, file.length);
                }
            }
        }
    }

    private static long counted(InputStream zip, byte[] buffer, long before, long size)
            throws IOException, UnreadableFile {
        long inflated = before;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            inflated += read;
            if (inflated > MOST_INFLATED || inflated > size * HIGHEST_RATIO) {
                throw new UnreadableFile(RosterPhrases.TOO_LARGE.say());
            }
        }
        return inflated;
    }
}
