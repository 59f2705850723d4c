package gradcheck.simulator.world;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the make-believe platform knows: who is in scope, every chat, every violation, and what time it is. */
public final class World {
    private final Map<String, List<ChatLine>> chats = new ConcurrentHashMap<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<String> advice = new CopyOnWriteArrayList<>();
    private final List<Consumer<Event>> watchers = new CopyOnWriteArrayList<>();
    private final List<ClockChange> moments = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicReference<@Nullable Instant> standing = new AtomicReference<>();
    private final Clock clock;
    private volatile Map<String, Map<String, Object>> people = Map.of();

    public World(Clock clock) {
        this.clock = clock;
    }

    /** Something that a page shown anew would show; {@code name} is line, change, trouble, clock, menu, bot or wire. */
    public record Event(String name, Map<String, Object> about) {}

    /** A line and whose chat it stands in. */
    public record LineInChat(String userid, ChatLine line) {}

    /** The clock was set to a moment; {@code id} says between which lines. */
    public record ClockChange(long id, Instant at) {}

    public Instant now() {
        Instant moment = standing.get();
        return moment == null ? clock.instant() : moment;
    }

    /** Whether the clock was ever stopped; it then moves only when it is told to. */
    public boolean isStanding() {
        return standing.get() != null;
    }

    /** Stops the clock at {@code moment}, or with null lets it run; gives what it was before, null if it ran. */
    @Nullable
    public Instant standAt(@Nullable Instant moment) {
        return standing.getAndSet(moment);
    }

    /** Notes that somebody set the clock to now. */
    public void noteMoment() {
        moments.add(new ClockChange(nextId(), now()));
    }

    public List<ClockChange> moments() {
        return List.copyOf(moments);
    }

    public long nextId() {
        return ids.incrementAndGet();
    }

    public ChatLine add(String userid, String from, String kind, String text) {
        return add(userid, from, kind, text, Map.of());
    }

    public ChatLine add(String userid, String from, String kind, String text, Map<String, Object> more) {
        List<ChatLine> chat = chats.computeIfAbsent(key(userid), k -> new ArrayList<>());
        ChatLine line;
        synchronized (chat) {
            line = new ChatLine(nextId(), from, kind, text, now().toString(), more);
            chat.add(line);
        }
        tell("line", Map.of("userid", userid, "line", line));
        return line;
    }

    /** Changes a line where it stands; nothing happens when there is none of that id. */
    public void change(String userid, long id, UnaryOperator<ChatLine> how) {
        List<ChatLine> chat = chats.getOrDefault(key(userid), new ArrayList<>());
        synchronized (chat) {
            chat.replaceAll(line -> line.id() == id ? how.apply(line) : line);
        }
        line(userid, id).ifPresent(line -> tell("change", Map.of("userid", userid, "line", line)));
    }

    public Optional<ChatLine> line(String userid, long id) {
        return chat(userid).stream().filter(line -> line.id() == id).findFirst();
    }

    public List<ChatLine> chat(String userid) {
        List<ChatLine> chat = chats.getOrDefault(key(userid), new ArrayList<>());
        synchronized (chat) {
            return List.copyOf(chat);
        }
    }

    /** Every line of every chat in the order they came. */
    public List<LineInChat> everything() {
        return chats.keySet().stream()
                .flatMap(userid -> chat(userid).stream().map(line -> new LineInChat(userid, line)))
                .sorted(Comparator.comparingLong(said -> said.line().id()))
                .toList();
    }

    /** Tells {@code watcher} everything from now on, until the returned action is run. */
    public Runnable watch(Consumer<Event> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    public void tell(String name, Map<String, Object> about) {
        Event event = new Event(name, about);
        watchers.forEach(watcher -> watcher.accept(event));
    }

    /** The bot broke a published rule; {@code what} names its page. */
    public void violation(String what) {
        violations.add(what);
        tell("trouble", Map.of("what", what));
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** Strikes out what holds {@code part}: somebody broke a rule on purpose, to see it told. */
    public void forgive(String part) {
        violations.removeIf(what -> what.contains(part));
        tell("trouble", Map.of("what", ""));
    }

    /** Something a page only recommends; each is said once. */
    public void advise(String what) {
        if (!advice.contains(what)) {
            advice.add(what);
        }
    }

    public List<String> advice() {
        return List.copyOf(advice);
    }

    public void learn(List<Map<String, Object>> known) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        known.forEach(one -> all.put(key(String.valueOf(one.get("userid"))), one));
        Map<String, Object> stranger = Map.of("userid", "passer-by", "name", "路人甲", "role", "stranger", "college", "");
        all.put("passer-by", stranger);
        people = Collections.unmodifiableMap(all);
    }

    public List<Map<String, Object>> people() {
        return List.copyOf(people.values());
    }

    public Optional<Map<String, Object>> member(String userid) {
        return Optional.ofNullable(people.get(key(userid)));
    }

    public boolean isMember(String userid) {
        return people.containsKey(key(userid));
    }

    public static String key(String userid) {
        return userid.toLowerCase(Locale.ROOT);
    }
}
