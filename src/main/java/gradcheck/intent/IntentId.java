package gradcheck.intent;

import java.util.Optional;

/** What a text can be meant for, as sayings.txt names it: an entry's id, a colon and a fixed word, or {@code !} and a kind. */
final class IntentId {
    private static final String COMMAND = ":";
    /** Begins what is no question to the manual. */
    private static final String ASIDE = "!";

    private IntentId() {}

    static String command(String word) {
        return COMMAND + word;
    }

    static String of(Intent choice) {
        if (choice instanceof Intent.Answer answer) {
            return answer.entry().id();
        }
        if (choice instanceof Intent.Command command) {
            return command(command.word());
        }
        throw new IllegalArgumentException("nothing that can be offered: " + choice);
    }

    static boolean isCommand(String target) {
        return target.startsWith(COMMAND);
    }

    static boolean isAside(String target) {
        return target.startsWith(ASIDE);
    }

    /** The fixed word, or the kind of what is no question to the manual. */
    static String name(String target) {
        return target.substring(1);
    }

    /** Empty when the files have no such entry. */
    static Optional<Intent> meaning(String target, Faq faq) {
        return isCommand(target)
                ? Optional.of(new Intent.Command(name(target)))
                : faq.named(target).map(Intent.Answer::new);
    }
}
