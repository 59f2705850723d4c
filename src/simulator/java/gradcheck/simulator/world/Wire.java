package gradcheck.simulator.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What went over the wire lately: every callback with its tries, every call of the bot with its errcode. */
public final class Wire {
    private static final int MOST = 300;

    private final World world;
    private final Deque<Exchange> entries = new ArrayDeque<>();

    public Wire(World world) {
        this.world = world;
    }

    /**
     * One exchange.
     *
     * @param direction to (the platform calls the bot) or from (the bot calls the platform)
     * @param what the kind of callback, or the path below cgi-bin
     * @param result HTTP status or errcode, in words
     * @param fault the fault that was played, or empty
     */
    record Exchange(long id, String at, String direction, String what, String who, String result, String fault) {}

    public void callback(String what, String who, String result, String fault) {
        add("to", what, who, result, fault);
    }

    public void call(String what, String who, String result, String fault) {
        add("from", what, who, result, fault);
    }

    private void add(String direction, String what, String who, String result, String fault) {
        Exchange entry = new Exchange(world.nextId(), world.now().toString(), direction, what, who, result, fault);
        synchronized (entries) {
            entries.addLast(entry);
            if (entries.size() > MOST) {
                entries.removeFirst();
            }
        }
        world.tell("wire", Map.of("entry", entry));
    }

    /** Oldest first. */
    public List<Exchange> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }
}
