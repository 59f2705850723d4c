package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.cli.console.Operator;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.domain.status.StudentState;
import gradcheck.store.Tables;
import gradcheck.store.people.Scope;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.record.Audit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code season new}: says what the next year lacks. Only when nothing is missing is the old one closed: then nobody is
 * reminded of it or may confirm in it, and whoever writes is told that it is over; receipts can still be looked at.
 */
@Command(
        name = "season",
        resourceBundle = "gradcheck.config.commands",
        mixinStandardHelpOptions = true,
        subcommands = SeasonCommand.New.class)
final class SeasonCommand {
    @Command(name = "new", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    static final class New implements Callable<Integer> {
        @Parameters(index = "0", descriptionKey = "year")
        private int year;

        @Option(names = "--dry-run")
        private boolean dryRun;

        @Mixin
        private Operator operator = new Operator();

        @Override
        public Integer call() throws Exception {
            if (year < 2020 || year > 2099) {
                throw Failure.wrongUse("season.what", year);
            }
            try (AppContext ready = AppContext.open(new Environment(System.getenv()))) {
                SeasonChecklist checklist = new SeasonChecklist(ready.settings(), year);
                Optional<Integer> old = ready.store().read(tables -> checked(tables, checklist));
                System.out.println(TerminalText.of("season.title", year));
                checklist.lines().forEach(System.out::println);
                old.ifPresent(o -> System.out.println(left(ready, o)));
                if (checklist.missing() > 0) {
                    throw new Failure("season.not.ready", checklist.missing(), year);
                }
                if (old.isPresent()) {
                    close(ready, old.get());
                } else {
                    System.out.println(TerminalText.of("season.first", year));
                }
            }
            return 0;
        }

        private Optional<Integer> checked(Tables tables, SeasonChecklist checklist) {
            try {
                checklist.check(tables);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return tables.seasons().before(year);
        }

        private static String left(AppContext ready, int old) {
            StudentQueries.Asked everywhere = new StudentQueries.Asked(old, Scope.ALL);
            List<String> unconfirmed = ready.store()
                    .read(tables -> tables.roll().fitting(everywhere, StudentFilter.of(StudentState.UNCONFIRMED)))
                    .numbers();
            long open = ready.store().read(tables -> tables.corrections().ofCollege(old, "").stream()
                    .filter(c -> c.state().isOpen())
                    .count());
            return TerminalText.of("season.left", old, unconfirmed.size(), open);
        }

        private void close(AppContext ready, int old) throws Failure {
            Instant now = Clock.systemUTC().instant();
            Audit.Entry entry = operator.did(ready, "season close", String.valueOf(old));
            if (!dryRun) {
                ready.store()
                        .write(tables -> {
                            tables.seasons().close(old, now);
                            tables.audit().add(entry);
                            return old;
                        })
                        .join();
            }
            System.out.println(TerminalText.of(dryRun ? "season.would" : "season.closed", old, year));
        }
    }
}
