package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.app.ProcessLock;
import gradcheck.cli.console.Operator;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.message.PersonId;
import gradcheck.store.crypto.WrongDataKey;
import gradcheck.store.engine.Backups;
import gradcheck.store.engine.BadBackup;
import gradcheck.store.engine.Ids;
import gradcheck.store.record.Audit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code restore}: a backup in the place of the database; what stood there is kept beside it. Numbers go on above all that
 * may have been given since, and what is lost is said.
 */
@Command(name = "restore", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private static final String STAMP = "'before-'yyyyMMdd-HHmmss";
    private static final String MOMENT = "M月d日 HH:mm:ss";

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    @Parameters(index = "0", descriptionKey = "file")
    private Path file = Path.of("");

    @Mixin
    private Operator operator = new Operator();

    @Override
    public Integer call() throws Exception {
        Environment environment = new Environment(System.getenv());
        PersonId actor = operator.person();
        String address = environment.database();
        Optional<ProcessLock> claimed = ProcessLock.claim(address);
        if (claimed.isEmpty()) {
            throw new Failure("restore.running");
        }
        try {
            Path database = Path.of(address.replaceFirst("^jdbc:sqlite:", ""));
            if (Files.exists(file) && Files.exists(database) && Files.isSameFile(file, database)) {
                throw new Failure("restore.same", file);
            }
            restore(environment, address, Files.exists(database), actor);
        } finally {
            claimed.get().close();
        }
        return 0;
    }

    /** @param isKept whether there is a database, which is kept beside the new one */
    private void restore(Environment environment, String address, boolean isKept, PersonId actor) throws Exception {
        ZoneId zone = ZoneId.of(environment.get("GRADCHECK_ZONE").orElse("Asia/Shanghai"));
        String suffix = words(STAMP, zone).format(clock.instant());
        Audit.Entry told = new Audit.Entry(new Ids(clock, random).next(), clock.instant(), actor, "restore", "", "ok");
        try {
            Backups.Restored restored = Backups.restore(
                    file, address, new Backups.Way(AppContext.sealIfAny(environment, random), told, suffix));
            Backups.Contents held = restored.held();
            System.out.println(
                    isKept
                            ? TerminalText.of("restore.done", held.students(), held.confirmations(), suffix)
                            : TerminalText.of("restore.done.first", held.students(), held.confirmations()));
            DateTimeFormatter moment = words(MOMENT, zone);
            System.out.println(TerminalText.of(
                    "restore.gap",
                    moment.format(restored.gap().from()),
                    moment.format(restored.gap().until()),
                    restored.unconfirmed()));
        } catch (BadBackup e) {
            throw new Failure("restore." + e.fault().word(), file);
        } catch (WrongDataKey e) {
            throw new Failure("restore.wrong_key", file);
        }
    }

    private static DateTimeFormatter words(String pattern, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern, Locale.CHINA).withZone(zone);
    }
}
