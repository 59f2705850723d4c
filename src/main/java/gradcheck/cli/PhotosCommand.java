package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.cli.console.Input;
import gradcheck.cli.console.Operator;
import gradcheck.cli.console.Refused;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.roster.read.PhotoFile;
import gradcheck.roster.read.PhotoImport;
import gradcheck.roster.read.UnreadableFile;
import gradcheck.store.record.Audit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code photos import}: the registrar's word about every photo. */
@Command(
        name = "photos",
        resourceBundle = "gradcheck.config.commands",
        mixinStandardHelpOptions = true,
        subcommands = PhotosCommand.Import.class)
final class PhotosCommand {
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
                ready.checkOpen();
                Clock clock = Clock.system(ready.settings().season().zone());
                PhotoFile.Report report = read(ready, content, clock);
                tell(ready, report, imported(ready, report, clock));
            }
            return 0;
        }

        private PhotoFile.Report read(AppContext ready, byte[] content, Clock clock) throws Failure {
            try {
                return new PhotoFile(clock.instant().atZone(clock.getZone()).toLocalDate())
                        .read(content, String.valueOf(file.getFileName()));
            } catch (UnreadableFile e) {
                throw new Failure("in.no.list", file, ready.copy().render(e.why()));
            }
        }

        private PhotoImport.Outcome imported(AppContext ready, PhotoFile.Report report, Clock clock) throws Failure {
            PhotoImport photos = PhotoImport.ofList(ready.settings().season(), ready.notices(clock));
            Instant now = clock.instant();
            Audit.Entry entry = operator.did(ready, "photos import", "");
            return dryRun
                    ? ready.store().read(tables -> photos.preview(tables, report.states()))
                    : ready.store()
                            .write(tables -> {
                                tables.audit().add(entry);
                                return photos.carryOut(tables, report.states(), now);
                            })
                            .join();
        }

        private void tell(AppContext ready, PhotoFile.Report report, PhotoImport.Outcome outcome) throws Exception {
            System.out.println(TerminalText.of(
                    dryRun ? "photos.would" : "photos.done",
                    outcome.changed(),
                    outcome.unchanged(),
                    report.refused().size()));
            System.out.println(
                    TerminalText.of(dryRun ? "photos.would.tell" : "photos.told", outcome.told(), outcome.clashes()));
            Refused.list("photos.outdated", outcome.outdated());
            Refused.list("photos.unknown", outcome.unknown());
            Refused.write(ready, file, report.refused(), report.states().size());
        }
    }
}
