package gradcheck.torture;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code scripts/torture}: power cuts and kills in their long form, on one page; ends with 1 at a broken promise. */
public final class TortureProgram {
    private static final int PORT = 21_280;
    /** Enough that nobody has to be asked twice, and that a reminder goes to hundreds. */
    private static final int STUDENTS = 3000;

    private static final int CUTS = 600;
    private static final int CUT_STUDENTS = 600;

    private TortureProgram() {}

    /** @param args the jar, the number of kills, the seed, the number of power cuts in each mode */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int rounds = Integer.parseInt(args[1]);
        long seed = Long.parseLong(args[2]);
        int cuts = args.length > 3 ? Integer.parseInt(args[3]) : CUTS;
        Path folder = Files.createTempDirectory("gradcheck-torture");
        boolean isGood = true;
        try {
            out.println("seed " + seed + ", load average "
                    + Files.readString(Path.of("/proc/loadavg")).strip());
            if (cuts > 0) {
                isGood = powerCuts(out, folder, cuts, seed);
            }
            if (rounds > 0) {
                Place place = new Place(folder, PORT, PORT + 1, List.of("-jar", args[0]));
                Torture torture = new Torture(place, STUDENTS, seed);
                Torture.Result result = torture.run(rounds);
                result.violations().addAll(torture.exported());
                out.println(result.page());
                isGood &= result.violations().isEmpty();
            }
        } finally {
            if (isGood) {
                Torture.delete(folder);
            } else {
                out.println("kept for a look: " + folder);
            }
        }
        System.exit(isGood ? 0 : 1);
    }

    private static boolean powerCuts(PrintStream out, Path folder, int cuts, long seed) throws Exception {
        Path shim = folder.resolve("powercut.so");
        if (!PowerCut.compile(shim)) {
            out.println("power cuts: left out, there is no C compiler (cc)");
            return true;
        }
        PowerCut cut = new PowerCut(folder, shim);
        PowerCut.Toll full = cut.run("FULL", CUT_STUDENTS, cuts, seed);
        PowerCut.Toll normal = cut.run("NORMAL", CUT_STUDENTS, cuts, seed);
        out.println(PowerCut.Toll.head() + "\n" + full.row() + "\n" + normal.row() + "\n");
        return full.cutsThatLost() == 0 && full.damaged() == 0 && normal.cutsThatLost() > 0;
    }
}
