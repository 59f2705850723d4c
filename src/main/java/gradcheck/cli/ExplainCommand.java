package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.message.Phrase.Say;
import gradcheck.reminders.Explanation;
import gradcheck.store.Tables;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code explain}: every decision and message about one student, with its reason. */
@Command(name = "explain", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STUDENT", descriptionKey = "student")
    private String student = "";

    @Override
    public Integer call() throws Exception {
        try (AppContext ready = AppContext.open(new Environment(System.getenv()))) {
            Explanation explanation = new Explanation(ready.settings().season(), Clock.systemUTC());
            List<String> numbers = ready.store().read(tables -> numbers(ready, tables));
            if (numbers.isEmpty()) {
                System.err.println(TerminalText.of("explain.nobody", student));
                return 1;
            }
            for (String number : numbers) {
                List<Say> story = ready.store().read(tables -> explanation.story(tables, number));
                story.forEach(say -> System.out.println(ready.copy().render(say)));
            }
            return 0;
        }
    }

    private List<String> numbers(AppContext ready, Tables tables) {
        int year = ready.settings().season().year();
        List<String> byNumber = tables.students().byNumber(year, student).stream()
                .map(e -> e.student().number())
                .toList();
        return byNumber.isEmpty()
                ? tables.students().byName(year, student).stream()
                        .map(e -> e.student().number())
                        .toList()
                : byNumber;
    }
}
