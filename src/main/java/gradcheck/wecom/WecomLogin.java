package gradcheck.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gradcheck.message.PersonId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who opens a page, by WeCom's OAuth (pages 91022, 91023): a code serves once and for five minutes. */
public final class WecomLogin {
    private static final Logger log = LoggerFactory.getLogger(WecomLogin.class);
    private static final String PLATFORM = "qyapi.weixin.qq.com";
    private static final String AUTHORIZE = "/connect/oauth2/authorize";

    private final Api api;
    private final WecomSettings settings;

    public WecomLogin(WecomSettings settings, Clock clock) {
        this.api = new Api(settings, clock);
        this.settings = settings;
    }

    /** Where the browser is sent, to come back with a code; another platform than WeCom's own has the page beside its API. */
    public String address(String back) {
        boolean real = PLATFORM.equals(URI.create(settings.apiUrl()).getHost());
        String base = real ? "https://open.weixin.qq.com" : settings.apiUrl();
        return base + AUTHORIZE + "?appid=" + encoded(settings.corpId()) + "&redirect_uri=" + encoded(back)
                + "&response_type=code&scope=snsapi_base&state=page&agentid=" + settings.agentId()
                + "#wechat_redirect";
    }

    /** The member the code is of; empty for everybody else, and when the platform does not say. */
    public Optional<PersonId> userOf(String code) {
        try {
            JsonObject json = api.ask("/cgi-bin/auth/getuserinfo", Map.of("code", code));
            JsonElement userid = json.has("userid") ? json.get("userid") : json.get("UserId");
            return Optional.ofNullable(userid)
                    .map(JsonElement::getAsString)
                    .filter(u -> !u.isBlank())
                    .map(PersonId::new);
        } catch (ApiException e) {
            log.warn("event=login_failed errcode={}", e.errcode());
        } catch (RuntimeException e) {
            log.warn("event=login_failed cause={}", e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
