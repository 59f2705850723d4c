package gradcheck.season;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Chance that is the same for the same seed, where the bot wants the real one: so that a seed tells one story only. */
final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient SplittableRandom source;

    SeededRandom(long seed) {
        source = new SplittableRandom(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
