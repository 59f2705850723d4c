package gradcheck.config;

import gradcheck.config.ConfigMerge.Fate;
import gradcheck.config.ConfigMerge.Note;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An older config folder brought up to date with the shipped one ({@link ConfigMerge}), file by file. */
public final class ConfigUpgrade {
    /** Without it a folder is taken for a wrong one, and nothing is written there. */
    private static final String MAIN = "gradcheck.yml";

    private static final String SAMPLE = "sample/";
    private static final String SAYINGS = "sayings.txt";
    private static final String BEFORE = ".before-upgrade";

    private final Path folder;
    private final ShippedConfig shipped;

    public ConfigUpgrade(Path folder) throws IOException {
        this.folder = folder;
        this.shipped = new ShippedConfig();
    }

    /**
     * What is to be done with a file.
     *
     * @param text its new content; empty: it stays as it is
     * @param notes what became of its values
     */
    public record Step(String file, Optional<String> text, List<Note> notes) {}

    /**
     * What is to be done, without doing it; a file of which nothing is to be said is not among it.
     *
     * @throws Faults if it is no config folder, or names all files that are no YAML: these have to be mended first
     */
    public List<Step> steps() throws IOException, ConfigFaults {
        List<Step> steps = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        if (!Files.exists(folder.resolve(MAIN))) {
            throw new ConfigFaults(List.of(TerminalText.of("config.no.file", folder.resolve(MAIN))));
        }
        for (String file : ShippedConfig.FILES) {
            if (file.startsWith(SAMPLE) && !Files.isDirectory(folder.resolve(SAMPLE))) {
                continue;
            }
            try {
                step(file).ifPresent(steps::add);
            } catch (IOException e) {
                new YamlFile(folder.resolve(file), faults);
                if (faults.isEmpty()) {
                    throw e;
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigFaults(faults);
        }
        return steps;
    }

    /** What to do about a folder that is wrong because it is an older version's; nothing where it is up to date. */
    public static List<String> cure(Path folder) {
        try {
            boolean isBehind = new ConfigUpgrade(folder)
                    .steps().stream().anyMatch(step -> step.text().isPresent());
            return isBehind ? List.of(TerminalText.of("config.behind")) : List.of();
        } catch (IOException | ConfigFaults e) {
            // What can't be read has to be mended by hand first, and that was said.
            return List.of();
        }
    }

    /**
     * Writes a file's new content; as it was it is kept beside. Written in place, so that owner and rights stay.
     *
     * @return where it is kept; empty where there was none
     */
    public Optional<Path> write(Step step) throws IOException {
        Path file = folder.resolve(step.file());
        Optional<Path> kept = Files.exists(file) ? Optional.of(free(file)) : Optional.empty();
        if (kept.isPresent()) {
            Files.copy(file, kept.get(), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(file, step.text().orElseThrow(), StandardCharsets.UTF_8);
        return kept;
    }

    /** What an earlier upgrade kept is not written over. */
    private static Path free(Path file) {
        Path kept = file.resolveSibling(file.getFileName() + BEFORE);
        for (int i = 2; Files.exists(kept); i++) {
            kept = file.resolveSibling(file.getFileName() + BEFORE + "-" + i);
        }
        return kept;
    }

    private Optional<Step> step(String file) throws IOException {
        Path path = folder.resolve(file);
        String latest = ShippedConfig.text(file);
        if (!Files.exists(path)) {
            return Optional.of(new Step(
                    file, Optional.of(latest), List.of(new Note(Fate.ADDED, "", Optional.empty(), Optional.empty()))));
        }
        String present = Files.readString(path, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        ConfigBlock mine = parsed(file, present);
        ConfigBlock next = parsed(file, latest);
        ConfigMerge merge = new ConfigMerge(file, shipped);
        String merged = merge.merge(mine, next).text();
        if (merge.notes().isEmpty()) {
            return isOnlyOlder(present, latest)
                    ? Optional.of(new Step(file, Optional.of(latest), List.of()))
                    : Optional.empty();
        }
        ConfigBlock result = parsed(file, merged);
        boolean isSame = result.value().equals(mine.value());
        // What was learnt from the shipped words comes with the program, for these very files only.
        boolean isShipped = result.value().equals(next.value()) && result.equals(next);
        return Optional.of(
                new Step(file, isSame ? Optional.empty() : Optional.of(isShipped ? latest : merged), merge.notes()));
    }

    /** Where the shipped file says all that this one says, and more in its comments, nothing of anybody's is lost. */
    private static boolean isOnlyOlder(String present, String latest) {
        Set<String> lines = latest.lines().collect(Collectors.toSet());
        return present.lines().allMatch(lines::contains)
                && present.lines().count() < latest.lines().count();
    }

    static ConfigBlock parsed(String file, String text) throws IOException {
        if (file.equals(SAYINGS)) {
            return ConfigBlock.words(text);
        }
        return file.endsWith(".yml") ? ConfigBlock.yaml(text) : ConfigBlock.whole(text);
    }
}
