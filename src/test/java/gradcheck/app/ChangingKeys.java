package gradcheck.app;

import gradcheck.config.Environment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The settings of a bot whose data key is being changed; a key is told by its number. */
public final class ChangingKeys {
    private final Map<String, String> variables = new HashMap<>();

    public ChangingKeys(Path file) {
        variables.put("GRADCHECK_DATABASE", "jdbc:sqlite:" + file);
    }

    private static String key(int n) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) n);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @param previous 0: none is given */
    public Environment with(int key, int previous) {
        variables.put("GRADCHECK_DATA_KEY", key(key));
        variables.remove("GRADCHECK_DATA_KEY_PREVIOUS");
        if (previous > 0) {
            variables.put("GRADCHECK_DATA_KEY_PREVIOUS", key(previous));
        }
        return new Environment(Map.copyOf(variables));
    }

    public String database() {
        return variables.get("GRADCHECK_DATABASE");
    }

    Map<String, String> variables() {
        return Map.copyOf(variables);
    }
}
