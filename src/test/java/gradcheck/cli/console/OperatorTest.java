package gradcheck.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.Failure;
import gradcheck.cli.Main;
import gradcheck.message.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A17: whoever acts at the terminal stands in the audit by name. */
class OperatorTest {
    /** What changes nothing: it looks, answers or copies. */
    private static final Set<String> LOOKING = Set.of(
            "gradcheck serve",
            "gradcheck verify",
            "gradcheck round list",
            "gradcheck explain",
            "gradcheck backup",
            "gradcheck doctor",
            "gradcheck faq report");

    private static List<CommandLine> leaves(CommandLine command) {
        List<CommandLine> leaves = new ArrayList<>();
        command.getSubcommands().values().forEach(below -> {
            if (below.getSubcommands().isEmpty()) {
                leaves.add(below);
            }
            leaves.addAll(leaves(below));
        });
        return leaves;
    }

    private static CommandLine main() throws Exception {
        var constructor = Main.class.getDeclaredConstructor();
        constructor.setAccessible(true);
        return new CommandLine(constructor.newInstance());
    }

    @Test
    void every_command_that_changes_something_takes_the_name_of_who_does_it() throws Exception {
        List<String> nameless = leaves(main()).stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> spec.optionsMap().get("--as") == null)
                .map(spec -> spec.qualifiedName(" "))
                .filter(name -> !LOOKING.contains(name))
                .toList();
        assertThat(nameless).isEmpty();
    }

    private static PersonId operator(String... args) throws Exception {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(args);
        return holder.operator.person();
    }

    @CommandLine.Command(name = "act", resourceBundle = "gradcheck.config.commands")
    private static final class Holder {
        @CommandLine.Mixin
        private Operator operator = new Operator();
    }

    @Test
    void a_name_at_the_terminal_is_no_account_of_wecom() throws Exception {
        assertThat(operator("--as", "Li")).isEqualTo(new PersonId("terminal:li"));
        assertThat(operator("--as", "李老师").value()).isEqualTo("terminal:李老师");
        String login =
                System.getenv("SUDO_USER") == null ? System.getProperty("user.name") : System.getenv("SUDO_USER");
        assertThat(operator()).isEqualTo(new PersonId("terminal:" + login));
    }

    @Test
    void a_name_that_is_none_is_told() {
        for (String name : List.of("", " ", "a:b", "a\nb", "x".repeat(60))) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> operator("--as", name))
                    .as(name)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("--as");
        }
    }
}
