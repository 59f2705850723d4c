package gradcheck.intent;

import gradcheck.intent.learn.Features;
import gradcheck.intent.learn.SoftmaxClassifier;
import gradcheck.intent.learn.TrainingExamples;
import gradcheck.intent.text.IntentLexicon;
import gradcheck.intent.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Makes of the files the examples that the likelihoods are learnt from. */
final class TrainingSet {
    private final IntentLexicon lexicon;
    private final Faq faq;
    private final TrainingExamples sayings;
    private final Normalizer normalizer;

    TrainingSet(IntentLexicon lexicon, Faq faq, TrainingExamples sayings, Normalizer normalizer) {
        this.lexicon = lexicon;
        this.faq = faq;
        this.sayings = sayings;
        this.normalizer = normalizer;
    }

    /** Learnt from every question of the manual, every wording of a command and what people really wrote; takes about a second. */
    SoftmaxClassifier classifier() {
        List<SoftmaxClassifier.Example> learnt = new ArrayList<>();
        faq.entries().forEach(entry -> entry.asks().forEach(ask -> learnt.add(learnt(entry.id(), ask))));
        lexicon.commands().forEach((word, wording) -> {
            learnt.add(learnt(IntentId.command(word), word));
            wording.whole().forEach(said -> learnt.add(learnt(IntentId.command(word), said)));
            wording.examples().forEach(said -> learnt.add(learnt(IntentId.command(word), said)));
        });
        sayings.all().stream()
                .filter(TrainingExamples.Saying::isOne)
                .forEach(saying -> learnt.add(learnt(saying.target(), saying.text())));
        return new SoftmaxClassifier(learnt);
    }

    private SoftmaxClassifier.Example learnt(String target, String said) {
        return new SoftmaxClassifier.Example(target, Features.of(normalizer.heard(normalizer.plain(said))));
    }
}
