package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.cli.console.Operator;
import gradcheck.config.Config;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.config.Wecom;
import gradcheck.message.PersonId;
import gradcheck.outbox.SendOutcome;
import gradcheck.wecom.Menu;
import gradcheck.wecom.MenuBoard;
import gradcheck.wecom.WecomSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.MissingResourceException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code menu publish}: puts the menu of {@code config/menu.yml} on the application. */
@Command(
        name = "menu",
        resourceBundle = "gradcheck.config.commands",
        mixinStandardHelpOptions = true,
        subcommands = MenuCommand.Publish.class)
final class MenuCommand {
    @Command(name = "publish", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
    static final class Publish implements Callable<Integer> {
        /** What the platform refuses for a reason that has a cure. */
        @Option(names = "--dry-run")
        private boolean dryRun;

        @Mixin
        private Operator operator = new Operator();

        @Override
        public Integer call() throws Exception {
            Environment environment = new Environment(System.getenv());
            Menu menu = Config.read(environment).menu();
            menu.buttons().forEach(Publish::show);
            if (dryRun) {
                System.out.println(TerminalText.of("menu.would"));
                return 0;
            }
            PersonId unused = operator.person();
            WecomSettings wecom = Wecom.forCalls(environment);
            SendOutcome outcome = new MenuBoard(wecom, Clock.systemUTC()).publish(menu);
            if (outcome instanceof SendOutcome.Refused refused) {
                throw new Failure("menu.refused", refused.code(), refused.reason(), cure(refused.code()));
            }
            if (outcome instanceof SendOutcome.Unknown unknown) {
                throw new Failure("menu.unknown.outcome", wecom.apiUrl(), unknown.reason());
            }
            note(environment);
            System.out.println(TerminalText.of("menu.done"));
            return 0;
        }

        /** The menu can be published before there is a database; then there is nobody's data to answer for either. */
        private void note(Environment environment) throws Exception {
            Path database = Path.of(environment.database().replaceFirst("^jdbc:sqlite:", ""));
            if (Files.exists(database)) {
                try (AppContext ready = AppContext.open(environment)) {
                    operator.note(ready, "menu publish", "");
                }
            }
        }

        /** The cure of what the platform gives a number; of others only that it can be looked up. */
        private static String cure(String code) {
            try {
                return TerminalText.of("wecom." + code);
            } catch (MissingResourceException e) {
                return TerminalText.of("wecom.other");
            }
        }

        private static void show(Menu.Button button) {
            System.out.println(line("", button));
            button.below().forEach(b -> System.out.println(line("　·", b)));
        }

        private static String line(String lead, Menu.Button button) {
            return button.says().isEmpty() || button.says().equals(button.name())
                    ? lead + button.name()
                    : lead + button.name() + " → " + button.says();
        }
    }
}
