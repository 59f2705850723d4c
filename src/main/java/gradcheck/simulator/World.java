package gradcheck.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the make-believe platform knows: who is in scope, every chat, every violation, and what time it is. */
final class World {
    private final Map<String, List<Line>> chats = new ConcurrentHashMap<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<Consumer<Event>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicReference<@Nullable Instant> standing = new AtomicReference<>();
    private final Clock clock;
    private volatile List<Map<String, Object>> people = List.of();

    World(Clock clock) {
        this.clock = clock;
    }

    /** One bubble of a chat; {@code from} is person, bot or platform, {@code kind} text, notice or the medium's kind. */
    record Line(long id, String from, String kind, String text, String at) {}

    /** Something that a page shown anew would show: a line of this person's chat. */
    record Event(String userid, Line line) {}

    Instant now() {
        Instant moment = standing.get();
        return moment == null ? clock.instant() : moment;
    }

    /** Stops the clock at {@code moment}, or with null lets it run; gives what it was before, null if it ran. */
    @Nullable
    Instant standAt(@Nullable Instant moment) {
        return standing.getAndSet(moment);
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    void add(String userid, String from, String kind, String text) {
        Line line = new Line(nextId(), from, kind, text, now().toString());
        chats.computeIfAbsent(key(userid), k -> new CopyOnWriteArrayList<>()).add(line);
        watchers.forEach(watcher -> watcher.accept(new Event(userid, line)));
    }

    /** Tells {@code watcher} every line from now on, until the returned action is run. */
    Runnable watch(Consumer<Event> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    List<Line> chat(String userid) {
        return chats.getOrDefault(key(userid), List.of());
    }

    void violation(String what) {
        violations.add(what);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    void learn(List<Map<String, Object>> known) {
        List<Map<String, Object>> all = new ArrayList<>(known);
        all.add(Map.of("userid", "passer-by", "name", "路人甲", "role", "stranger", "college", ""));
        people = List.copyOf(all);
    }

    List<Map<String, Object>> people() {
        return people;
    }

    Optional<Map<String, Object>> member(String userid) {
        return people.stream()
                .filter(p -> key(String.valueOf(p.get("userid"))).equals(key(userid)))
                .findFirst();
    }

    boolean isMember(String userid) {
        return member(userid).isPresent();
    }

    private static String key(String userid) {
        return userid.toLowerCase(Locale.ROOT);
    }
}
