package gradcheck.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The examples of the config itself, put as questions to an understanding that never saw them: a fifth at a time. */
final class Folds {
    private static final int FOLDS = 5;

    private final Lexicon lexicon;
    private final Faq faq;

    Folds(Lexicon lexicon, Faq faq) {
        this.lexicon = lexicon;
        this.faq = faq;
    }

    /** The marks of every fold. */
    List<Marks> marks() {
        return IntStream.range(0, FOLDS)
                .mapToObj(fold -> {
                    List<Phrasing> held = new ArrayList<>();
                    Understanding rest = new Understanding(without(fold, held), new Faq(entries(fold, held)));
                    return new Marks(rest, held);
                })
                .toList();
    }

    private List<Entry> entries(int fold, List<Phrasing> held) {
        return faq.entries().stream()
                .map(e -> new Entry(
                        e.id(),
                        e.facts(),
                        kept(e.id(), e.asks(), fold, held),
                        e.needs(),
                        e.unless(),
                        e.answer(),
                        e.required(),
                        e.closes(),
                        e.next(),
                        e.person()))
                .toList();
    }

    private Lexicon without(int fold, List<Phrasing> held) {
        Map<String, Lexicon.Wording> commands = new LinkedHashMap<>();
        lexicon.commands()
                .forEach((word, wording) -> commands.put(
                        word,
                        new Lexicon.Wording(
                                wording.whole(),
                                kept(":" + word, wording.examples(), fold, held),
                                wording.needs(),
                                wording.unless(),
                                wording.only())));
        return new Lexicon(
                lexicon.synonyms(),
                lexicon.groups(),
                lexicon.generic(),
                lexicon.asking(),
                lexicon.weak(),
                lexicon.questions(),
                lexicon.silent(),
                lexicon.around(),
                lexicon.doubts(),
                lexicon.fillers(),
                lexicon.stop(),
                lexicon.traditional(),
                commands,
                lexicon.smallTalk(),
                lexicon.elsewhere(),
                lexicon.anchors(),
                lexicon.outside(),
                lexicon.abuse(),
                lexicon.probe(),
                lexicon.despair());
    }

    private static List<String> kept(String target, List<String> all, int fold, List<Phrasing> held) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % FOLDS == fold) {
                held.add(new Phrasing(target, all.get(i), "held back"));
            } else {
                kept.add(all.get(i));
            }
        }
        return kept;
    }
}
