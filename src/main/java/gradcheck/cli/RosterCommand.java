package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.cli.console.Input;
import gradcheck.cli.console.Operator;
import gradcheck.cli.console.Refused;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.roster.read.NewColleges;
import gradcheck.roster.read.RosterFile;
import gradcheck.roster.read.RosterFile.Enrolment;
import gradcheck.roster.read.RosterFile.RefusedRow;
import gradcheck.roster.read.RosterImport;
import gradcheck.roster.read.UnreadableFile;
import gradcheck.store.record.Audit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code roster import}: brings the season's people in, and says what became of every row. */
@Command(
        name = "roster",
        resourceBundle = "gradcheck.config.commands",
        mixinStandardHelpOptions = true,
        subcommands = RosterCommand.Import.class)
public final class RosterCommand {
    @Command(name = "import", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    public static final class Import implements Callable<Integer> {
        /** As the config takes them; any other number is a slip of the pen. */
        private static final int FIRST_YEAR = 2000;

        private static final int LAST_YEAR = 2099;

        @Parameters(index = "0", descriptionKey = "file")
        private Path file = Path.of("");

        @Option(names = "--season")
        private int year;

        @Option(names = "--dry-run")
        private boolean dryRun;

        @Option(names = "--new-college", split = "[,，]")
        private List<String> newColleges = new ArrayList<>();

        @Mixin
        private Operator operator = new Operator();

        @Override
        public Integer call() throws Exception {
            return run(new Environment(System.getenv()));
        }

        public Integer run(Environment environment) throws Exception {
            if (year != 0 && (year < FIRST_YEAR || year > LAST_YEAR)) {
                throw Failure.wrongUse("season.what", year);
            }
            byte[] content = Input.read(file);
            try (AppContext opened = AppContext.open(environment)) {
                AppContext ready = year > 0 ? opened.in(year) : opened;
                ready.checkOpen();
                List<Enrolment> rows = new ArrayList<>();
                RosterFile.Report report = read(ready, content, rows);
                Optional<Failure> stranger = stranger(ready, rows);
                if (stranger.isPresent() && !dryRun) {
                    throw stranger.get();
                }
                tell(ready, report, imported(ready, report, rows));
                if (stranger.isPresent()) {
                    throw stranger.get();
                }
            }
            return 0;
        }

        private RosterFile.Report read(AppContext ready, byte[] content, List<Enrolment> rows) throws Failure {
            try {
                return new RosterFile(ready.settings().season().fields())
                        .read(content, String.valueOf(file.getFileName()), rows::add);
            } catch (UnreadableFile e) {
                throw new Failure("in.no.list", file, ready.copy().render(e.why()));
            }
        }

        /** A college that nobody knows, and that nobody has vouched for. */
        private Optional<Failure> stranger(AppContext ready, List<Enrolment> rows) throws Failure {
            Set<String> listed =
                    rows.stream().map(r -> r.student().college()).collect(Collectors.toCollection(TreeSet::new));
            for (String vouched : newColleges) {
                if (!listed.contains(vouched.strip())) {
                    throw Failure.wrongUse("roster.new.unused", vouched, String.join("、", listed));
                }
            }
            List<String> vouched = newColleges.stream().map(String::strip).toList();
            NewColleges unknown = ready.store()
                    .read(t -> NewColleges.in(t, ready.settings().season(), rows))
                    .without(vouched);
            if (unknown.isEmpty()) {
                return Optional.empty();
            }
            List<String> all = new ArrayList<>(vouched);
            all.addAll(unknown.names());
            return Optional.of(new Failure(
                    "roster.new.colleges",
                    file,
                    unknown.names().size(),
                    unknown.names().stream()
                            .map(name -> TerminalText.of("roster.new.college", name, unknown.rowsOf(name)))
                            .collect(Collectors.joining("、")),
                    String.join(",", all)));
        }

        private RosterImport.Outcome imported(AppContext ready, RosterFile.Report report, List<Enrolment> rows)
                throws Failure {
            Clock clock = Clock.systemUTC();
            Instant now = clock.instant();
            RosterImport roster = new RosterImport(ready.settings().season(), ready.notices(clock));
            Audit.Entry entry = operator.did(ready, "roster import", "");
            RosterImport.Upload upload = new RosterImport.Upload(rows, report.columns());
            return dryRun
                    ? ready.store().read(tables -> roster.preview(tables, upload, now))
                    : ready.store()
                            .write(tables -> {
                                tables.audit().add(entry);
                                return roster.carryOut(tables, upload, now);
                            })
                            .join();
        }

        private void tell(AppContext ready, RosterFile.Report report, RosterImport.Outcome outcome) throws Exception {
            List<RefusedRow> refused = new ArrayList<>(report.refused());
            refused.addAll(outcome.refused());
            refused.sort(Comparator.comparingInt(RefusedRow::number));
            System.out.println(TerminalText.of(
                    dryRun ? "roster.would" : "roster.done",
                    outcome.added(),
                    outcome.changed(),
                    outcome.unchanged(),
                    report.flagged(),
                    refused.size()));
            if (outcome.settled() + outcome.reopened() + outcome.told() > 0) {
                System.out.println(TerminalText.of(
                        dryRun ? "roster.would.tell" : "roster.told",
                        outcome.settled(),
                        outcome.reopened(),
                        outcome.told()));
            }
            if (outcome.keptAccounts() > 0) {
                System.out.println(TerminalText.of("roster.kept", outcome.keptAccounts()));
            }
            Refused.list("roster.absent", outcome.absent());
            Refused.list("roster.columns", report.unknownColumns());
            Refused.write(ready, file, refused, outcome.added() + outcome.changed() + outcome.unchanged());
        }
    }
}
