package gradcheck.config;

import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The self-built application's settings, from the environment only. */
public final class Wecom {
    private static final List<String> FOR_CALLS =
            List.of("WECOM_CORP_ID", "WECOM_AGENT_ID", "WECOM_SECRET", "WECOM_API_URL");
    private static final List<String> FOR_CALLBACKS =
            List.of("WECOM_TOKEN", "WECOM_ENCODING_AES_KEY", "WECOM_TOKEN_PREVIOUS", "WECOM_ENCODING_AES_KEY_PREVIOUS");

    private Wecom() {}

    /** All that {@code serve} needs. */
    public static WecomSettings complete(Environment environment) throws ConfigFaults {
        List<String> needed = new ArrayList<>(FOR_CALLS);
        needed.addAll(FOR_CALLBACKS);
        return settings(environment, needed);
    }

    /** What is needed to call the platform, without being called by it. */
    public static WecomSettings forCalls(Environment environment) throws ConfigFaults {
        return settings(environment, FOR_CALLS);
    }

    private static WecomSettings settings(Environment environment, List<String> needed) throws ConfigFaults {
        Settings.check(environment, needed);
        List<WecomSettings.Lock> locks = new ArrayList<>();
        lock(environment, "WECOM_TOKEN", "WECOM_ENCODING_AES_KEY").ifPresent(locks::add);
        previousLock(environment).ifPresent(locks::add);
        return new WecomSettings(
                environment.get("WECOM_CORP_ID").orElseThrow(),
                Integer.parseInt(environment.get("WECOM_AGENT_ID").orElseThrow()),
                new Secret(environment.get("WECOM_SECRET").orElseThrow()),
                locks,
                environment.get("WECOM_API_URL").orElse("https://qyapi.weixin.qq.com"));
    }

    /** Where only one of the two is being changed, the other is the present one. */
    private static Optional<WecomSettings.Lock> previousLock(Environment environment) {
        Optional<String> token = environment.get("WECOM_TOKEN_PREVIOUS");
        Optional<String> key = environment.get("WECOM_ENCODING_AES_KEY_PREVIOUS");
        if (token.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        return token.or(() -> environment.get("WECOM_TOKEN"))
                .flatMap(t -> key.or(() -> environment.get("WECOM_ENCODING_AES_KEY"))
                        .map(k -> new WecomSettings.Lock(new Secret(t), new Secret(k))));
    }

    private static Optional<WecomSettings.Lock> lock(Environment environment, String token, String key) {
        return environment
                .get(token)
                .flatMap(t -> environment.get(key).map(k -> new WecomSettings.Lock(new Secret(t), new Secret(k))));
    }
}
