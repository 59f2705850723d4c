package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.cli.console.Operator;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.domain.status.StudentState;
import gradcheck.message.PersonId;
import gradcheck.reminders.ReminderRounds;
import gradcheck.store.Tables;
import gradcheck.store.outbox.RoundRows;
import gradcheck.store.query.Situations.Who;
import gradcheck.store.record.Audit;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code round}: rounds of reminders, as a secretary starts them in the chat, for all colleges. */
@Command(
        name = "round",
        resourceBundle = "gradcheck.config.commands",
        mixinStandardHelpOptions = true,
        subcommands = {
            RoundCommand.ListThem.class,
            RoundCommand.Start.class,
            RoundCommand.Pause.class,
            RoundCommand.Resume.class,
            RoundCommand.Cancel.class,
            RoundCommand.Resend.class
        })
final class RoundCommand {
    private RoundCommand() {}

    /** What every subcommand works on. */
    private record Work(AppContext ready, ReminderRounds rounds) implements AutoCloseable {
        static Work open() throws Exception {
            AppContext ready = AppContext.open(new Environment(System.getenv()));
            Clock clock = Clock.systemUTC();
            return new Work(
                    ready, new ReminderRounds(RemindCommand.bot(ready, clock).made()));
        }

        Audit.Entry did(PersonId actor, String act, String round) {
            return ready.audited(actor, Clock.systemUTC(), act, round);
        }

        String time(Instant at) {
            return DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA)
                    .format(at.atZone(ready.settings().season().zone()));
        }

        <T> T read(Function<Tables, T> read) {
            return ready.store().read(read);
        }

        <T> T write(Function<Tables, T> change) {
            return ready.store().write(change).join();
        }

