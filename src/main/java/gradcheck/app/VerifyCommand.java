package gradcheck.app;

import gradcheck.roster.ConfirmationFile;
import gradcheck.roster.ConfirmationFile.Verdict;
import gradcheck.roster.ConfirmationProof;
import gradcheck.verification.ChainCheck.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: checks exported confirmations, without the database, the key or the config. */
@Command(name = "verify", resourceBundle = "gradcheck.app.commands", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private static final String PROOF = ".proof.json";
    /** As many signs of a head as a person would read out; fewer could be met by chance. */
    private static final int SHORTEST_HEAD = 8;

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
        Path beside = Optional.ofNullable(proof).orElse(proofOf(file));
        if (!Files.exists(beside)) {
            throw new Failure("verify.no.proof", beside);
        }
        return told(ConfirmationFile.check(csv, Input.read(beside)), beside);
    }

    private int told(Verdict verdict, Path beside) throws Failure {
        if (verdict instanceof Verdict.Intact intact) {
            return intact(intact);
        }
        if (verdict instanceof Verdict.Broken broken) {
            throw broken(broken.fault());
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
        compareHeads(intact.colleges());
        System.out.println(
                Main.word("verify.ok", file, intact.lines(), intact.colleges().size()));
        intact.colleges().forEach(c -> System.out.println(Main.word("verify.head", c.college(), c.count(), c.head())));
        System.out.println(Main.word(heads.isEmpty() ? "verify.trust" : "verify.trusted", heads.size()));
        return 0;
    }

    private void compareHeads(List<ConfirmationProof.College> colleges) throws Failure {
        for (Map.Entry<String, String> known : heads.entrySet()) {
            String head = known.getValue().toLowerCase(Locale.ROOT);
            if (head.length() < SHORTEST_HEAD) {
                throw Failure.wrongUse("verify.head.short", SHORTEST_HEAD);
            }
            boolean isSame = colleges.stream()
                    .anyMatch(
                            c -> c.college().equals(known.getKey()) && c.head().startsWith(head));
            if (!isSame) {
                throw new Failure("verify.head.differs", known.getKey(), known.getValue());
            }
        }
    }

    private static Failure broken(Fault fault) {
        return switch (fault.wrong()) {
            case CHANGED -> new Failure("verify.changed", fault.line(), fault.college());
            case HASH_CHANGED -> new Failure("verify.hash.changed", fault.line(), fault.college());
            case EMPTIED -> new Failure("verify.emptied", fault.line(), fault.college());
            case REORDERED -> new Failure("verify.reordered", fault.line(), fault.college());
            case REMOVED_BEFORE -> new Failure("verify.removed", fault.line(), fault.college(), fault.missing());
            case CUT_OFF -> new Failure("verify.cut", fault.line(), fault.college(), fault.missing());
            case MOVED -> new Failure("verify.moved", fault.line(), fault.college());
            case ADDED -> new Failure("verify.added", fault.line(), fault.college());
        };
    }
}
