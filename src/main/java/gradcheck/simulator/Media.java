package gradcheck.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** media/upload (page 90253): what was uploaded, usable for three days; the content itself is not kept. */
final class Media {
    private static final int PAGE = 90253;
    private static final Duration LIFE = Duration.ofDays(3);
    private static final long SMALLEST = 5;
    private static final long MEGABYTE = 1024 * 1024;
    private static final Map<String, Long> MOST_BYTES =
            Map.of("image", 10 * MEGABYTE, "voice", 2 * MEGABYTE, "video", 10 * MEGABYTE, "file", 20 * MEGABYTE);

    private final World world;
    private final Map<String, Stored> stored = new ConcurrentHashMap<>();

    Media(World world) {
        this.world = world;
    }

    private record Stored(String kind, Instant at) {}

    Optional<Refusal> refusal(String kind, long bytes) {
        Long most = MOST_BYTES.get(kind);
        if (most == null) {
            return Optional.of(new Refusal(40004, "type is image, voice, video or file", PAGE));
        }
        return bytes > SMALLEST && bytes <= most
                ? Optional.empty()
                : Optional.of(new Refusal(40006, "a " + kind + " of " + bytes + " bytes", PAGE));
    }

    Map<String, Object> store(String kind) {
        String id = "media-" + world.nextId();
        stored.put(id, new Stored(kind, world.now()));
        String created = Long.toString(world.now().getEpochSecond());
        return Map.of("errcode", 0, "errmsg", "ok", "type", kind, "media_id", id, "created_at", created);
    }

    boolean isUsable(String id, String kind) {
        Stored found = stored.get(id);
        return found != null
                && found.kind().equals(kind)
                && found.at().plus(LIFE).isAfter(world.now());
    }
}
