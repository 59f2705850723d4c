package gradcheck.app;

import gradcheck.outbox.Channel;
import gradcheck.outbox.SendOutcome;
import gradcheck.reminders.Reminders;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code remind}: who is due at a moment, for which reminder and why; queues it unless it is only asked. */
@Command(name = "remind", resourceBundle = "gradcheck.app.commands", mixinStandardHelpOptions = true)
final class RemindCommand implements Callable<Integer> {
    /** The command only queues; the running bot sends. */
    private static final Channel NONE = (to, message) -> new SendOutcome.Refused(0, "the command sends nothing");

    @Option(names = "--at")
    private @Nullable LocalDateTime at;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    public Integer call() throws Exception {
        try (Ready ready = Ready.open(new Environment(System.getenv()))) {
            ZoneId zone = ready.settings().season().zone();
            Instant moment =
                    at == null ? Clock.systemUTC().instant() : at.atZone(zone).toInstant();
            Clock clock = Clock.fixed(moment, zone);
            Bot bot = new Bot(
                    ready.settings(), ready.copy(), new Bot.Ground(ready.store(), NONE, clock, ready.random(), false));
            List<Reminders.Due> due = bot.reminders().due(moment);
            due.forEach(d -> System.out.println(Main.word(
                    "remind.line",
                    d.who().student().name(),
                    d.who().student().number(),
                    d.who().student().className(),
                    d.rule().name(),
                    d.daysLeft())));
            System.out.println(
                    dryRun
                            ? Main.word("remind.would", due.size())
                            : Main.word("remind.done", bot.reminders().queueDue()));
            return 0;
        }
    }
}
