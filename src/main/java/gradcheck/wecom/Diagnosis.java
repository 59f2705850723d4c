package gradcheck.wecom;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Asks the platform whether the application is set up as it should be; sends nothing to anybody. */
public final class Diagnosis {
    private final Api api;
    private final int agentId;

    public Diagnosis(WecomSettings settings, Clock clock) {
        this.api = new Api(settings, clock);
        this.agentId = settings.agentId();
    }

    /**
     * An answer of the platform.
     *
     * @param code the errcode; 0 is good, {@link #NO_ANSWER} means that nothing readable came, {@link Outcomes#UNTRUSTED}
     *     that whoever was there could not prove to be the platform
     */
    public record Finding(int code) {
        public static final int NO_ANSWER = -99_999;

        public boolean isGood() {
            return code == 0;
        }
    }

    /** Whether the secret gets a token (page 91039). */
    public Finding token() {
        return found(() -> {
            api.signIn();
            return new JsonObject();
        });
    }

    /** Whether calls from this address are taken, for this application (page 90227): 60020, 301002 … */
    public Finding application() {
        return found(this::agent);
    }

    /** Whether a person is within the visible scope (page 90196). */
    public Finding person(String userid) {
        return found(() -> answer("/cgi-bin/user/get", Map.of("userid", userid)));
    }

    /** Whether the application has its menu (page 90232): 46003 when none was published. */
    public Finding menu() {
        return found(() -> answer("/cgi-bin/menu/get", Map.of("agentid", Integer.toString(agentId))));
    }

    /** Whether the application is switched off in the console. */
    public Optional<Boolean> isClosed() {
        try {
            return Optional.of(agent().get("close").getAsInt() == 1);
        } catch (ApiException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private JsonObject agent() throws ApiException {
        return answer("/cgi-bin/agent/get", Map.of("agentid", Integer.toString(agentId)));
    }

    private JsonObject answer(String path, Map<String, String> query) throws ApiException {
        return api.ask(path, query);
    }

    @FunctionalInterface
    private interface Question {
        JsonObject ask() throws ApiException;
    }

    private static Finding found(Question question) {
        try {
            question.ask();
            return new Finding(0);
        } catch (ApiException e) {
            return new Finding(e.errcode());
        } catch (RuntimeException e) {
            return new Finding(Outcomes.isUntrusted(e) ? Outcomes.UNTRUSTED : Finding.NO_ANSWER);
        }
    }
}
