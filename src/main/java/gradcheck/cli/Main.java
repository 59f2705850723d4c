package gradcheck.cli;

import gradcheck.app.Failure;
import gradcheck.cli.console.WrongUse;
import gradcheck.cli.doctor.DoctorCommand;
import gradcheck.config.ConfigFaults;
import gradcheck.config.TerminalText;
import gradcheck.store.crypto.WrongDataKey;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's command line; exit code 0 done, 1 failed, 2 wrong use. */
@Command(
        name = "gradcheck",
        resourceBundle = "gradcheck.config.commands",
        mixinStandardHelpOptions = true,
        version = "gradcheck 1.0.0",
        subcommands = {
            ServeCommand.class,
            RosterCommand.class,
            PhotosCommand.class,
            StaffCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            MenuCommand.class,
            SeasonCommand.class,
            RemindCommand.class,
            RoundCommand.class,
            ExplainCommand.class,
            ChatCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            FaqCommand.class,
            KeyCommand.class,
            PurgeCommand.class
        })
public final class Main {
    /** What the JVM makes of an argument's Chinese where the locale has none: names would be looked for that nobody typed. */
    private static final char UNREADABLE = '\uFFFD';

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        // A JDK 17 under LC_ALL=C would print question marks.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(run(args));
    }

    public static int run(String... args) {
        CommandLine commands = new CommandLine(new Main());
        commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commands.setExecutionExceptionHandler((e, line, parsed) -> {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            System.err.println(sentence(cause));
            return cause instanceof Failure failure ? failure.exitCode() : 1;
        });
        commands.setParameterExceptionHandler((e, typed) -> {
            System.err.println(WrongUse.sentence(e));
            return 2;
        });
        if (args.length == 0) {
            commands.usage(System.out);
            return 2;
        }
        if (Arrays.stream(args).anyMatch(arg -> arg.indexOf(UNREADABLE) >= 0)) {
            System.err.println(TerminalText.of("wrong.locale"));
            return 2;
        }
        return commands.execute(args);
    }

    private static String sentence(Throwable e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof Failure) {
            return why;
        }
        if (e instanceof WrongDataKey) {
            return TerminalText.of("wrong.data.key");
        }
        return e instanceof ConfigFaults ? TerminalText.of("faults", why) : TerminalText.of("failed", why);
    }
}
