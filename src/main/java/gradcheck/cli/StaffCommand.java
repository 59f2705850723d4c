package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.cli.console.Input;
import gradcheck.cli.console.Operator;
import gradcheck.cli.console.Refused;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.roster.read.StaffFile;
import gradcheck.roster.read.UnreadableFile;
import gradcheck.store.record.Audit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code staff import}: replaces the staff list. */
@Command(
        name = "staff",
        resourceBundle = "gradcheck.config.commands",
        mixinStandardHelpOptions = true,
        subcommands = StaffCommand.Import.class)
final class StaffCommand {
    @Command(name = "import", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Parameters(index = "0", descriptionKey = "file")
        private Path file = Path.of("");

        @Option(names = "--dry-run")
        private boolean dryRun;

        @Mixin
        private Operator operator = new Operator();

        @Override
        public Integer call() throws Exception {
            byte[] content = Input.read(file);
            try (AppContext ready = AppContext.open(new Environment(System.getenv()))) {
                StaffFile.Report report = read(ready, content);
                if (report.members().isEmpty()) {
                    throw new Failure("staff.none", file);
                }
                if (!dryRun) {
                    replace(ready, report);
                }
                System.out.println(TerminalText.of(
                        dryRun ? "staff.would" : "staff.done",
                        report.members().size(),
                        report.refused().size()));
                Refused.write(ready, file, report.refused(), report.members().size());
            }
            return 0;
        }

        private StaffFile.Report read(AppContext ready, byte[] content) throws Failure {
            try {
                return new StaffFile().read(content, String.valueOf(file.getFileName()));
            } catch (UnreadableFile e) {
                throw new Failure("in.no.list", file, ready.copy().render(e.why()));
            }
        }

        private void replace(AppContext ready, StaffFile.Report report) throws Failure {
            Audit.Entry entry = operator.did(ready, "staff import", "");
            ready.store()
                    .write(tables -> {
                        tables.audit().add(entry);
                        tables.staff().replaceAll(report.members());
                        return report;
                    })
                    .join();
        }
    }
}
