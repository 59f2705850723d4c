package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.app.ProcessLock;
import gradcheck.cli.console.Output;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.store.engine.Backups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup}: a consistent copy of the database, while the bot runs; sealed with the data key but with {@code --plain}. */
@Command(name = "backup", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Parameters(index = "0", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--plain", descriptionKey = "plain")
    private boolean plain;

    @Override
    public Integer call() throws Exception {
        Environment environment = new Environment(System.getenv());
        String address = environment.database();
        if (Files.isDirectory(file)) {
            throw new Failure("backup.folder", file);
        }
        Output.checkPlace(file);
        Path database = Path.of(address.replaceFirst("^jdbc:sqlite:", ""));
        if (!Files.exists(database)) {
            throw new Failure("backup.none", database);
        }
        // The next one may begin before this one has ended.
        Optional<ProcessLock> alone = ProcessLock.claim(address + ".copy");
        if (alone.isEmpty()) {
            throw new Failure("backup.running");
        }
        try {
            copy(environment, address);
        } finally {
            alone.get().close();
        }
        return 0;
    }

    private void copy(Environment environment, String address) throws Exception {
        Instant now = Clock.systemUTC().instant();
        if (plain) {
            Backups.Contents held = Backups.copy(address, file, now);
            System.out.println(TerminalText.of("backup.plain", file, held.students(), held.confirmations()));
            return;
        }
        Backups.Contents held =
                Backups.copySealed(address, file, AppContext.seal(environment, new SecureRandom()), now);
        System.out.println(TerminalText.of("backup.done", file, held.students(), held.confirmations()));
    }
}
