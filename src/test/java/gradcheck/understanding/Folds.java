package gradcheck.understanding;

import java.util.ArrayList;
import java.util.List;

/** A fifth of what people wrote, put to an understanding that never saw it. */
final class Folds {
    private static final int FOLDS = 5;

    private final Understanding rest;
    private final List<Phrasing> held = new ArrayList<>();

    Folds(Lexicon lexicon, Faq faq, Sayings sayings, int fold) {
        List<Sayings.Saying> kept = new ArrayList<>();
        for (int i = 0; i < sayings.all().size(); i++) {
            Sayings.Saying saying = sayings.all().get(i);
            if (i % FOLDS == fold) {
                held.add(new Phrasing(saying.meant(), saying.text(), "held back"));
            } else {
                kept.add(saying);
            }
        }
        rest = new Understanding(lexicon, faq, new Sayings(kept));
    }

    Understanding rest() {
        return rest;
    }

    List<Phrasing> held() {
        return held;
    }

    Marks marks() {
        return new Marks(rest, held);
    }
}
