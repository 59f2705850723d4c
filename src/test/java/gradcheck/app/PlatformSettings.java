package gradcheck.app;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** All that a bot must be told, with a platform of the test's own; what may never be shown says so: CANARY. */
public final class PlatformSettings {
    private PlatformSettings() {}

    public static Map<String, String> of(String url, Path folder) {
        return new HashMap<>(Map.of(
                "WECOM_CORP_ID", "ww1",
                "WECOM_AGENT_ID", "1000002",
                "WECOM_SECRET", "CANARY",
                "WECOM_TOKEN", "t",
                "WECOM_ENCODING_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
                "WECOM_API_URL", url,
                "GRADCHECK_DATABASE", "jdbc:sqlite:" + folder.resolve("d.db"),
                "GRADCHECK_DATA_KEY", Base64.getEncoder().encodeToString(new byte[32])));
    }
}
