package gradcheck.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.bot.Inspection;
import gradcheck.simulator.world.ApiError;
import gradcheck.simulator.world.ChatLine;
import gradcheck.simulator.world.MediaStore;
import gradcheck.simulator.world.Members;
import gradcheck.simulator.world.World;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** message/send once its form is right: the duplicate check, the receivers, each member's share, the chat. */
final class MessageSendApi {
    private static final int WINDOW_SECONDS = 1800;
    /** page 94867 */
    private static final Duration RECALLABLE = Duration.ofHours(24);

    private static final int RECALL_PAGE = 94867;

    private final World world;
    private final Inspection inspection;
    private final Members members;
    private final Shares shares;
    private final PlatformCards cards;
    private final MediaStore media;
    private final Map<String, CachedAnswer> seen = new HashMap<>();
    private final Map<String, SentMessage> sent = new HashMap<>();

    MessageSendApi(World world, Inspection inspection, Members members, PlatformCards cards, MediaStore media) {
        this.world = world;
        this.inspection = inspection;
        this.members = members;
        this.cards = cards;
        this.media = media;
        this.shares = new Shares(world);
    }

    private record CachedAnswer(Instant at, Map<String, Object> answer) {}

    /** A message that can be recalled: its line in each chat. */
    private record SentMessage(Instant at, Map<String, Long> lines) {}

    /** {@code raw} is the request as it came: only the same bytes count as a repetition (page 90236). */
    synchronized Map<String, Object> send(JsonNode message, String raw) throws InterruptedException {
        boolean checks = message.path("enable_duplicate_check").asInt() == 1;
        CachedAnswer earlier = checks ? seen.get(raw) : null;
        Duration window =
                Duration.ofSeconds(message.path("duplicate_check_interval").asInt(WINDOW_SECONDS));
        if (earlier != null && earlier.at().plus(window).isAfter(world.now())) {
            return earlier.answer();
        }
        Map<String, Object> answer = deliver(message);
        if (checks && Integer.valueOf(0).equals(answer.get("errcode"))) {
            seen.put(raw, new CachedAnswer(world.now(), answer));
        }
        return answer;
    }

    private Map<String, Object> deliver(JsonNode message) throws InterruptedException {
        Receivers receivers = receivers(Receivers.in(message.path("touser").asText()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("errcode", 0);
        answer.put("errmsg", "ok");
        answer.put("invaliduser", Receivers.joined(receivers.unknown()));
        answer.put("unlicenseduser", Receivers.joined(receivers.unlicensed()));
        if (receivers.known().isEmpty()) {
            // The body still carries invaliduser.
            answer.putAll(new ApiError(81013, "all receivers are invalid", SendRules.PAGE).answer());
            return answer;
        }
        List<String> reached =
                receivers.known().stream().filter(shares::takesOne).toList();
        String kind = message.path("msgtype").asText();
        String msgid = "sim" + world.nextId();
        if (kind.equals("template_card")) {
            Optional<ApiError> taken = cards.take(message.path(kind), reached, answer);
            if (taken.isPresent()) {
                world.violation("message/send: " + taken.get());
                return taken.get().answer();
            }
        } else {
            Map<String, Long> lines = new LinkedHashMap<>();
            reached.forEach(
                    userid -> lines.put(userid, show(userid, message, kind).id()));
            sent.put(msgid, new SentMessage(world.now(), lines));
        }
        answer.put("msgid", msgid);
        return answer;
    }

    private ChatLine show(String userid, JsonNode message, String kind) {
        if (!SendRules.MEDIA.contains(kind)) {
            return world.add(
                    userid, "bot", kind, message.path(kind).path("content").asText());
        }
        MediaStore.Stored one =
                media.find(message.path(kind).path("media_id").asText()).orElseThrow();
        return world.add(userid, "bot", kind, "[" + one.name() + "]", shown(one));
    }

    static Map<String, Object> shown(MediaStore.Stored one) {
        return Map.of("media", one.id(), "name", one.name(), "bytes", one.content().length);
    }

    /** Only what this application sent in the last 24 hours (page 94867). */
    synchronized Optional<ApiError> recall(String msgid) {
        SentMessage message = sent.get(msgid);
        if (message == null || !message.at().plus(RECALLABLE).isAfter(world.now())) {
            return Optional.of(new ApiError(40058, "a msgid unknown or older than 24 hours", RECALL_PAGE));
        }
        message.lines()
                .forEach((userid, line) ->
                        world.change(userid, line, l -> l.saying("（这条消息已撤回）").with("recalled", true)));
        return Optional.empty();
    }

    /** Asks the bot for its people again when a name is new; without an answer the name stays unknown. */
    private Receivers receivers(List<String> names) throws InterruptedException {
        boolean all = names.equals(List.of("@all"));
        if (!all && names.stream().allMatch(world::isMember)) {
            return Receivers.of(names, world, members);
        }
        try {
            inspection.learnPeople();
        } catch (IOException e) {
            return Receivers.of(names, world, members);
        }
        return Receivers.of(names, world, members);
    }
}
