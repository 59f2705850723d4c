package gradcheck.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** message/send once its form is right: the duplicate check, the receivers, each member's share, the chat. */
final class Sending {
    private static final int WINDOW_SECONDS = 1800;

    private final World world;
    private final Inspection inspection;
    private final Shares shares;
    private final Cards cards;
    private final Map<String, Earlier> seen = new HashMap<>();

    Sending(World world, Inspection inspection, Cards cards) {
        this.world = world;
        this.inspection = inspection;
        this.cards = cards;
        this.shares = new Shares(world);
    }

    private record Earlier(Instant at, Map<String, Object> answer) {}

    /** {@code raw} is the request as it came: only the same bytes count as a repetition (page 90236). */
    synchronized Map<String, Object> send(JsonNode message, String raw) throws InterruptedException {
        boolean checks = message.path("enable_duplicate_check").asInt() == 1;
        Earlier earlier = checks ? seen.get(raw) : null;
        Duration window =
                Duration.ofSeconds(message.path("duplicate_check_interval").asInt(WINDOW_SECONDS));
        if (earlier != null && earlier.at().plus(window).isAfter(world.now())) {
            return earlier.answer();
        }
        Map<String, Object> answer = deliver(message);
        if (checks && Integer.valueOf(0).equals(answer.get("errcode"))) {
            seen.put(raw, new Earlier(world.now(), answer));
        }
        return answer;
    }

    private Map<String, Object> deliver(JsonNode message) throws InterruptedException {
        Receivers receivers = receivers(Receivers.in(message.path("touser").asText()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("errcode", 0);
        answer.put("errmsg", "ok");
        answer.put("invaliduser", receivers.invalid());
        if (receivers.known().isEmpty()) {
            // The body still carries invaliduser.
            answer.putAll(new Refusal(81013, "all receivers are invalid", SendRules.PAGE).answer());
            return answer;
        }
        String kind = message.path("msgtype").asText();
        if (kind.equals("template_card")) {
            Optional<Refusal> taken = cards.take(message.path(kind), answer);
            if (taken.isPresent()) {
                world.violation("message/send: " + taken.get());
                return taken.get().answer();
            }
        }
        receivers.known().stream()
                .filter(shares::takesOne)
                .forEach(userid -> world.add(userid, "bot", kind, shown(message, kind)));
        answer.put("msgid", "sim" + world.nextId());
        return answer;
    }

    /** Asks the bot for its people again when a name is new; without an answer the name stays unknown. */
    private Receivers receivers(List<String> names) throws InterruptedException {
        Receivers first = Receivers.of(names, world);
        if (first.unknown().isEmpty() && !first.known().isEmpty()) {
            return first;
        }
        try {
            inspection.learnPeople();
        } catch (IOException e) {
            return first;
        }
        return Receivers.of(names, world);
    }

    private static String shown(JsonNode message, String kind) {
        return switch (kind) {
            case "text", "markdown" -> message.path(kind).path("content").asText();
            case "template_card" -> Cards.shown(message.path(kind));
            default -> "[" + kind + "]";
        };
    }
}
