package gradcheck.understanding;

import java.util.ArrayList;
import java.util.List;

/** Makes of the files the examples that the likelihoods are learnt from. */
final class Lessons {
    private final Lexicon lexicon;
    private final Faq faq;
    private final Sayings sayings;
    private final Hearing hearing;

    Lessons(Lexicon lexicon, Faq faq, Sayings sayings, Hearing hearing) {
        this.lexicon = lexicon;
        this.faq = faq;
        this.sayings = sayings;
        this.hearing = hearing;
    }

    /** Learnt from every question of the manual, every wording of a command and what people really wrote; takes about a second. */
    Likelihood likelihood() {
        List<Likelihood.Example> learnt = new ArrayList<>();
        faq.entries().forEach(entry -> entry.asks().forEach(ask -> learnt.add(learnt(entry.id(), ask))));
        lexicon.commands().forEach((word, wording) -> {
            learnt.add(learnt(Target.command(word), word));
            wording.whole().forEach(said -> learnt.add(learnt(Target.command(word), said)));
            wording.examples().forEach(said -> learnt.add(learnt(Target.command(word), said)));
        });
        sayings.all().stream()
                .filter(Sayings.Saying::isOne)
                .forEach(saying -> learnt.add(learnt(saying.target(), saying.text())));
        return new Likelihood(learnt);
    }

    private Likelihood.Example learnt(String target, String said) {
        return new Likelihood.Example(target, Traits.of(hearing.heard(hearing.plain(said))));
    }
}
