package gradcheck.domain.status;

import gradcheck.domain.Season;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** By what a stored status was made: whatever of the config and of this program it follows from, as one number. */
public final class StatusRules {
    /** To be raised when the same facts lead to another status than before. */
    private static final int DERIVATION = 1;

    private StatusRules() {}

    /** Two seasons with the same number make the same status of the same facts. */
    public static long of(Season season) {
        List<Object> parts = List.of(
                DERIVATION,
                Arrays.toString(StudentState.values()),
                season.registrationRequired(),
                season.recordCloses().map(LocalDate::toString).orElse(""),
                season.photoDeadline(),
                Season.PHOTO_LOOK_AGAIN_DAYS,
                season.zone());
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
