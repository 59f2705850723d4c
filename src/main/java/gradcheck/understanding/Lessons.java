package gradcheck.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes of the files what texts are compared with and what the likelihoods are learnt from. */
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

    /** Every question of the manual and every saying of a command, to be compared with. */
    Examples examples() {
        List<Examples.Example> examples = new ArrayList<>();
        Set<String> generic = Set.copyOf(lexicon.generic());
        for (Entry entry : faq.entries()) {
            entry.asks().forEach(ask -> examples.add(example(entry.id(), ask)));
            combined(entry.frame().needs()).stream()
                    .map(ask -> example(entry.id(), ask))
                    .filter(example -> !generic.containsAll(example.meanings()))
                    .forEach(examples::add);
        }
        lexicon.commands().forEach((word, wording) -> {
            boolean isCareful = wording.examples().isEmpty();
            wording.whole().stream()
                    .filter(said -> !isCareful)
                    .forEach(said -> examples.add(example(Target.command(word), said)));
            wording.examples().forEach(said -> examples.add(example(Target.command(word), said)));
        });
        return new Examples(examples, lexicon.weak());
    }

    /** What is learnt from those and from what people really wrote; takes about a second. */
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

    /** What an entry needs is as good as an example: one word of each group. */
    private static List<String> combined(List<List<String>> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        List<String> combined = List.of("");
        for (List<String> group : groups) {
            combined = combined.stream()
                    .flatMap(before -> group.stream().map(word -> before + " " + word))
                    .toList();
        }
        return combined;
    }

    private Examples.Example example(String target, String said) {
        return new Examples.Example(target, hearing.read(hearing.plain(said)).terms());
    }
}
