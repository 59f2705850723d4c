package gradcheck.config;

import gradcheck.store.crypto.FieldCipher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The environment variables there are (interface.md §2), and what each may be. */
public final class Settings {
    private static final int LAST_PORT = 65_535;
    private static final String LOCK = "[A-Za-z0-9+/]{43}";
    private static final String DATABASE = "jdbc:sqlite:(?!:memory:)[^\\s].*";

    /** A proxy with TLS stands before the bot; who wants it to be reached from elsewhere without one has to say so. */
    public static final String HOST = "127.0.0.1";

    public static final List<Known> ALL = List.of(
            needed("WECOM_CORP_ID"),
            needed("WECOM_AGENT_ID").where(v -> v.matches("\\d{1,9}"), "wecom.agent"),
            secret("WECOM_SECRET"),
            secret("WECOM_TOKEN"),
            secret("WECOM_ENCODING_AES_KEY").where(v -> v.matches(LOCK), "wecom.key"),
            secret("GRADCHECK_DATA_KEY").where(FieldCipher::isKey, "bad.data.key"),
            hidden("WECOM_TOKEN_PREVIOUS"),
            hidden("WECOM_ENCODING_AES_KEY_PREVIOUS").where(v -> v.matches(LOCK), "wecom.key"),
            hidden("GRADCHECK_DATA_KEY_PREVIOUS").where(FieldCipher::isKey, "bad.data.key"),
            optional("WECOM_API_URL", "https://qyapi.weixin.qq.com")
                    .where(v -> v.matches("https?://[^/\\s]+"), "wecom.url"),
            optional("GRADCHECK_HOST", HOST).where(Settings::isOfThisMachine, "setting.host"),
            optional("GRADCHECK_PORT", "8080").where(Settings::isPort, "setting.port"),
            optional("GRADCHECK_ADMIN_PORT", "").where(Settings::isPort, "admin.port"),
            optional("GRADCHECK_DATABASE", "jdbc:sqlite:data/gradcheck.db")
                    .where(v -> v.matches(DATABASE), "database.address"),
            optional("GRADCHECK_PUBLIC_URL", "").where(v -> v.matches("https?://[^/\\s]+(/\\S*)?"), "setting.url"),
            optional("GRADCHECK_SEASON", ""),
            optional("GRADCHECK_CONFIG", "config"),
            optional("GRADCHECK_ZONE", "Asia/Shanghai"),
            optional("GRADCHECK_REHEARSAL", "false").where(v -> v.matches("true|false"), "setting.switch"));

    private Settings() {}

    /**
     * A variable.
     *
     * @param standard what holds where it is unset; empty: nothing, or what the config says
     * @param wrong the sentence about a value that is none, which names the variable and, where it is no secret, the value
     */
    public record Known(
            String name, boolean isNeeded, boolean isSecret, String standard, Predicate<String> isRight, String wrong) {

        private Known where(Predicate<String> right, String sentence) {
            return new Known(name, isNeeded, isSecret, standard, right, sentence);
        }

        /** What is wrong with it, and the cure; its value is not said where it is a secret. */
        public Optional<String> fault(Environment environment) {
            try {
                Optional<String> value = environment.get(name);
                if (value.isEmpty()) {
                    return isNeeded ? Optional.of(missing()) : Optional.empty();
                }
                return value.filter(isRight.negate()).map(v -> TerminalText.of(wrong, name, v));
            } catch (UncheckedIOException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }

        private String missing() {
            return name.equals("GRADCHECK_DATA_KEY")
                    ? TerminalText.of("no.data.key")
                    : TerminalText.of("missing", name);
        }
    }

    /**
     * Looks at some of them.
     *
     * @throws Faults that names all that is wrong with these
     */
    public static void check(Environment environment, Collection<String> names) throws ConfigFaults {
        List<String> faults = new ArrayList<>();
        ALL.stream().filter(known -> names.contains(known.name())).forEach(known -> known.fault(environment)
                .ifPresent(faults::add));
        if (!faults.isEmpty()) {
            throw new ConfigFaults(faults);
        }
    }

    /**
     * Looks at all of them, and where one is wrong at the config too: who sets a bot up wants to hear everything at once.
     *
     * @throws Faults that names all that is wrong
     */
    public static void check(Environment environment) throws ConfigFaults {
        List<String> faults = new ArrayList<>();
        ALL.forEach(known -> known.fault(environment).ifPresent(faults::add));
        environment
                .get("GRADCHECK_ADMIN_PORT")
                .filter(port -> port.equals(environment.get("GRADCHECK_PORT").orElse("8080")) && !port.equals("0"))
                .ifPresent(port -> faults.add(TerminalText.of("admin.same", port)));
        if (faults.isEmpty()) {
            return;
        }
        try {
            Config.read(environment);
        } catch (ConfigFaults more) {
            faults.add(String.valueOf(more.getMessage()));
        }
        throw new ConfigFaults(faults);
    }

    private static boolean isPort(String value) {
        return value.matches("\\d{1,5}") && Integer.parseInt(value) <= LAST_PORT;
    }

    /** To listen on another machine's address fails, and the web server takes it for a port that is taken. */
    private static boolean isOfThisMachine(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static Known needed(String name) {
        return new Known(name, true, false, "", v -> true, "");
    }

    private static Known secret(String name) {
        return new Known(name, true, true, "", v -> true, "");
    }

    /** Needed only while it is being changed. */
    private static Known hidden(String name) {
        return new Known(name, false, true, "", v -> true, "");
    }

    private static Known optional(String name, String standard) {
        return new Known(name, false, false, standard, v -> true, "");
    }
}
