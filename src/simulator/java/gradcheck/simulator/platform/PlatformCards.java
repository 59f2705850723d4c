package gradcheck.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.world.ApiError;
import gradcheck.simulator.world.ChatLine;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Cards: a task_id serves once for ever, a response_code once within 72 hours (pages 90236, 94888). */
final class PlatformCards {
    private static final int PAGE = 94888;
    private static final Duration LIFE = Duration.ofDays(3);
    private static final Set<String> GREYABLE =
            Set.of("button_interaction", "vote_interaction", "multiple_interaction");

    private final Setup setup;
    private final World world;
    private final Map<String, SentCard> tasks = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();

    PlatformCards(Setup setup, World world) {
        this.setup = setup;
        this.world = world;
    }

    /** A card that was sent, and in which line of whose chat it stands. */
    private record SentCard(String id, JsonNode card, Map<String, Long> lines) {}

    private record Code(SentCard task, Instant at) {}

    /** Takes a card that is being sent; its response_code goes into the answer where the kind has one. */
    synchronized Optional<ApiError> take(JsonNode card, List<String> receivers, Map<String, Object> answer) {
        String id = card.path("task_id").asText();
        if (!id.isEmpty() && tasks.containsKey(id)) {
            return Optional.of(new ApiError(42014, "a task_id used before", SendRules.PAGE));
        }
        CardAdvice.about(card).forEach(world::advise);
        SentCard task = new SentCard(id.isEmpty() ? "untitled-" + world.nextId() : id, card, new HashMap<>());
        tasks.put(task.id(), task);
        receivers.forEach(userid -> show(userid, task));
        if (GREYABLE.contains(card.path("card_type").asText()) || card.has("action_menu")) {
            answer.put("response_code", code(task));
        }
        return Optional.empty();
    }

    private void show(String userid, SentCard task) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("card", task.card());
        more.put("task", task.id());
        ChatLine line = world.add(userid, "bot", "template_card", shown(task.card()), more);
        task.lines().put(World.key(userid), line.id());
    }

    /** Each tap gives a code of its own; empty when this person has no such card. */
    synchronized Optional<String> tapped(String userid, String taskId) {
        return Optional.ofNullable(tasks.get(taskId))
                .filter(task -> task.lines().containsKey(World.key(userid)))
                .map(this::code);
    }

    private String code(SentCard task) {
        String code = "response-" + world.nextId();
        codes.put(code, new Code(task, world.now()));
        return code;
    }

    /** invaliduser is an array here, and a joined text in message/send. */
    synchronized Map<String, Object> update(JsonNode body) {
        Optional<ApiError> refusal = refusal(body);
        if (refusal.isPresent()) {
            world.violation("message/update_template_card: " + refusal.get());
            return refusal.get().answer();
        }
        Code code =
                Objects.requireNonNull(codes.remove(body.path("response_code").asText()), "checked above");
        SentCard task = code.task();
        List<String> named = StreamSupport.stream(body.path("userids").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        boolean all = body.path("atall").asInt() == 1;
        List<String> people = all ? List.copyOf(task.lines().keySet()) : named;
        people.forEach(userid -> redraw(userid, task, body));
        List<String> unknown = people.stream()
                .filter(userid -> !task.lines().containsKey(World.key(userid)))
                .toList();
        return Map.of("errcode", 0, "errmsg", "ok", "invaliduser", unknown);
    }

    private void redraw(String userid, SentCard task, JsonNode body) {
        Long line = task.lines().get(World.key(userid));
        if (line == null) {
            return;
        }
        String label = body.path("button").path("replace_name").asText();
        JsonNode other = body.path("template_card");
        if (label.isEmpty()) {
            world.change(userid, line, l -> l.with("card", other)
                    .with("settled", other.path("replace_text").asText())
                    .saying(shown(other)));
        } else {
            world.change(userid, line, l -> l.with("settled", label)
                    .saying(shown(task.card()).replaceAll("(?m)^\\[.*]\n?", "") + "[" + label + "]"));
        }
    }

    private Optional<ApiError> refusal(JsonNode body) {
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
        Code given = codes.get(body.path("response_code").asText());
        if (given == null || !given.at().plus(LIFE).isAfter(world.now())) {
            // The page names no errcode of its own for this; 40058 is the bad parameter.
            return no(40058, "a response_code unknown, used or older than 72 hours");
        }
        String kind = given.task().card().path("card_type").asText();
        if (!replaces && !GREYABLE.contains(kind)) {
            return no(40058, "button.replace_name is not for a " + kind);
        }
        return replaces ? CardRules.refusalOfUpdate(body.path("template_card")) : Optional.empty();
    }

    /** A card for a reader of plain text: title, description, its lines, and what can be chosen. */
    static String shown(JsonNode card) {
        StringBuilder text = new StringBuilder();
        line(text, card.path("main_title").path("title"), "", "");
        line(text, card.path("main_title").path("desc"), "", "");
        line(text, card.path("sub_title_text"), "", "");
        card.path("horizontal_content_list")
                .forEach(
                        one -> line(text, one.path("value"), one.path("keyname").asText() + "：", ""));
        card.path("checkbox").path("option_list").forEach(one -> line(text, one.path("text"), "□ ", ""));
        card.path("select_list").forEach(one -> line(text, one.path("title"), "▾ ", ""));
        card.path("button_list").forEach(one -> line(text, one.path("text"), "[", "]"));
        line(text, card.path("submit_button").path("text"), "[", "]");
        return text.toString().strip();
    }

    private static void line(StringBuilder text, JsonNode value, String before, String after) {
        if (!value.asText().isEmpty()) {
            text.append(before).append(value.asText()).append(after).append('\n');
        }
    }

    private static Optional<ApiError> no(int code, String why) {
        return Optional.of(new ApiError(code, why, PAGE));
    }
}
