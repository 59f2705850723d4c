package gradcheck.intent.learn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What people really wrote, and what each of them meant: the lines of {@code sayings.txt}. */
public final class TrainingExamples {
    private static final String SEVERAL = "&";
    private static final String EITHER = "\\|";

    private final List<Saying> all;

    /**
     * One line.
     *
     * @param meant a target; either of several after a bar
     */
    public record Saying(String meant, String text) {
        /** The one it is learnt for. */
        public String target() {
            return meant.split(EITHER, 2)[0];
        }

        public boolean isOne() {
            return !meant.contains(SEVERAL);
        }
    }

    public TrainingExamples(List<Saying> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it can't be read or a line has no second part; the message names the line
     */
    public static TrainingExamples read(Path file) throws IOException {
        List<Saying> all = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.strip().split("\\s+", 2);
                if (parts.length < 2) {
                    throw new IOException(file.getFileName() + ": no blank between a meaning and a text: " + line);
                }
                all.add(new Saying(parts[0], parts[1]));
            }
        }
        return new TrainingExamples(all);
    }

    public List<Saying> all() {
        return all;
    }
}
