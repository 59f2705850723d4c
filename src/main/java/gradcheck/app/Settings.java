package gradcheck.app;

import java.util.List;

/** The environment variables there are (interface.md §2), for whoever wants to see them all. */
final class Settings {
    static final List<Known> ALL = List.of(
            needed("WECOM_CORP_ID"),
            needed("WECOM_AGENT_ID"),
            secret("WECOM_SECRET"),
            secret("WECOM_TOKEN"),
            secret("WECOM_ENCODING_AES_KEY"),
            secret("GRADCHECK_DATA_KEY"),
            hidden("WECOM_TOKEN_PREVIOUS"),
            hidden("WECOM_ENCODING_AES_KEY_PREVIOUS"),
            hidden("GRADCHECK_DATA_KEY_PREVIOUS"),
            optional("WECOM_API_URL", "https://qyapi.weixin.qq.com"),
            optional("GRADCHECK_HOST", "0.0.0.0"),
            optional("GRADCHECK_PORT", "8080"),
            optional("GRADCHECK_ADMIN_PORT", ""),
            optional("GRADCHECK_DATABASE", "jdbc:sqlite:data/gradcheck.db"),
            optional("GRADCHECK_PUBLIC_URL", ""),
            optional("GRADCHECK_SEASON", ""),
            optional("GRADCHECK_CONFIG", "config"),
            optional("GRADCHECK_ZONE", "Asia/Shanghai"),
            optional("GRADCHECK_REHEARSAL", "false"));

    private Settings() {}

    /**
     * A variable.
     *
     * @param standard what holds where it is unset; empty: nothing, or what the config says
     */
    record Known(String name, boolean isNeeded, boolean isSecret, String standard) {}

    private static Known needed(String name) {
        return new Known(name, true, false, "");
    }

    private static Known secret(String name) {
        return new Known(name, true, true, "");
    }

    /** Needed only while it is being changed. */
    private static Known hidden(String name) {
        return new Known(name, false, true, "");
    }

    private static Known optional(String name, String standard) {
        return new Known(name, false, false, standard);
    }
}
