package gradcheck.intent;

import gradcheck.intent.learn.Features;
import gradcheck.intent.learn.ScoredIntent;
import gradcheck.intent.learn.SoftmaxClassifier;
import gradcheck.intent.text.Normalizer.NormalizedText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides what a text means by what its traits make likely, and whether that is enough to answer or to ask back. */
final class IntentClassifier {
    // Every number here was found on sayings that were held back; the measured set only confirms them.
    /** Likely enough by itself. */
    private static final double LIKELY = 0.7;
    /** An order that can be seen and undone is followed sooner than a question is answered. */
    private static final double ORDER = 0.33;

    /** One that holds none of the words it is told by. */
    private static final double VAGUE_ORDER = 0.38;

    private static final double CAREFUL_ORDER = 0.6;
    /** How much likelier an order must be for each sign that was never in it: 看完了三体. */
    private static final double STRANGE = 0.02;

    private static final double STRANGE_CAREFUL = 0.2;
    /** If nothing else is nearly as likely. */
    private static final double CLEARLY = 0.6;
    /** Too likely out of scope to ask back. */
    private static final double OUTSIDE = 0.2;
    /** What is said to be out of scope by a word in it must be very much like a question. */
    private static final double DESPITE = 0.9;
    /** Hardly anything else can be meant. */
    private static final double SURE = 0.9;

    private static final double OFFER = 0.2;
    private static final double ALSO = 0.1;
    private static final int MOST_OFFERED = 3;

    private final IntentCatalog catalog;
    private final Supplier<SoftmaxClassifier> likelihood;

    /**
     * What a text was taken for.
     *
     * @param isSure whether hardly anything else can be meant
     */
    record Verdict(Optional<Intent> meaning, boolean isSure) {
        static final Verdict NOTHING = new Verdict(Optional.empty(), false);
    }

    IntentClassifier(IntentCatalog catalog, Supplier<SoftmaxClassifier> likelihood) {
        this.catalog = catalog;
        this.likelihood = likelihood;
    }

    void learn() {
        var unused = likelihood.get();
    }

    /** The targets by likelihood, the likeliest first. */
    List<ScoredIntent> likely(NormalizedText heard) {
        return likelihood.get().of(Features.of(heard));
    }

    /** The kind of what is no question to the manual, if that is what it most likely is. */
    Optional<String> kind(NormalizedText heard, double least) {
        ScoredIntent top = likely(heard).get(0);
        return isAside(top) && top.score() >= least ? Optional.of(IntentId.name(top.target())) : Optional.empty();
    }

    /** Whether a text may well mean the target. */
    boolean allows(String target, NormalizedText heard, double least) {
        return score(likely(heard), target) >= least;
    }

    boolean isQuestion(NormalizedText heard) {
        return catalog.isQuestion(heard.reading());
    }

    Verdict of(NormalizedText heard, boolean isOutside) {
        List<ScoredIntent> likely = likely(heard);
        ScoredIntent top = likely.get(0);
        if (!isAside(top) && top.score() >= enough(likely, heard, isOutside)) {
            return new Verdict(catalog.meaning(top.target()), top.score() >= SURE);
        }
        return isOutside || isDoubtful(likely, heard) ? Verdict.NOTHING : offer(likely);
    }

    private static boolean isAside(ScoredIntent near) {
        return IntentId.isAside(near.target());
    }

    private static double score(List<ScoredIntent> likely, String target) {
        return likely.stream()
                .filter(n -> n.target().equals(target))
                .mapToDouble(ScoredIntent::score)
                .findFirst()
                .orElse(0);
    }

    private double enough(List<ScoredIntent> likely, NormalizedText heard, boolean isOutside) {
        String top = likely.get(0).target();
        boolean isClear = likely.get(1).score() <= CLEARLY * likely.get(0).score();
        if (isOutside || !isClear || !catalog.isOrder(top)) {
            return isOutside ? DESPITE : LIKELY;
        }
        long strange = likelihood.get().strange(top, Features.of(heard));
        if (!catalog.isHarmless(top)) {
            return CAREFUL_ORDER + STRANGE_CAREFUL * strange;
        }
        boolean isNamed = catalog.has(top, heard.reading().meanings());
        return (isNamed ? ORDER : VAGUE_ORDER) + strange * (STRANGE + outside(likely) / 2);
    }

    /** Not worth asking back: what agrees or gives up is said in its own words, or it is something else. */
    private boolean isDoubtful(List<ScoredIntent> likely, NormalizedText heard) {
        ScoredIntent first =
                likely.stream().filter(n -> !isAside(n)).findFirst().orElse(likely.get(0));
        boolean isCareful = catalog.isOrder(first.target()) && !catalog.isHarmless(first.target());
        return outside(likely) >= OUTSIDE
                || (isCareful && likelihood.get().strange(first.target(), Features.of(heard)) > 0);
    }

    private static double outside(List<ScoredIntent> likely) {
        return likely.stream()
                .filter(IntentClassifier::isAside)
                .mapToDouble(ScoredIntent::score)
                .sum();
    }

    /** The likeliest, and what is likely besides. */
    private Verdict offer(List<ScoredIntent> likely) {
        List<ScoredIntent> inScope = likely.stream().filter(n -> !isAside(n)).toList();
        if (inScope.get(0).score() < OFFER) {
            return Verdict.NOTHING;
        }
        ScoredIntent first = inScope.get(0);
        List<Intent> choices = inScope.stream()
                .filter(n -> n.equals(first) || n.score() >= ALSO)
                .limit(MOST_OFFERED)
                .flatMap(n -> catalog.meaning(n.target()).stream())
                .toList();
        return new Verdict(Optional.of(new Intent.Offer(choices)), false);
    }
}
