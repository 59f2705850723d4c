package gradcheck.app;

import gradcheck.roster.StaffFile;
import gradcheck.roster.UnreadableFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code staff import}: replaces the staff list. */
@Command(
        name = "staff",
        resourceBundle = "gradcheck.app.commands",
        mixinStandardHelpOptions = true,
        subcommands = StaffCommand.Import.class)
final class StaffCommand {
    @Command(name = "import", resourceBundle = "gradcheck.app.commands", mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Parameters(index = "0")
        private Path file = Path.of("");

        @Override
        public Integer call() throws Exception {
            try (Ready ready = Ready.open(new Environment(System.getenv()))) {
                StaffFile.Report report = new StaffFile()
                        .read(Files.readAllBytes(file), file.getFileName().toString());
                ready.store()
                        .write(tables -> {
                            tables.staff().replaceAll(report.members());
                            return report;
                        })
                        .join();
                System.out.println(Main.word(
                        "staff.done", report.members().size(), report.refused().size()));
                report.refused()
                        .forEach(r -> System.out.println(
                                Main.word("roster.row", r.number(), ready.copy().render(r.why()))));
                return 0;
            } catch (UnreadableFile e) {
                System.err.println(Ready.copy(Config.read(new Environment(System.getenv())))
                        .render(e.why()));
                return 1;
            }
        }
    }
}
