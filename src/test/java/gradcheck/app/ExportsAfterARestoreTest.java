package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.PersonId;
import gradcheck.roster.write.AuditFile;
import gradcheck.roster.write.ConfirmationFile;
import gradcheck.roster.write.Exports;
import gradcheck.store.engine.Backups;
import gradcheck.store.record.Audit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A5: what was exported before a restore stays a proof, and what is exported after it goes on from the same lines. */
class ExportsAfterARestoreTest extends OnABot {
    private static final Instant LATER = Instant.parse("2027-03-15T04:00:00Z");

    private record Exported(String confirmations, String proof, String audit) {
        void verifies(int confirmed) {
            assertThat(ConfirmationFile.check(bytes(confirmations), bytes(proof)))
                    .isInstanceOfSatisfying(ConfirmationFile.Verdict.Intact.class, intact -> assertThat(intact.lines())
                            .isEqualTo(confirmed));
            assertThat(AuditFile.check(bytes(audit)).orElseThrow().fault()).isEmpty();
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private void confirmed(String name) {
        PersonId who = bot.named(name).orElseThrow();
        for (String word : new String[] {"开始核对", "已阅读", "无误", "我确认"}) {
            say(who, word);
        }
    }

    private Exported exported() {
        Exports exports = new Exports(TestSettings.season());
        return bot.store().read(tables -> {
            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            ByteArrayOutputStream audit = new ByteArrayOutputStream();
            try {
                String proof = exports.writeProved(
                                new Exports.Order(Exports.Kind.CONFIRMATIONS, "", Exports.Format.CSV), tables, csv)
                        .json();
                exports.writeAudit(Exports.Format.CSV, tables, audit);
                return new Exported(
                        csv.toString(StandardCharsets.UTF_8), proof, audit.toString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void exports_of_before_and_of_the_gap_verify_and_the_new_ones_go_on_from_the_copy() throws Exception {
        confirmed("李四");
        Exported before = exported();
        String address = "jdbc:sqlite:" + bot.file();
        Path copy = folder.resolve("copy.db");
        Backups.copy(address, copy, bot.now());
        confirmed("张三");
        Exported gap = exported();
        Audit.Entry told = new Audit.Entry("r1", LATER, new PersonId("terminal"), "restore", "", "ok");
        bot.stoppedFor(() -> Backups.restore(copy, address, new Backups.Way(Optional.empty(), told, "old")));
        confirmed("赵六");
        Exported after = exported();
        before.verifies(1);
        gap.verifies(2);
        after.verifies(2);
        assertThat(after.confirmations())
                .startsWith(before.confirmations())
                .contains("赵六")
                .doesNotContain("张三");
        assertThat(after.audit()).startsWith(before.audit()).contains(",restore,");
    }
}
