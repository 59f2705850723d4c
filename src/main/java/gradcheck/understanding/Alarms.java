package gradcheck.understanding;

import java.util.regex.Pattern;

/** What is looked for before anything else: despair, attempts at the rules or at other people, insults. */
final class Alarms {
    private static final Pattern TWICE = Pattern.compile("(.)\\1+");

    private final Patterns despair;
    private final Patterns probe;
    private final Patterns abuse;

    private record Patterns(Pattern shown, Pattern harmless) {
        static Patterns of(Lexicon.Patterns words) {
            return new Patterns(words.shown(), words.harmless());
        }

        boolean in(String plain) {
            return shown.matcher(harmless.matcher(plain).replaceAll("")).find();
        }
    }

    Alarms(Lexicon lexicon) {
        despair = Patterns.of(lexicon.despair());
        probe = Patterns.of(lexicon.probe());
        abuse = Patterns.of(lexicon.abuse());
    }

    /** Also when the words are torn apart by spaces or dots, or signs are typed twice. */
    boolean isDespair(String plain) {
        return despair.in(plain)
                || despair.in(joined(plain))
                || despair.in(TWICE.matcher(joined(plain)).replaceAll("$1"));
    }

    boolean isProbe(String plain) {
        return probe.in(plain) || probe.in(joined(plain));
    }

    boolean isAbuse(String plain) {
        return abuse.in(plain);
    }

    /** The text without its insults: what is left may be a question. */
    String calmed(String plain) {
        return abuse.shown().matcher(plain).replaceAll(" ");
    }

    private static String joined(String plain) {
        return plain.replace(String.valueOf(Plain.GAP), "");
    }
}
