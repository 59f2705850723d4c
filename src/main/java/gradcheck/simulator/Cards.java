package gradcheck.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Cards with buttons: a task_id serves once for ever, a response_code once within 72 hours (pages 90236, 94888). */
final class Cards {
    private static final int PAGE = 94888;
    private static final Duration LIFE = Duration.ofDays(3);

    private final Setup setup;
    private final World world;
    private final Set<String> tasks = new HashSet<>();
    private final Map<String, Instant> codes = new HashMap<>();

    Cards(Setup setup, World world) {
        this.setup = setup;
        this.world = world;
    }

    /** Takes a card that is being sent and puts its response_code into the answer. */
    synchronized Optional<Refusal> take(JsonNode card, Map<String, Object> answer) {
        if (!tasks.add(card.path("task_id").asText())) {
            return Optional.of(new Refusal(42014, "a task_id used before", SendRules.PAGE));
        }
        String code = "response-" + world.nextId();
        codes.put(code, world.now());
        answer.put("response_code", code);
        return Optional.empty();
    }

    /** invaliduser is an array here, and a joined text in message/send. */
    synchronized Map<String, Object> update(JsonNode body) {
        Optional<Refusal> refusal = refusal(body);
        if (refusal.isPresent()) {
            world.violation("message/update_template_card: " + refusal.get());
            return refusal.get().answer();
        }
        codes.remove(body.path("response_code").asText());
        List<String> names = StreamSupport.stream(body.path("userids").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        Receivers receivers = Receivers.of(names, world);
        String label = body.path("button").path("replace_name").asText();
        String shown = label.isEmpty() ? shown(body.path("template_card")) : "[" + label + "]";
        receivers.known().forEach(userid -> world.add(userid, "bot", "update_template_card", shown));
        return Map.of("errcode", 0, "errmsg", "ok", "invaliduser", receivers.unknown());
    }

    private Optional<Refusal> refusal(JsonNode body) {
        if (!body.path("agentid").asText().equals(setup.agentId())) {
            return no(301002, "the agentid is not the token's");
        }
        if (body.path("userids").size() > SendRules.MOST_RECEIVERS) {
            return no(40032, "more than 1,000 receivers");
        }
        boolean replaces = body.path("button").path("replace_name").asText().isEmpty();
        if (replaces && body.path("template_card").isMissingNode()) {
            return no(40063, "neither button.replace_name nor template_card");
        }
        Instant given = codes.get(body.path("response_code").asText());
        // The page names no errcode of its own for this; 40058 is the bad parameter.
        return given != null && given.plus(LIFE).isAfter(world.now())
                ? Optional.empty()
                : no(40058, "a response_code unknown, used or older than 72 hours");
    }

    /** A card as the chat shows it: title, description, and a line for each button. */
    static String shown(JsonNode card) {
        StringBuilder text =
                new StringBuilder(card.path("main_title").path("title").asText());
        text.append('\n').append(card.path("main_title").path("desc").asText());
        card.path("button_list")
                .forEach(button ->
                        text.append("\n[").append(button.path("text").asText()).append(']'));
        return text.toString();
    }

    private static Optional<Refusal> no(int code, String why) {
        return Optional.of(new Refusal(code, why, PAGE));
    }
}
