package gradcheck.intent;

import gradcheck.intent.text.IntentLexicon;
import gradcheck.intent.text.TextFolding;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What is looked for before anything else: despair, attempts at the rules or at other people, insults. */
final class SafetyFilter {
    private static final Pattern TWICE = Pattern.compile("(.)\\1+");

    private final Patterns despair;
    private final Patterns acute;
    private final Patterns probe;
    private final Patterns abuse;

    private record Patterns(Pattern shown, Pattern harmless) {
        static Patterns of(IntentLexicon.Patterns words) {
            return new Patterns(words.shown(), words.harmless());
        }

        /** Also when the words are torn apart by spaces or dots, or signs are typed twice. */
        boolean in(String plain) {
            String rest = harmless.matcher(plain).replaceAll("");
            String joined = rest.replace(String.valueOf(TextFolding.GAP), "");
            return shown.matcher(rest).find()
                    || shown.matcher(joined).find()
                    || shown.matcher(TWICE.matcher(joined).replaceAll("$1")).find();
        }
    }

    private static final IntentLexicon.Patterns NOTHING = new IntentLexicon.Patterns(null, List.of("(?!)"), null);

    SafetyFilter(IntentLexicon lexicon) {
        despair = Patterns.of(lexicon.despair());
        acute = Patterns.of(Objects.requireNonNullElse(lexicon.acute(), NOTHING));
        probe = Patterns.of(lexicon.probe());
        abuse = Patterns.of(lexicon.abuse());
    }

    boolean isDespair(String plain) {
        return despair.in(plain);
    }

    /** Whether despair has a means at hand, a place or a farewell. */
    boolean isAcute(String plain) {
        return acute.in(plain);
    }

    boolean isProbe(String plain) {
        return probe.in(plain);
    }

    boolean isAbuse(String plain) {
        return abuse.in(plain);
    }

    /** The text without its insults: what is left may be a question. */
    String calmed(String plain) {
        return abuse.shown().matcher(plain).replaceAll(" ");
    }
}
