package gradcheck.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The plan of what goes wrong: the same seed and the same order of calls give the same faults. */
public final class InjectedFaults {
    /** Longer than the bot waits for an answer. */
    private static final long TIMEOUT_MILLIS = 12_000;

    private static final long WAIT_MILLIS = 2_000;
    /** A minute's limit blocks for a minute (page 90454). */
    private static final Duration BLOCKED = Duration.ofSeconds(60);

    private final World world;
    private final List<Planned> plan = new ArrayList<>();
    private Random random = new Random(1);
    private long seed = 1;
    private Instant blockedUntil = Instant.MIN;

    public InjectedFaults(World world) {
        this.world = world;
    }

    private static final class Planned {
        private final InjectedFault fault;
        private int struck;

        Planned(InjectedFault fault) {
            this.fault = fault;
        }

        boolean isLeft() {
            return fault.times() < 0 || struck < fault.times();
        }
    }

    /**
     * Replaces the plan by {@code {"seed": 7, "faults": [{"kind": "busy", "share": 0.2, "times": 3, "millis": 0}]}}.
     *
     * @throws IllegalArgumentException for a kind there is not
     */
    public synchronized void plan(JsonNode given) {
        List<Planned> wanted = new ArrayList<>();
        for (JsonNode one : given.path("faults")) {
            String kind = one.path("kind").asText();
            long wait = kind.equals("timeout") ? TIMEOUT_MILLIS : WAIT_MILLIS;
            InjectedFault fault = new InjectedFault(
                    kind,
                    one.path("share").asDouble(1),
                    one.path("times").asInt(-1),
                    one.path("millis").asLong(wait));
            fault.where();
            wanted.add(new Planned(fault));
        }
        seed = given.path("seed").asLong(1);
        random = new Random(seed);
        blockedUntil = Instant.MIN;
        plan.clear();
        plan.addAll(wanted);
        world.tell("faults", Map.of());
    }

    public synchronized Map<String, Object> shown() {
        List<Map<String, Object>> faults = new ArrayList<>();
        for (Planned planned : plan) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", planned.fault.kind());
            one.put("share", planned.fault.share());
            one.put("times", planned.fault.times());
            one.put("millis", planned.fault.millis());
            one.put("struck", planned.struck);
            faults.add(one);
        }
        return Map.of("seed", seed, "faults", faults);
    }

    /** What goes wrong this time in that place, if anything; it is counted. */
    public synchronized Optional<InjectedFault> strike(InjectedFault.Where where) {
        if (where == InjectedFault.Where.CALL && world.now().isBefore(blockedUntil)) {
            return Optional.of(new InjectedFault("limit", 1, -1, 0));
        }
        Optional<InjectedFault> struck = Optional.empty();
        for (Planned planned : plan) {
            // Every fault of the place draws, so that the rest of the plan does not depend on who struck.
            boolean hits =
                    planned.fault.where() == where && planned.isLeft() && random.nextDouble() < planned.fault.share();
            if (hits && struck.isEmpty()) {
                planned.struck++;
                struck = Optional.of(planned.fault);
            }
        }
        if (struck.filter(fault -> fault.kind().equals("limit")).isPresent()) {
            blockedUntil = world.now().plus(BLOCKED);
        }
        return struck;
    }
}
