package gradcheck.store;

import gradcheck.message.OutcomeCause;
import gradcheck.message.OutcomeKind;
import gradcheck.store.outbox.SendResult;
import java.util.Arrays;
import java.util.Locale;

/** Results as tests write them down: {@code sent}, {@code dropped: done}, {@code refused: not reachable (unlicensed)}. */
public final class Results {
    private Results() {}

    public static SendResult of(String written) {
        OutcomeKind kind = Arrays.stream(OutcomeKind.values())
                .filter(k ->
                        written.startsWith(k.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .findFirst()
                .orElseThrow();
        OutcomeCause cause = Arrays.stream(OutcomeCause.values())
                .filter(c -> c != OutcomeCause.NONE)
                .filter(c -> written.endsWith(": " + c.title()) || written.endsWith("(" + c.title() + ")"))
                .findFirst()
                .orElse(OutcomeCause.OTHER);
        return new SendResult(kind, cause, "", written);
    }
}
