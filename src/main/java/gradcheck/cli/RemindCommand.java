package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Bot;
import gradcheck.cli.console.Operator;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.message.OutcomeCause;
import gradcheck.outbox.Channel;
import gradcheck.outbox.SendOutcome;
import gradcheck.reminders.Plan;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code remind}: who is due at a moment, for which reminder and why; queues it unless it is only asked. */
@Command(name = "remind", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
public final class RemindCommand implements Callable<Integer> {
    /** The command only queues; the running bot sends. */
    static final Channel NONE = (to, message, call) -> new SendOutcome.TryLater(
            OutcomeCause.NONE, SendOutcome.NO_CODE, "the command sends nothing", java.time.Duration.ZERO);

    private static final int NAMES = 12;

    @Option(names = "--at")
    private @Nullable LocalDateTime at;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--all")
    private boolean all;

    @Mixin
    private Operator operator = new Operator();

    @Override
    public Integer call() throws Exception {
        try (AppContext ready = AppContext.open(new Environment(System.getenv()))) {
            ZoneId zone = ready.settings().season().zone();
            Instant moment =
                    at == null ? Clock.systemUTC().instant() : at.atZone(zone).toInstant();
            Bot bot = bot(ready, Clock.fixed(moment, zone));
            Plan plan = new Plan(bot.made(), bot.reminders());
            int names = all ? Integer.MAX_VALUE : NAMES;
            System.out.println(
                    ready.store().read(tables -> plan.at(tables, moment, names)).text());
            if (dryRun) {
                System.out.println(TerminalText.of("remind.would"));
            } else {
                operator.note(ready, "remind", "");
                System.out.println(
                        TerminalText.of("remind.done", bot.reminders().queueDue()));
            }
            return 0;
        }
    }

    public static Bot bot(AppContext ready, Clock clock) {
        return new Bot(
                ready.settings(), ready.copy(), new Bot.Ground(ready.store(), NONE, clock, ready.random(), false));
    }
}
