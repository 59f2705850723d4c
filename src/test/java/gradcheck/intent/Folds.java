package gradcheck.intent;

import gradcheck.intent.learn.TrainingExamples;
import gradcheck.intent.text.IntentLexicon;
import java.util.ArrayList;
import java.util.List;

/** A fifth of what people wrote, put to a recognizer that never saw it. */
final class Folds {
    private static final int FOLDS = 5;

    private final IntentRecognizer rest;
    private final List<Phrasing> held = new ArrayList<>();

    Folds(IntentLexicon lexicon, Faq faq, TrainingExamples sayings, int fold) {
        List<TrainingExamples.Saying> kept = new ArrayList<>();
        for (int i = 0; i < sayings.all().size(); i++) {
            TrainingExamples.Saying saying = sayings.all().get(i);
            if (i % FOLDS == fold) {
                held.add(new Phrasing(saying.meant(), saying.text(), "held back"));
            } else {
                kept.add(saying);
            }
        }
        rest = new IntentRecognizer(lexicon, faq, new TrainingExamples(kept));
    }

    IntentRecognizer rest() {
        return rest;
    }

    List<Phrasing> held() {
        return held;
    }

    Marks marks() {
        return new Marks(rest, held);
    }
}
