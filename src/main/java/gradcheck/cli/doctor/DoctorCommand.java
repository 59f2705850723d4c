package gradcheck.cli.doctor;

import gradcheck.app.AppContext;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: looks at everything the bot needs, and says the cure for each fault; 0 when all is well. */
@Command(name = "doctor", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--upgrade", descriptionKey = "upgrade")
    private boolean upgrade;

    @Option(names = "--renew", descriptionKey = "renew")
    private boolean renew;

    @Override
    public Integer call() throws Exception {
        Environment environment = new Environment(System.getenv());
        if (upgrade) {
            return new UpgradeReport(environment).write(System.out) ? 0 : 1;
        }
        if (renew) {
            try (AppContext ready = AppContext.open(environment)) {
                System.out.println(TerminalText.of("doctor.renewed", StatusRenewal.of(ready)));
            }
            return 0;
        }
        Doctor examination = new Doctor(environment, Clock.systemUTC());
        List<Doctor.Finding> findings = examination.all();
        findings.forEach(f -> System.out.println((f.isGood() ? "✓ " : "✗ ") + f.words()));
        long faults = findings.stream().filter(f -> !f.isGood()).count();
        System.out.println(faults == 0 ? TerminalText.of("doctor.well") : TerminalText.of("doctor.faults", faults));
        return faults == 0 ? 0 : 1;
    }
}
