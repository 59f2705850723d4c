package gradcheck.intent;

import gradcheck.intent.learn.SoftmaxClassifier;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classifier of a config folder: learning takes seconds of processor time, so the one of the shipped folder comes with
 * the program, and that of an edited folder is kept in a file after it was learnt once.
 *
 * <p>A model is only used for the very files it was learnt from: it begins with a fingerprint of them.
 */
public final class TrainedModel {
    static final List<String> FILES = List.of("lexicon.yml", "faq.yml", "sayings.txt");

    private static final Logger log = LoggerFactory.getLogger(TrainedModel.class);
    private static final String SHIPPED = "model.bin";

    private final Path folder;
    private final Optional<Path> kept;

    /** @param kept where the model of an edited folder is kept; empty: it is learnt at each start */
    TrainedModel(Path folder, Optional<Path> kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * The build's step: learns from a folder and writes the model that is shipped.
     *
     * @param arguments the config folder, and the folder of this package among the compiled classes
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        SoftmaxClassifier learnt = IntentRecognizer.training(folder).classifier();
        write(learnt, fingerprint(folder, ""), Path.of(arguments[1]).resolve(SHIPPED));
    }

    /** The shipped model or the kept one where it is of these very files, else a new one, which is kept. */
    SoftmaxClassifier classifier(Supplier<SoftmaxClassifier> learn) {
        try {
            Optional<SoftmaxClassifier> shipped = shipped(fingerprint(folder, ""));
            if (shipped.isPresent()) {
                return shipped.get();
            }
            // What another build has kept may have been learnt in another way.
            String print = fingerprint(folder, shippedDigest());
            return kept.flatMap(file -> read(file, print)).orElseGet(() -> learn(learn, print));
        } catch (IOException e) {
            log.warn("event=model_unread cause={}", e.getClass().getSimpleName());
            return learn.get();
        }
    }

    private SoftmaxClassifier learn(Supplier<SoftmaxClassifier> learn, String print) {
        SoftmaxClassifier learnt = learn.get();
        // Where there is no database yet there is no place beside it.
        kept.filter(file -> Files.isDirectory(file.toAbsolutePath().resolveSibling("")))
                .ifPresent(file -> keep(learnt, print, file));
        return learnt;
    }

    /** Without it the next start only takes longer. */
    private static void keep(SoftmaxClassifier learnt, String print, Path file) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".tmp");
            write(learnt, print, beside);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("event=model_not_kept cause={}", e.getClass().getSimpleName());
        }
    }

    private static Optional<SoftmaxClassifier> shipped(String print) throws IOException {
        try (InputStream in = TrainedModel.class.getResourceAsStream(SHIPPED)) {
            return in == null ? Optional.empty() : read(in, print);
        }
    }

    private static String shippedDigest() throws IOException {
        try (InputStream in = TrainedModel.class.getResourceAsStream(SHIPPED)) {
            return in == null ? "" : hex(in.readAllBytes());
        }
    }

    private static Optional<SoftmaxClassifier> read(Path file, String print) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, print);
        } catch (IOException e) {
            log.warn("event=model_unread cause={}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Optional<SoftmaxClassifier> read(InputStream in, String print) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        return data.readUTF().equals(print) ? Optional.of(SoftmaxClassifier.read(data)) : Optional.empty();
    }

    private static void write(SoftmaxClassifier learnt, String print, Path file) throws IOException {
        try (DataOutputStream data =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            data.writeUTF(print);
            learnt.write(data);
        }
    }

    private static String fingerprint(Path folder, String build) throws IOException {
        MessageDigest digest = sha256();
        digest.update(build.getBytes(StandardCharsets.UTF_8));
        for (String file : FILES) {
            digest.update(Files.readAllBytes(folder.resolve(file)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