        @Override
        public void close() {
            ready.close();
        }
    }

    @Command(name = "list", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    static final class ListThem implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            try (Work work = Work.open()) {
                List<ReminderRounds.Progress> all = work.read(work.rounds()::all);
                if (all.isEmpty()) {
                    System.out.println(TerminalText.of("round.none"));
                }
                all.forEach(progress -> System.out.println(line(work, progress)));
                return 0;
            }
        }

        private static String line(Work work, ReminderRounds.Progress p) {
            RoundRows.Row round = p.round();
            String colleges =
                    round.colleges().contains("") ? TerminalText.of("round.all") : String.join("、", round.colleges());
            boolean finished = round.state() == RoundRows.State.RUNNING && p.waiting() == 0;
            String state = finished ? "finished" : round.state().name().toLowerCase(Locale.ROOT);
            return TerminalText.of(
                    "round.line",
                    round.id(),
                    round.audience(),
                    colleges,
                    round.starter(),
                    work.time(round.startedAt()),
                    TerminalText.of("round." + state),
                    round.people(),
                    p.sent(),
                    p.waiting(),
                    p.refused(),
                    p.unknown(),
                    p.dropped());
        }
    }

    @Command(name = "start", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    static final class Start implements Callable<Integer> {
        @Parameters(paramLabel = "AUDIENCE", descriptionKey = "audience")
        private String audience = "";

        @Option(names = "--college")
        private List<String> colleges = List.of();

        @Option(names = "--student")
        private List<String> students = List.of();

        @Option(names = "--dry-run")
        private boolean dryRun;

        @Mixin
        private Operator operator = new Operator();

        @Override
        public Integer call() throws Exception {
            PersonId actor = operator.person();
            Optional<StudentState> wanted = StudentState.of(audience).filter(StudentState::isReminded);
            if (wanted.isEmpty()) {
                String all = StudentState.reminded().stream()
                        .map(StudentState::title)
                        .collect(Collectors.joining("、"));
                System.err.println(TerminalText.of("round.audience", audience, all));
                return 2;
            }
            try (Work work = Work.open()) {
                ReminderRounds.Request request = new ReminderRounds.Request(
                        wanted.get(), colleges.isEmpty() ? List.of("") : colleges, new HashSet<>(students));
                Instant now = Clock.systemUTC().instant();
                check(work.ready());
                ReminderRounds.Preview preview =
                        work.read(tables -> work.rounds().preview(tables, request, now));
                show(work, preview);
                if (!dryRun && !preview.people().isEmpty()) {
                    RoundRows.Row round = work.write(tables -> {
                        RoundRows.Row begun = work.rounds().start(tables, request, actor, now);
                        tables.audit().add(work.did(actor, "round start", begun.id()));
                        return begun;
                    });
                    System.out.println(TerminalText.of("round.started", round.id(), round.people()));
                }
                return 0;
            }
        }

        private void check(AppContext ready) throws Failure {
            for (String college : colleges) {
                ready.checkCollege(college);
            }
            int year = ready.settings().season().year();
            for (String student : students) {
                if (ready.store()
                        .read(t -> t.students().byNumber(year, student))
                        .isEmpty()) {
                    throw Failure.wrongUse("explain.nobody", student);
                }
            }
        }

        private static void show(Work work, ReminderRounds.Preview preview) {
            if (preview.people().isEmpty()) {
                System.out.println(TerminalText.of("round.nobody"));
            } else {
                System.out.println(TerminalText.of(
                        "round.preview",
                        preview.people().size(),
                        work.time(preview.firstAt()),
                        work.time(preview.lastAt())));
            }
            System.out.println(TerminalText.of(
                    "round.left",
                    preview.paused().size(),
                    preview.stopped().size(),
                    preview.capped().size()));
            if (!preview.unreachable().isEmpty()) {
                String names =
                        preview.unreachable().keySet().stream().map(Who::name).collect(Collectors.joining("、"));
                System.out.println(TerminalText.of(
                        "round.unreachable", preview.unreachable().size(), names));
            }
            int never = work.read(tables -> work.rounds().neverSeen(tables, preview))
                    .size();
            if (never > 0) {
                System.out.println(TerminalText.of("round.never", never));
            }
            if (!preview.sample().isEmpty()) {
                System.out.println(TerminalText.of("round.sample", preview.sample()));
            }
        }
    }

    /** What the subcommands have in common that change one round. */
    private abstract static class Change implements Callable<Integer> {
        @Parameters(paramLabel = "ROUND", descriptionKey = "gradcheck.round.id")
        private String id = "";

        @Mixin
        private Operator operator = new Operator();

        private PersonId actor = AppContext.TERMINAL;

        /** What was done, in words; empty: there is no such round. */
        abstract Optional<String> change(ReminderRounds rounds, Tables tables, String id);

        /** Its name in the audit. */
        abstract String act();

        /** Who does it. */
        final PersonId actor() {
            return actor;
        }

        @Override
        public Integer call() throws Exception {
            actor = operator.person();
            try (Work work = Work.open()) {
                Optional<String> words = work.write(tables -> {
                    Optional<String> done = change(work.rounds(), tables, id);
                    done.ifPresent(said -> tables.audit().add(work.did(actor, act(), id)));
                    return done;
                });
                words.ifPresentOrElse(
                        System.out::println, () -> System.err.println(TerminalText.of("round.unknown", id)));
                return words.isPresent() ? 0 : 1;
            }
        }
    }

    @Command(name = "pause", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    static final class Pause extends Change {
        @Override
        String act() {
            return "round pause";
        }

        @Override
        Optional<String> change(ReminderRounds rounds, Tables tables, String id) {
            return rounds.pause(tables, id) ? Optional.of(TerminalText.of("round.done.pause", id)) : Optional.empty();
        }
    }

    @Command(name = "resume", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    static final class Resume extends Change {
        @Override
        String act() {
            return "round resume";
        }

        @Override
        Optional<String> change(ReminderRounds rounds, Tables tables, String id) {
            return rounds.resume(tables, id) ? Optional.of(TerminalText.of("round.done.resume", id)) : Optional.empty();
        }
    }

    @Command(name = "cancel", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    static final class Cancel extends Change {
        @Override
        String act() {
            return "round cancel";
        }

        @Override
        Optional<String> change(ReminderRounds rounds, Tables tables, String id) {
            return rounds.cancel(tables, id).map(unsent -> TerminalText.of("round.done.cancel", id, unsent));
        }
    }

    @Command(name = "resend", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    static final class Resend extends Change {
        @Override
        String act() {
            return "round resend";
        }

        @Override
        Optional<String> change(ReminderRounds rounds, Tables tables, String id) {
            return rounds.progress(tables, id).map(known -> rounds.resendFailed(tables, id, actor())
                    .map(round -> TerminalText.of("round.done.resend", round.people(), round.id()))
                    .orElseGet(() -> TerminalText.of("round.resend.none")));
        }
    }
}
