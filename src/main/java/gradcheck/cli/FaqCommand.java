package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.intent.learn.ScoredIntent;
import gradcheck.store.people.Unanswered;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code faq}: the questions people ask. */
@Command(
        name = "faq",
        resourceBundle = "gradcheck.config.commands",
        mixinStandardHelpOptions = true,
        subcommands = FaqCommand.Report.class)
final class FaqCommand {
    private FaqCommand() {}

    /** {@code faq report}: the most frequent questions without an answer, each with what is nearest to it. */
    @Command(name = "report", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    static final class Report implements Callable<Integer> {
        private static final int NEAREST = 3;

        @Option(names = "--most", defaultValue = "30")
        private int most;

        @Override
        public Integer call() throws Exception {
            try (AppContext ready = AppContext.open(new Environment(System.getenv()))) {
                List<Unanswered.Row> rows =
                        ready.store().read(tables -> tables.unanswered().mostFrequent(most));
                rows.forEach(row -> System.out.println(line(ready, row)));
                System.out.println(rows.isEmpty() ? TerminalText.of("faq.none") : TerminalText.of("faq.how"));
            }
            return 0;
        }

        private static String line(AppContext ready, Unanswered.Row row) {
            String nearest = ready.settings().intents().likely(row.question(), NEAREST).stream()
                    .map(ScoredIntent::target)
                    .filter(target -> !target.startsWith("!"))
                    .collect(Collectors.joining("、"));
            return TerminalText.of(
                    "faq.line",
                    row.asked(),
                    row.question(),
                    nearest.isEmpty() ? TerminalText.of("faq.nothing") : nearest);
        }
    }
}
