package gradcheck.simulator.platform;

import gradcheck.simulator.world.ApiError;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The access token: one within its life, the same for every asker (page 91039). */
final class AccessTokens {
    static final int LIFE_SECONDS = 7200;
    private static final int PAGE = 91039;

    private final Setup setup;
    private final World world;
    private String token = "";
    private Instant until = Instant.EPOCH;

    AccessTokens(Setup setup, World world) {
        this.setup = setup;
        this.world = world;
    }

    /** 40013 for another company, 40001 for a wrong secret, 41004 for none. */
    Optional<ApiError> refusal(@Nullable String corpId, @Nullable String secret) {
        if (!setup.corpId().equals(corpId)) {
            return Optional.of(new ApiError(40013, "invalid corpid", PAGE));
        }
        if (secret == null || secret.isEmpty()) {
            return Optional.of(new ApiError(41004, "corpsecret missing", PAGE));
        }
        return setup.secret().equals(secret)
                ? Optional.empty()
                : Optional.of(new ApiError(40001, "invalid credential", PAGE));
    }

    /** The token ends early: whoever holds it is told 42001 (page 91039). */
    synchronized void expire() {
        until = world.now();
    }

    synchronized String current() {
        if (token.isEmpty() || !world.now().isBefore(until)) {
            token = "simulated-" + world.nextId();
            until = world.now().plusSeconds(LIFE_SECONDS);
        }
        return token;
    }

    /** 41001 without a token, 40014 for one never given, 42001 for one past its life. */
    synchronized Optional<ApiError> check(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return Optional.of(new ApiError(41001, "access_token missing", PAGE));
        }
        if (!given.equals(token)) {
            return Optional.of(new ApiError(40014, "invalid access_token", PAGE));
        }
        return world.now().isBefore(until)
                ? Optional.empty()
                : Optional.of(new ApiError(42001, "access_token expired", PAGE));
    }
}
