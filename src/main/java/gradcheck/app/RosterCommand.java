package gradcheck.app;

import gradcheck.roster.ErrorsFile;
import gradcheck.roster.RosterFile;
import gradcheck.roster.UnreadableFile;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code roster import}: brings the season's people in, and says what became of every row. */
@Command(
        name = "roster",
        resourceBundle = "gradcheck.app.commands",
        mixinStandardHelpOptions = true,
        subcommands = RosterCommand.Import.class)
final class RosterCommand {
    @Command(name = "import", resourceBundle = "gradcheck.app.commands", mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Parameters(index = "0")
        private Path file = Path.of("");

        @Option(names = "--season")
        private int year;

        @Option(names = "--dry-run")
        private boolean dryRun;

        @Override
        public Integer call() throws Exception {
            try (Ready ready = Ready.open(new Environment(System.getenv()))) {
                return imported(ready);
            } catch (UnreadableFile e) {
                System.err.println(rendered(e));
                return 1;
            }
        }

        private static String rendered(UnreadableFile e) throws Faults, IOException {
            return Ready.copy(Config.read(new Environment(System.getenv()))).render(e.why());
        }

        private int imported(Ready ready) throws IOException, UnreadableFile {
            int season = year > 0 ? year : ready.settings().season().year();
            List<RosterFile.Enrolment> rows = new ArrayList<>();
            RosterFile.Report report = new RosterFile(ready.settings().season().fields())
                    .read(Files.readAllBytes(file), file.getFileName().toString(), rows::add);
            Instant now = Clock.systemUTC().instant();
            Changes changes = dryRun
                    ? ready.store().read(tables -> compared(tables, season, rows))
                    : ready.store()
                            .write(tables -> put(tables, season, rows, now))
                            .join();
            System.out.println(Main.word(
                    dryRun ? "roster.would" : "roster.done",
                    changes.added(),
                    changes.changed(),
                    changes.unchanged(),
                    report.flagged(),
                    report.refused().size()));
            if (changes.absent() > 0) {
                System.out.println(Main.word("roster.absent", changes.absent()));
            }
            if (!report.unknownColumns().isEmpty()) {
                System.out.println(Main.word("roster.columns", String.join("、", report.unknownColumns())));
            }
            writeErrors(ready, report);
            return 0;
        }

        private void writeErrors(Ready ready, RosterFile.Report report) throws IOException {
            if (report.refused().isEmpty()) {
                return;
            }
            report.refused().stream()
                    .limit(5)
                    .forEach(r -> System.out.println(
                            Main.word("roster.row", r.number(), ready.copy().render(r.why()))));
            Path errors = Path.of(file + ".errors.xlsx");
            try (OutputStream out = Files.newOutputStream(errors)) {
                ErrorsFile.write(out, report.refused(), ready.copy()::render);
            }
            System.out.println(Main.word("roster.errors", errors));
        }

        private record Changes(int added, int changed, int unchanged, int absent) {}

        private static Changes put(Tables tables, int season, List<RosterFile.Enrolment> rows, Instant now) {
            Changes changes = compared(tables, season, rows);
            rows.forEach(row -> tables.students().put(season, row.person(), row.student(), now));
            return changes;
        }

        private static Changes compared(Tables tables, int season, List<RosterFile.Enrolment> rows) {
            int added = 0;
            int changed = 0;
            Set<String> present = new HashSet<>();
            for (RosterFile.Enrolment row : rows) {
                present.add(row.student().number());
                Optional<Enrolled> before =
                        tables.students().byNumber(season, row.student().number());
                if (before.isEmpty()) {
                    added++;
                } else if (!before.get().student().equals(row.student())
                        || !before.get().person().equals(row.person())) {
                    changed++;
                }
            }
            int absent = (int) tables.students().ofCollege(season, "").stream()
                    .filter(e -> !present.contains(e.student().number()))
                    .count();
            return new Changes(added, changed, rows.size() - added - changed, absent);
        }
    }
}
