package gradcheck.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gradcheck.message.Directory;
import gradcheck.message.PersonId;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Members as user/get tells of them (page 90196): of a new application's members only the name and the status. */
public final class WecomDirectory implements Directory {
    private static final Logger log = LoggerFactory.getLogger(WecomDirectory.class);
    /** No such userid. */
    private static final int NOT_FOUND = 60111;
    /** The status of who has left the company. */
    private static final int LEFT = 5;

    private final Api api;

    public WecomDirectory(WecomSettings settings, Clock clock) {
        this.api = new Api(settings, clock);
    }

    @Override
    public Answer ask(PersonId person) {
        try {
            return member(api.ask("/cgi-bin/user/get", Map.of("userid", person.value())));
        } catch (ApiException e) {
            int code = e.errcode();
            if (code == NOT_FOUND) {
                return new Answer.Nobody();
            }
            log.warn("event=member_unknown errcode={}", code);
        } catch (RuntimeException e) {
            log.warn("event=member_unknown cause={}", e.getClass().getSimpleName());
        }
        return new Answer.CannotTell();
    }

    /** An answer that names no userid tells nothing, whatever errcode it has. */
    private static Answer member(JsonObject json) {
        if (text(json, "userid").isEmpty()) {
            return new Answer.CannotTell();
        }
        boolean hasLeft = text(json, "status").equals(Integer.toString(LEFT));
        return hasLeft ? new Answer.Nobody() : new Answer.Member(text(json, "name"));
    }

    private static String text(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value == null || !value.isJsonPrimitive()
                ? ""
                : value.getAsString().strip();
    }
}
