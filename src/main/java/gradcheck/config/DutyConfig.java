package gradcheck.config;

import gradcheck.domain.Duty;
import gradcheck.message.PersonId;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who is on duty, as {@code gradcheck.yml} and {@code colleges.yml} name them. */
final class DutyConfig {
    private static final Set<String> KEYS = new TreeSet<>(Set.of("name", "phone", "account", "hours"));

    private DutyConfig() {}

    /** The duty below a place such as {@code /duty}; empty where nobody is named. */
    static Optional<Duty> read(YamlFile file, String place) {
        if (!file.has(place) || file.isBlank(place)) {
            return Optional.empty();
        }
        if (!file.tree().at(place).isObject()) {
            file.fault(place, "config.duty");
            return Optional.empty();
        }
        file.allowOnly(place, KEYS);
        String account = file.text(place + "/account");
        if (account.length() > PersonId.LONGEST || account.chars().anyMatch(Character::isWhitespace)) {
            file.fault(place + "/account", "config.duty.account", account);
        }
        return Optional.of(
                new Duty(file.needed(place + "/name"), file.needed(place + "/phone"), account, hours(file, place)));
    }

    private static Optional<Duty.Hours> hours(YamlFile file, String place) {
        String text = file.text(place + "/hours");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Duty.Hours.parse(text));
        } catch (DateTimeException e) {
            file.fault(place + "/hours", "config.duty.hours", text);
            return Optional.empty();
        }
    }
}
