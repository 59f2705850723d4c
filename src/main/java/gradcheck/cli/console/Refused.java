package gradcheck.cli.console;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.config.TerminalText;
import gradcheck.roster.read.RosterFile.RefusedRow;
import gradcheck.roster.write.ErrorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells which rows of a file did not go in, on the terminal in brief and in {@code FILE.errors.xlsx} in full. */
public final class Refused {
    private static final int SHOWN = 5;
    private static final int LISTED = 10;

    private Refused() {}

    /**
     * The rows, and the file with all of them; one of an earlier import goes away when nothing was refused now.
     *
     * @param taken how many rows were not refused
     * @throws Failure if all of them were: the list is not in
     */
    public static void write(AppContext ready, Path file, List<RefusedRow> rows, int taken)
            throws IOException, Failure {
        Path errors = Path.of(file + ".errors.xlsx");
        if (rows.isEmpty()) {
            Files.deleteIfExists(errors);
            return;
        }
        rows.stream()
                .limit(SHOWN)
                .forEach(r -> System.out.println(
                        TerminalText.of("roster.row", r.number(), ready.copy().render(r.why()))));
        int written = Output.write(errors, out -> {
            ErrorsFile.write(out, rows, ready.copy()::render);
            return rows.size();
        });
        System.out.println(TerminalText.of("roster.errors", written, errors));
        if (taken == 0) {
            throw new Failure("in.all.refused", file);
        }
    }

    /** A line about several things, the first of them by name. */
    public static void list(String key, List<String> things) {
        if (!things.isEmpty()) {
            String shown = String.join("、", things.subList(0, Math.min(LISTED, things.size())));
            System.out.println(TerminalText.of(key, things.size(), things.size() > LISTED ? shown + " ……" : shown));
        }
    }
}
