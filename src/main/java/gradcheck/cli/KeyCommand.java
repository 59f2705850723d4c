package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.app.ProcessLock;
import gradcheck.cli.console.Operator;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.store.crypto.KeyChange;
import gradcheck.store.crypto.WrongDataKey;
import gradcheck.store.engine.Backups;
import gradcheck.store.record.Audit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code key}: the key that certificate numbers are sealed with. */
@Command(
        name = "key",
        resourceBundle = "gradcheck.config.commands",
        mixinStandardHelpOptions = true,
        subcommands = KeyCommand.Rotate.class)
public final class KeyCommand {
    /**
     * {@code key rotate}: seals everything with {@code GRADCHECK_DATA_KEY} that {@code GRADCHECK_DATA_KEY_PREVIOUS} opens.
     * The bot stands still meanwhile; what a kill leaves undone is done by the next run.
     */
    @Command(name = "rotate", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    public static final class Rotate implements Callable<Integer> {
        @Option(names = "--dry-run")
        private boolean dryRun;

        @Mixin
        private Operator operator = new Operator();

        @Override
        public Integer call() throws Exception {
            rotate(new Environment(System.getenv()), dryRun, operator);
            return 0;
        }

        public static void rotate(Environment environment, boolean dryRun, Operator operator) throws Exception {
            try {
                if (dryRun) {
                    preview(environment);
                } else {
                    alone(environment, operator);
                }
            } catch (WrongDataKey e) {
                boolean isGiven = environment.get("GRADCHECK_DATA_KEY_PREVIOUS").isPresent();
                throw new Failure(isGiven ? "key.neither" : "key.no.previous");
            }
        }

        private static void preview(Environment environment) throws Exception {
            try (AppContext ready = AppContext.look(environment)) {
                List<KeyChange.Column> columns = new KeyChange(ready.store()).preview();
                columns.forEach(column -> print("key.column", column));
                System.out.println(TerminalText.of(
                        "key.would",
                        columns.stream().mapToLong(KeyChange.Column::due).sum()));
            }
        }

        private static void alone(Environment environment, Operator operator) throws Exception {
            Optional<ProcessLock> claimed = ProcessLock.claim(environment.database());
            if (claimed.isEmpty()) {
                throw new Failure("key.running");
            }
            try (AppContext ready = AppContext.open(environment)) {
                carryOut(ready, operator);
            } finally {
                claimed.get().close();
            }
        }

        private static void carryOut(AppContext ready, Operator operator) throws Failure {
            if (ready.store().read(tables -> tables.dataKey().isChanging())) {
                change(ready, operator);
            } else if (ready.environment().get("GRADCHECK_DATA_KEY_PREVIOUS").isEmpty()) {
                System.out.println(TerminalText.of("key.nothing"));
                return;
            }
            // What the old key opens stands in no free page either; also where the last run was killed before this.
            Backups.compact(ready.environment().database());
            System.out.println(TerminalText.of("key.done"));
        }

        private static void change(AppContext ready, Operator operator) throws Failure {
            Audit.Entry entry = operator.did(ready, "key rotate", "");
            long lost = new KeyChange(ready.store())
                    .carryOut(column -> print("key.column.done", column), tables -> tables.audit()
                            .add(entry));
            if (lost > 0) {
                throw new Failure("key.lost", lost);
            }
        }

        private static void print(String key, KeyChange.Column column) {
            System.out.println(TerminalText.of(key, column.name(), column.due(), column.done(), column.lost()));
        }
    }
}
