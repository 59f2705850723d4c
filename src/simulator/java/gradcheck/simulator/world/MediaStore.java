package gradcheck.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Media by id, usable for three days (pages 90253, 90254). */
public final class MediaStore {
    private static final int PAGE = 90253;
    private static final Duration LIFE = Duration.ofDays(3);
    private static final long SMALLEST = 5;
    private static final long MEGABYTE = 1024 * 1024;
    private static final Map<String, Long> MOST_BYTES =
            Map.of("image", 10 * MEGABYTE, "voice", 2 * MEGABYTE, "video", 10 * MEGABYTE, "file", 20 * MEGABYTE);
    /** What each kind may be by its name; any name is right for a file. */
    private static final Map<String, Set<String>> ENDINGS =
            Map.of("image", Set.of("jpg", "jpeg", "png"), "voice", Set.of("amr"), "video", Set.of("mp4"));

    private final World world;
    private final Map<String, Stored> stored = new ConcurrentHashMap<>();

    public MediaStore(World world) {
        this.world = world;
    }

    /** A medium as it was uploaded; {@code content} must not be changed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Stored(String id, String kind, String name, byte[] content, Instant at) {}

    public Optional<ApiError> refusal(String kind, String name, long bytes) {
        Long most = MOST_BYTES.get(kind);
        if (most == null) {
            return Optional.of(new ApiError(40004, "type is image, voice, video or file", PAGE));
        }
        if (bytes <= SMALLEST || bytes > most) {
            return Optional.of(new ApiError(40006, "a " + kind + " of " + bytes + " bytes", PAGE));
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.containsKey(kind) && !ENDINGS.get(kind).contains(ending)
                ? Optional.of(new ApiError(40005, "a " + kind + " named " + name, PAGE))
                : Optional.empty();
    }

    public Stored store(String kind, String name, byte[] content) {
        String id = "media-" + world.nextId();
        Stored one = new Stored(id, kind, name, content, world.now());
        stored.put(id, one);
        return one;
    }

    public static Map<String, Object> answer(Stored one) {
        return Map.of(
                "errcode",
                0,
                "errmsg",
                "ok",
                "type",
                one.kind(),
                "media_id",
                one.id(),
                "created_at",
                Long.toString(one.at().getEpochSecond()));
    }

    public boolean isUsable(String id, String kind) {
        return usable(id).filter(one -> one.kind().equals(kind)).isPresent();
    }

    public Optional<Stored> usable(String id) {
        return find(id).filter(one -> one.at().plus(LIFE).isAfter(world.now()));
    }

    /** Whatever its age: a chat still shows what was sent long ago. */
    public Optional<Stored> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }
}
