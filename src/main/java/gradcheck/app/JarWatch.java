package gradcheck.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the program's own jar is not the one any more that it was started from (A10): what wasn't loaded yet can't be
 * loaded from another, and every request would hang. Nothing here needs the jar once it runs.
 */
public final class JarWatch {
    private static final int POLL_SECONDS = 2;
    private static final String NONE = "none";

    private final Path jar;
    private final String first;

    private JarWatch(Path jar) {
        this.jar = jar;
        this.first = state(jar);
    }

    /** Of this program, as its jar is now; empty where it runs from a folder. */
    public static Optional<JarWatch> ofThisProgram() {
        return own().map(JarWatch::new);
    }

    /** Looks every two seconds until it has changed or is gone. */
    void start(Runnable changed) {
        Thread thread = new Thread(() -> poll(changed), "jar-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static Optional<Path> own() {
        CodeSource source = JarWatch.class.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        if (place == null || !place.getProtocol().equals("file")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(place.toURI())).filter(Files::isRegularFile);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void poll(Runnable changed) {
        try {
            while (state(jar).equals(first)) {
                TimeUnit.SECONDS.sleep(POLL_SECONDS);
            }
            changed.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A link that points at another file has changed too. */
    private static String state(Path jar) {
        try {
            BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
            return file.fileKey() + " " + file.size() + " " + file.lastModifiedTime();
        } catch (IOException e) {
            return NONE;
        }
    }
}
