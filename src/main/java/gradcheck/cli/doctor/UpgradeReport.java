package gradcheck.cli.doctor;

import gradcheck.app.AppContext;
import gradcheck.config.Config;
import gradcheck.config.ConfigBlock;
import gradcheck.config.ConfigFaults;
import gradcheck.config.ConfigMerge.Fate;
import gradcheck.config.ConfigMerge.Note;
import gradcheck.config.ConfigUpgrade;
import gradcheck.config.Environment;
import gradcheck.config.FlowText;
import gradcheck.config.TerminalText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code doctor --upgrade}: brings the config folder up to date and says what became of each file. Of what the operator never
 * touched the number is enough; what they changed is named where the new version has something else to say.
 */
public final class UpgradeReport {
    /** So many places are named, of those that nobody has to look at. */
    private static final int MOST_NAMED = 12;
    /** A longer text stands in the files, and is only begun here. */
    private static final int LONGEST = 60;

    private final Environment environment;

    public UpgradeReport(Environment environment) {
        this.environment = environment;
    }

    /**
     * Upgrades, and looks whether the program would start from what there is now.
     *
     * @return whether it would
     * @throws Faults if a file can't be read; nothing was written then
     */
    public boolean write(PrintStream out) throws IOException, ConfigFaults {
        Path folder = Config.folder(environment);
        ConfigUpgrade upgrade = new ConfigUpgrade(folder);
        List<ConfigUpgrade.Step> steps = upgrade.steps();
        for (ConfigUpgrade.Step step : steps) {
            if (step.text().isPresent()) {
                Optional<Path> kept = upgrade.write(step);
                out.println(
                        kept.isPresent()
                                ? TerminalText.of(
                                        "upgrade.written",
                                        step.file(),
                                        kept.get().getFileName())
                                : TerminalText.of("upgrade.made", step.file()));
            } else {
                out.println(TerminalText.of("upgrade.untouched", step.file()));
            }
            say(step, out);
        }
        if (steps.stream().noneMatch(step -> step.text().isPresent())) {
            out.println(TerminalText.of("upgrade.none", folder));
        }
        return isWell(out);
    }

    private boolean isWell(PrintStream out) throws IOException {
        try {
            Config.Settings read = Config.read(environment);
            AppContext.copy(read);
            out.println(TerminalText.of("doctor.config", read.folder()));
            return true;
        } catch (ConfigFaults e) {
            out.println(TerminalText.of("doctor.config.bad", String.valueOf(e.getMessage())));
            return false;
        }
    }

    private static void say(ConfigUpgrade.Step step, PrintStream out) {
        for (Fate fate : List.of(Fate.ADDED, Fate.UPDATED, Fate.REMOVED)) {
            List<String> places = step.notes().stream()
                    .filter(note -> note.fate() == fate && !note.place().isEmpty())
                    .map(UpgradeReport::place)
                    .toList();
            if (!places.isEmpty()) {
                String named = places.stream().limit(MOST_NAMED).collect(Collectors.joining("、"));
                String more = places.size() > MOST_NAMED ? "……" : "";
                out.println("  " + TerminalText.of(key(fate), places.size(), named + more));
            }
        }
        step.notes().stream()
                .filter(note -> note.fate().compareTo(Fate.KEPT) >= 0)
                .forEach(note -> out.println(
                        "  " + TerminalText.of(key(note.fate()), place(note), text(note.mine()), text(note.next()))));
    }

    private static String key(Fate fate) {
        return switch (fate) {
            case ADDED -> "upgrade.added";
            case UPDATED -> "upgrade.updated";
            case REMOVED -> "upgrade.removed";
            case KEPT -> "upgrade.kept";
            case OUTDATED -> "upgrade.outdated";
            case LOST -> "upgrade.lost";
        };
    }

    private static String place(Note note) {
        return note.place().isEmpty() ? "" : note.place().substring(1).replace('/', '.');
    }

    private static String text(Optional<ConfigBlock> block) {
        String text = block.map(ConfigBlock::value)
                .map(value -> value.isTextual() ? value.asText().strip() : FlowText.of(value))
                .orElseGet(() -> TerminalText.of("upgrade.nothing"))
                .replaceAll("\\s*\\R\\s*", "／");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
