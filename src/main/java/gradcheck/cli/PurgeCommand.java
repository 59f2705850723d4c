package gradcheck.cli;

import gradcheck.cli.console.Operator;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code purge}: deletes what is personal of a season that is closed and was kept long enough; hashes and counts stay. The
 * bot stands still meanwhile, and the file is written anew, so that nothing can be found in its free pages.
 */
@Command(name = "purge", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
final class PurgeCommand implements Callable<Integer> {
    @Option(names = "--season", required = true)
    private int season;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--confirm")
    private @Nullable String confirmed;

    @Mixin
    private Operator operator = new Operator();

    @Override
    public Integer call() throws Exception {
        Environment environment = new Environment(System.getenv());
        Purging purging = new Purging(environment, Clock.systemUTC(), season, operator.person());
        if (dryRun) {
            purging.preview();
        } else {
            purging.carryOut(() -> Optional.ofNullable(confirmed).orElseGet(this::typed));
        }
        return 0;
    }

    private String typed() {
        System.out.println(TerminalText.of("purge.confirm", season));
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(in.readLine()).orElse("").strip();
        } catch (IOException e) {
            return "";
        }
    }
}
