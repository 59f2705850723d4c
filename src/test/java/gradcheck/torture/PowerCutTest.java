package gradcheck.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code kill -9} can't tell whether a commit was synced, because the page cache survives it; a power cut can. */
@Tag("long")
class PowerCutTest {
    private static final long SEED = 20_270_315;

    @TempDir
    Path folder;

    @Test
    void a_power_cut_loses_no_answered_turn_and_would_without_the_sync_of_every_commit() throws Exception {
        Path shim = folder.resolve("powercut.so");
        assumeTrue(PowerCut.compile(shim), "left out: there is no C compiler (cc)");
        PowerCut cut = new PowerCut(folder, shim);
        PowerCut.Toll full = cut.run("FULL", 120, 40, SEED);
        assertThat(full.turns()).isEqualTo(480);
        assertThat(full.cutsThatLost()).as(full.row()).isZero();
        assertThat(full.damaged()).as(full.row()).isZero();
        PowerCut.Toll normal = cut.run("NORMAL", 120, 15, SEED);
        assertThat(normal.cutsThatLost()).as(normal.row()).isPositive();
        assertThat(normal.damaged()).as(normal.row()).isZero();
        System.out.println(PowerCut.Toll.head() + "\n" + full.row() + "\n" + normal.row());
    }
}
