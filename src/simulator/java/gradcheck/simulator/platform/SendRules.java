package gradcheck.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.world.ApiError;
import gradcheck.simulator.world.MediaStore;
import gradcheck.simulator.world.Setup;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The published limits of message/send (page 90236), those of the kinds of message this platform shows. */
final class SendRules {
    static final int PAGE = 90236;
    static final int MOST_RECEIVERS = 1000;
    static final Set<String> MEDIA = Set.of("image", "voice", "video", "file");
    private static final int MOST_PARTIES = 100;
    private static final int TEXT_BYTES = 2048;
    private static final int LONGEST_WINDOW = 14_400;

    private final Setup setup;
    private final MediaStore media;

    SendRules(Setup setup, MediaStore media) {
        this.setup = setup;
        this.media = media;
    }

    Optional<ApiError> refusal(JsonNode message) {
        return envelope(message).or(() -> content(message));
    }

    private Optional<ApiError> envelope(JsonNode message) {
        if (!message.path("agentid").asText().equals(setup.agentId())) {
            return no(301002, "the agentid is not the token's");
        }
        if (count(message, "touser") > MOST_RECEIVERS) {
            return no(40032, "more than 1,000 receivers");
        }
        if (count(message, "toparty") > MOST_PARTIES) {
            return no(82002, "more than 100 parties");
        }
        if (count(message, "totag") > MOST_PARTIES) {
            return no(82003, "more than 100 tags");
        }
        if (count(message, "touser") + count(message, "toparty") + count(message, "totag") == 0) {
            return no(40063, "no receiver");
        }
        if (message.path("duplicate_check_interval").asInt() > LONGEST_WINDOW) {
            return no(40058, "duplicate_check_interval over four hours");
        }
        return Optional.empty();
    }

    private Optional<ApiError> content(JsonNode message) {
        String kind = message.path("msgtype").asText();
        if (MEDIA.contains(kind)) {
            boolean known = media.isUsable(message.path(kind).path("media_id").asText(), kind);
            return known ? Optional.empty() : no(40007, "unknown, expired or other kind of media_id");
        }
        return switch (kind) {
            case "text", "markdown" -> text(message.path(kind).path("content").asText());
            case "template_card" -> message.path("safe").asInt() == 0
                    ? CardRules.refusal(message.path(kind))
                    : no(40058, "safe is not for a template_card");
            default -> no(40008, "msgtype " + kind + " is not one this platform shows");
        };
    }

    /** The real platform cuts a long text without a word; here it is refused, so that a bot's mistake is seen. */
    private static Optional<ApiError> text(String text) {
        if (text.isEmpty()) {
            return no(44004, "empty content");
        }
        return bytes(text) > TEXT_BYTES ? no(45002, "content over 2,048 bytes") : Optional.empty();
    }

    private static int count(JsonNode message, String field) {
        return Receivers.in(message.path(field).asText()).size();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Optional<ApiError> no(int code, String why) {
        return Optional.of(new ApiError(code, why, PAGE));
    }
}
