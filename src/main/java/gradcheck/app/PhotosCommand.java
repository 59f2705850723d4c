package gradcheck.app;

import gradcheck.roster.PhotoFile;
import gradcheck.roster.UnreadableFile;
import gradcheck.store.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code photos import}: the registrar's word about every photo. */
@Command(
        name = "photos",
        resourceBundle = "gradcheck.app.commands",
        mixinStandardHelpOptions = true,
        subcommands = PhotosCommand.Import.class)
final class PhotosCommand {
    @Command(name = "import", resourceBundle = "gradcheck.app.commands", mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Parameters(index = "0")
        private Path file = Path.of("");

        @Option(names = "--dry-run")
        private boolean dryRun;

        @Override
        public Integer call() throws Exception {
            try (Ready ready = Ready.open(new Environment(System.getenv()))) {
                PhotoFile.Report report = new PhotoFile()
                        .read(Files.readAllBytes(file), file.getFileName().toString());
                int season = ready.settings().season().year();
                Instant now = Clock.systemUTC().instant();
                List<String> unknown = dryRun
                        ? ready.store().read(tables -> missing(tables, season, report))
                        : ready.store()
                                .write(tables -> put(tables, season, report, now))
                                .join();
                System.out.println(Main.word(
                        dryRun ? "photos.would" : "photos.done",
                        report.states().size() - unknown.size(),
                        report.refused().size()));
                report.refused().stream()
                        .limit(10)
                        .forEach(r -> System.out.println(
                                Main.word("roster.row", r.number(), ready.copy().render(r.why()))));
                if (!unknown.isEmpty()) {
                    System.out.println(Main.word("photos.unknown", String.join("、", unknown)));
                }
                return 0;
            } catch (UnreadableFile e) {
                System.err.println(Ready.copy(Config.read(new Environment(System.getenv())))
                        .render(e.why()));
                return 1;
            }
        }

        private static List<String> missing(Tables tables, int season, PhotoFile.Report report) {
            return report.states().stream()
                    .map(PhotoFile.PhotoState::number)
                    .filter(n -> tables.students().byNumber(season, n).isEmpty())
                    .toList();
        }

        private static List<String> put(Tables tables, int season, PhotoFile.Report report, Instant now) {
            List<String> unknown = new ArrayList<>();
            for (PhotoFile.PhotoState state : report.states()) {
                if (!tables.students().setWebPhoto(season, state.number(), state.photo(), now)) {
                    unknown.add(state.number());
                }
            }
            return unknown;
        }
    }
}
