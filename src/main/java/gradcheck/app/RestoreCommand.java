package gradcheck.app;

import gradcheck.store.Backups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code restore}: a backup in the place of the database; what stood there is kept beside it. */
@Command(name = "restore", resourceBundle = "gradcheck.app.commands", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("'before-'yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    @Parameters(index = "0", descriptionKey = "file")
    private Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
        String address = Ready.database(new Environment(System.getenv()));
        Optional<Running> claimed = Running.claim(address);
        if (claimed.isEmpty()) {
            System.err.println(Main.word("restore.running"));
            return 1;
        }
        Path database = Path.of(address.replaceFirst("^jdbc:sqlite:", ""));
        if (Files.exists(file) && Files.exists(database) && Files.isSameFile(file, database)) {
            claimed.get().close();
            throw new Failure("restore.same", file);
        }
        try {
            Backups.check(file);
        } catch (IOException e) {
            claimed.get().close();
            System.err.println(Main.word("restore.bad", file));
            return 1;
        }
        String suffix = STAMP.format(Clock.systemUTC().instant());
        try {
            Backups.Contents held = Backups.restore(file, address, suffix);
            System.out.println(Main.word("restore.done", held.students(), held.confirmations(), suffix));
        } finally {
            claimed.get().close();
        }
        return 0;
    }
}
