package gradcheck.app;

import gradcheck.store.Backups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup}: a consistent copy of the database, while the bot runs. */
@Command(name = "backup", resourceBundle = "gradcheck.app.commands", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Parameters(index = "0", descriptionKey = "file")
    private Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
        String address = Ready.database(new Environment(System.getenv()));
        if (Files.isDirectory(file)) {
            throw new Failure("backup.folder", file);
        }
        Output.checkPlace(file);
        Backups.Contents held = Backups.copy(address, file);
        System.out.println(Main.word("backup.done", file, held.students(), held.confirmations()));
        return 0;
    }
}
