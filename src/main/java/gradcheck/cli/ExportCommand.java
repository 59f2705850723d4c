package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.cli.console.Operator;
import gradcheck.cli.console.Output;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.domain.chain.AuditCheck;
import gradcheck.roster.write.ConfirmationProof;
import gradcheck.roster.write.Exports;
import gradcheck.roster.write.Exports.Format;
import gradcheck.roster.write.Exports.Kind;
import gradcheck.store.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: writes what the office takes over, with the proof of the confirmations beside it. */
@Command(name = "export", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Parameters(index = "0", descriptionKey = "kind")
    private String kind = "";

    @Option(names = "--college")
    private String college = "";

    @Option(names = "--format")
    private @Nullable String format;

    @Option(
            names = {"-o", "--output"},
            required = true)
    private Path file = Path.of("");

    @Mixin
    private Operator operator = new Operator();

    @Override
    public Integer call() throws Exception {
        Exports.Order order = order();
        try (AppContext ready = AppContext.open(new Environment(System.getenv()))) {
            if (!college.isEmpty()) {
                ready.checkCollege(college);
            }
            Exports exports = new Exports(ready.settings().season());
            if (order.kind() == Kind.CONFIRMATIONS && order.format() == Format.CSV) {
                proved(ready, exports, order);
            } else if (order.kind() == Kind.AUDIT) {
                followed(ready, exports, order);
            } else {
                int rows = Output.write(file, out -> reading(ready, t -> exports.write(order, t, out)));
                System.out.println(TerminalText.of("export.done", file, rows));
                if (order.kind() == Kind.CONFIRMATIONS) {
                    System.out.println(TerminalText.of("export.unproved"));
                }
            }
            operator.note(ready, "export " + order.kind().title(), order.college());
        }
        return 0;
    }

    private Exports.Order order() throws Failure {
        String kinds = Arrays.stream(Kind.values()).map(Kind::title).collect(Collectors.joining("、"));
        Kind wanted = Kind.named(kind).orElseThrow(() -> Failure.wrongUse("export.kind", kind, kinds));
        String ending = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx") ? "xlsx" : "csv";
        String chosen = Optional.ofNullable(format).orElse(ending).toLowerCase(Locale.ROOT);
        if (!chosen.equals("csv") && !chosen.equals("xlsx")) {
            throw Failure.wrongUse("export.format", chosen);
        }
        if (wanted == Kind.AUDIT && !college.isEmpty()) {
            throw Failure.wrongUse("export.audit");
        }
        return new Exports.Order(wanted, college, Format.valueOf(chosen.toUpperCase(Locale.ROOT)));
    }

    private void proved(AppContext ready, Exports exports, Exports.Order order) throws IOException, Failure {
        ConfirmationProof proof = Output.write(file, out -> reading(ready, t -> exports.writeProved(order, t, out)));
        Path beside = VerifyCommand.proofOf(file);
        int written = Output.write(beside, out -> utf8(out, proof.json()));
        System.out.println(TerminalText.of("export.done", file, rows(proof)));
        System.out.println(TerminalText.of("export.proof", beside, written));
        proof.colleges()
                .forEach(c -> System.out.println(TerminalText.of("verify.head", c.college(), c.count(), c.head())));
        if (!proof.colleges().isEmpty()) {
            System.out.println(TerminalText.of("export.keep"));
        }
    }

    /** A broken chain is told after the file was written: it may be the evidence. */
    private void followed(AppContext ready, Exports exports, Exports.Order order) throws IOException, Failure {
        AuditCheck check = Output.write(file, out -> reading(ready, t -> exports.writeAudit(order.format(), t, out)));
        if (check.fault().isPresent()) {
            throw Chains.broken(check.fault().get());
        }
        System.out.println(TerminalText.of("export.done", file, check.count()));
        System.out.println(TerminalText.of("audit.head", check.count(), check.head()));
    }

    private static int rows(ConfirmationProof proof) {
        return proof.colleges().stream()
                .mapToInt(ConfirmationProof.College::count)
                .sum();
    }

    private static int utf8(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        return bytes.length;
    }

    private interface Reading<T> {
        T from(Tables tables) throws IOException;
    }

    private static <T> T reading(AppContext ready, Reading<T> work) throws IOException {
        Function<Tables, T> read = tables -> {
            try {
                return work.from(tables);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try {
            return ready.store().read(read);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
