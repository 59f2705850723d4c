package gradcheck.simulator;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What the simulator is started with: {@code --port}, {@code --bot}, and the application's settings. */
record Setup(int port, URI bot, String corpId, String agentId, String secret, String token, String aesKey) {

    static Setup of(String[] args, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        return new Setup(
                Integer.parseInt(given.getOrDefault("--port", "8899")),
                URI.create(given.getOrDefault("--bot", "http://127.0.0.1:8080")),
                environment.getOrDefault("WECOM_CORP_ID", "wwsimulated0000001"),
                environment.getOrDefault("WECOM_AGENT_ID", "1000002"),
                environment.getOrDefault("WECOM_SECRET", "simulated-secret"),
                environment.getOrDefault("WECOM_TOKEN", "simulatedtoken"),
                environment.getOrDefault("WECOM_ENCODING_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"));
    }
}
