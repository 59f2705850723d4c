package gradcheck.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Marks what was made of each message against what it should be taken for. */
final class Marks {
    private final IntentRecognizer intents;
    private final List<String> misses = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    Marks(IntentRecognizer intents, List<Phrasing> phrasings) {
        this.intents = intents;
        phrasings.forEach(this::mark);
    }

    private void mark(Phrasing phrasing) {
        String got = said(intents.of(phrasing.text()));
        boolean isRight = List.of(phrasing.expected().split("\\|")).contains(got);
        if (phrasing.expected().startsWith("!")) {
            outOfScope(phrasing, got, isRight);
        } else if (phrasing.expected().startsWith(":") && !phrasing.expected().contains("&")) {
            tally(
                    "command",
                    isRight || (isFirst(phrasing, got) && phrasing.expected().contains("|")));
            miss(phrasing, got, isRight);
        } else {
            inScope(phrasing, got, isRight);
        }
    }

    private void inScope(Phrasing phrasing, String got, boolean isRight) {
        tally("first", isRight || isFirst(phrasing, got));
        tally("direct", isRight);
        boolean isAnswer = !got.startsWith("!") && !got.startsWith("?");
        tally("wrong", isAnswer && !isRight && !isPart(phrasing, got));
        miss(phrasing, got, isRight);
    }

    private void outOfScope(Phrasing phrasing, String got, boolean isRight) {
        tally("leak", !got.startsWith("!") && !isRight);
        tally("kind", isRight);
        String kind = phrasing.expected().substring(1);
        if (kind.equals("despair") || kind.equals("probe")) {
            tally(kind, isRight);
        }
        if (!kind.equals("despair")) {
            tally("false alarm", got.equals("!despair"));
        }
        miss(phrasing, got, isRight);
    }

    private void tally(String what, boolean holds) {
        counts.merge(what + " of", 1, Integer::sum);
        counts.merge(what, holds ? 1 : 0, Integer::sum);
    }

    private void miss(Phrasing phrasing, String got, boolean isRight) {
        if (!isRight) {
            misses.add(String.format(
                    "  %-24s %-32s %s  [%s] %s",
                    phrasing.expected(), got, phrasing.text(), phrasing.made(), near(phrasing.text())));
        }
    }

    /** What was meant stands first among the choices. */
    private static boolean isFirst(Phrasing phrasing, String got) {
        return List.of(phrasing.expected().split("\\|")).stream()
                .anyMatch(e -> got.equals("?" + e) || got.startsWith("?" + e + " "));
    }

    /** Of two wishes one was taken. */
    private static boolean isPart(Phrasing phrasing, String got) {
        return List.of(phrasing.expected().split("&")).contains(got);
    }

    static String said(Intent meaning) {
        if (meaning instanceof Intent.Offer offer) {
            return "?" + offer.choices().stream().map(IntentRecognizer::id).collect(Collectors.joining(" "));
        }
        if (meaning instanceof Intent.Several several) {
            return several.meanings().stream().map(Marks::said).collect(Collectors.joining("&"));
        }
        if (meaning instanceof Intent.Answer || meaning instanceof Intent.Command) {
            return IntentRecognizer.id(meaning);
        }
        return "!"
                + Map.of("SmallTalk", "small", "Nothing", "none")
                        .getOrDefault(
                                meaning.getClass().getSimpleName(),
                                meaning.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    private String near(String text) {
        return intents.likely(text, 3).stream()
                .map(n -> String.format("%s %.2f", n.target(), n.score()))
                .collect(Collectors.joining(", "));
    }

    double rate(String what) {
        return counts.getOrDefault(what, 0) / (double) Math.max(1, counts.getOrDefault(what + " of", 0));
    }

    String line(String what) {
        return String.format(
                "%-12s %5.1f %%  (%d of %d)",
                what, 100 * rate(what), counts.getOrDefault(what, 0), counts.getOrDefault(what + " of", 0));
    }

    List<String> misses() {
        return List.copyOf(misses);
    }
}
