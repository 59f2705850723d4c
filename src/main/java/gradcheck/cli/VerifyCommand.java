package gradcheck.cli;

import gradcheck.app.Failure;
import gradcheck.cli.console.Input;
import gradcheck.config.TerminalText;
import gradcheck.domain.chain.AuditCheck;
import gradcheck.roster.write.AuditFile;
import gradcheck.roster.write.ConfirmationFile;
import gradcheck.roster.write.ConfirmationFile.Verdict;
import gradcheck.roster.write.ConfirmationProof;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: checks exported confirmations, or an exported audit, without the database, the key or the config. */
@Command(name = "verify", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private static final String PROOF = ".proof.json";
    /** As many signs of a head as a person would read out; fewer could be met by chance. */
    private static final int SHORTEST_HEAD = 8;

    /** A 学号 as a spreadsheet writes it that has opened and saved the file; nobody need have changed anything on purpose. */
    private static final Pattern SHORTENED = Pattern.compile("(?m)^[^,]*,\"?\\d(?:\\.\\d+)?E\\+\\d{2,}\"?,");

    @Parameters(index = "0", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--proof")
    private @Nullable Path proof;

    @Option(names = "--head")
    private Map<String, String> heads = new LinkedHashMap<>();

    /** Where the proof of an export is written. */
    static Path proofOf(Path file) {
        return Path.of(file + PROOF);
    }

    @Override
    public Integer call() throws Exception {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw Failure.wrongUse("verify.xlsx");
        }
        byte[] csv = Input.read(file);
        Optional<AuditCheck> audit = AuditFile.check(csv);
        if (audit.isPresent()) {
            return audit(audit.get());
        }
        Path beside = Optional.ofNullable(proof).orElse(proofOf(file));
        if (!Files.exists(beside)) {
            throw new Failure("verify.no.proof", beside);
        }
        Verdict verdict = ConfirmationFile.check(csv, Input.read(beside));
        if (verdict instanceof Verdict.Broken broken
                && SHORTENED.matcher(new String(csv, StandardCharsets.UTF_8)).find()) {
            throw new Failure(
                    "verify.excel", String.valueOf(Chains.broken(broken.fault()).getMessage()));
        }
        return told(verdict, beside);
    }

    private int audit(AuditCheck check) throws Failure {
        if (check.fault().isPresent()) {
            throw Chains.broken(check.fault().get());
        }
        compareHeads(Map.of(TerminalText.of("audit.name"), check.head()));
        System.out.println(TerminalText.of("verify.audit.ok", file, check.count(), check.erased()));
        System.out.println(TerminalText.of("audit.head", check.count(), check.head()));
        System.out.println(TerminalText.of(heads.isEmpty() ? "verify.audit.trust" : "verify.trusted", heads.size()));
        return 0;
    }

    private int told(Verdict verdict, Path beside) throws Failure {
        if (verdict instanceof Verdict.Intact intact) {
            return intact(intact);
        }
        if (verdict instanceof Verdict.Broken broken) {
            throw Chains.broken(broken.fault());
        }
        if (verdict instanceof Verdict.ProofBroken broken) {
            throw new Failure("verify.proof.broken", beside, broken.college());
        }
        if (verdict instanceof Verdict.UnreadableProof) {
            throw new Failure("verify.proof.unreadable", beside);
        }
        throw new Failure(verdict instanceof Verdict.NoHeader ? "verify.header" : "verify.unreadable", file);
    }

    private int intact(Verdict.Intact intact) throws Failure {
        compareHeads(intact.colleges().stream()
                .collect(Collectors.toMap(ConfirmationProof.College::college, ConfirmationProof.College::head)));
        System.out.println(TerminalText.of(
                "verify.ok", file, intact.lines(), intact.colleges().size()));
        intact.colleges()
                .forEach(c -> System.out.println(TerminalText.of("verify.head", c.college(), c.count(), c.head())));
        System.out.println(TerminalText.of(heads.isEmpty() ? "verify.trust" : "verify.trusted", heads.size()));
        return 0;
    }

    private void compareHeads(Map<String, String> found) throws Failure {
        for (Map.Entry<String, String> known : heads.entrySet()) {
            String head = known.getValue().toLowerCase(Locale.ROOT);
            if (head.length() < SHORTEST_HEAD) {
                throw Failure.wrongUse("verify.head.short", SHORTEST_HEAD);
            }
            boolean isSame = found.getOrDefault(known.getKey(), "").startsWith(head);
            if (!isSame) {
                throw new Failure("verify.head.differs", known.getKey(), known.getValue());
            }
        }
    }
}
