package gradcheck.wecom;

import java.util.List;

/**
 * The self-built application's settings.
 *
 * @param locks token and key of the callback; the current pair first, then those still accepted while they are changed
 * @param apiUrl the platform's base address without a trailing slash
 */
public record WecomSettings(String corpId, int agentId, Secret secret, List<Lock> locks, String apiUrl) {
    public WecomSettings {
        locks = List.copyOf(locks);
    }

    /** What signs and seals callbacks. */
    public record Lock(Secret token, Secret encodingAesKey) {}
}
