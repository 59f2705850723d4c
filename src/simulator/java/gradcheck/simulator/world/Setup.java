package gradcheck.simulator.world;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the simulator is started with: {@code --port}, {@code --bot}, {@code --patience} in milliseconds, {@code --log}
 * of the bot, {@code --at} a moment that the clock starts from, the application's settings, and after {@code --} the
 * command that starts the bot.
 */
public record Setup(
        int port,
        URI bot,
        String corpId,
        String agentId,
        String secret,
        String token,
        String aesKey,
        Duration patience,
        String log,
        String at,
        List<String> command) {
    /** How long the platform waits for the answer to a callback (page 90238). */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public static Setup of(String[] args, Map<String, String> environment) {
        int end = Arrays.asList(args).indexOf("--");
        int options = end < 0 ? args.length : end;
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < options; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        return new Setup(
                Integer.parseInt(given.getOrDefault("--port", "8899")),
                URI.create(given.getOrDefault("--bot", "http://127.0.0.1:8080")),
                environment.getOrDefault("WECOM_CORP_ID", "wwsimulated0000001"),
                environment.getOrDefault("WECOM_AGENT_ID", "1000002"),
                environment.getOrDefault("WECOM_SECRET", "simulated-secret"),
                environment.getOrDefault("WECOM_TOKEN", "simulatedtoken"),
                environment.getOrDefault("WECOM_ENCODING_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
                Duration.ofMillis(
                        Long.parseLong(given.getOrDefault("--patience", String.valueOf(PATIENCE.toMillis())))),
                given.getOrDefault("--log", "bot.log"),
                given.getOrDefault("--at", ""),
                end < 0 ? List.of() : Arrays.asList(args).subList(end + 1, args.length));
    }
}
