package gradcheck.simulator.world;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What differs from person to person: the client they read in, and whether the application reaches them. */
public final class Members {
    /** WeCom itself, or the WeChat plug-in, which shows neither cards nor Markdown (page 90236). */
    public static final Set<String> CLIENTS = Set.of("wecom", "plugin");

    /** In scope; outside the visible scope; in scope without the interface licence (page 90236). */
    public static final Set<String> REACH = Set.of("ok", "outside", "unlicensed");

    private final Map<String, String> clients = new ConcurrentHashMap<>();
    private final Map<String, String> reach = new ConcurrentHashMap<>();

    /** Empty leaves a setting as it is; false for a word that is none. */
    public boolean set(String userid, String client, String reached) {
        boolean known =
                (client.isEmpty() || CLIENTS.contains(client)) && (reached.isEmpty() || REACH.contains(reached));
        if (known && !client.isEmpty()) {
            clients.put(World.key(userid), client);
        }
        if (known && !reached.isEmpty()) {
            reach.put(World.key(userid), reached);
        }
        return known;
    }

    public String client(String userid) {
        return clients.getOrDefault(World.key(userid), "wecom");
    }

    public boolean isOutside(String userid) {
        return reach(userid).equals("outside");
    }

    public boolean isUnlicensed(String userid) {
        return reach(userid).equals("unlicensed");
    }

    public String reach(String userid) {
        return reach.getOrDefault(World.key(userid), "ok");
    }
}
