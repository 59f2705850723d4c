package gradcheck.understanding;

import gradcheck.understanding.Hearing.Heard;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides what a text means by what its traits make likely, and whether that is enough to answer or to ask back. */
final class Jury {
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

    private final Catalog catalog;
    private final Supplier<Likelihood> likelihood;

    /**
     * What a text was taken for.
     *
     * @param isSure whether hardly anything else can be meant
     */
    record Verdict(Optional<Meaning> meaning, boolean isSure) {
        static final Verdict NOTHING = new Verdict(Optional.empty(), false);
    }

    Jury(Catalog catalog, Supplier<Likelihood> likelihood) {
        this.catalog = catalog;
        this.likelihood = likelihood;
    }

    void learn() {
        var unused = likelihood.get();
    }

    /** The targets by likelihood, the likeliest first. */
    List<Near> likely(Heard heard) {
        return likelihood.get().of(Traits.of(heard));
    }

    /** The kind of what is no question to the manual, if that is what it most likely is. */
    Optional<String> kind(Heard heard, double least) {
        Near top = likely(heard).get(0);
        return isAside(top) && top.score() >= least ? Optional.of(Target.name(top.target())) : Optional.empty();
    }

    /** Whether a text may well mean the target. */
    boolean allows(String target, Heard heard, double least) {
        return score(likely(heard), target) >= least;
    }

    boolean isQuestion(Heard heard) {
        return catalog.isQuestion(heard.reading());
    }

    Verdict of(Heard heard, boolean isOutside) {
        List<Near> likely = likely(heard);
        Near top = likely.get(0);
        if (!isAside(top) && top.score() >= enough(likely, heard, isOutside)) {
            return new Verdict(catalog.meaning(top.target()), top.score() >= SURE);
        }
        return isOutside || isDoubtful(likely, heard) ? Verdict.NOTHING : offer(likely);
    }

    private static boolean isAside(Near near) {
        return Target.isAside(near.target());
    }

    private static double score(List<Near> likely, String target) {
        return likely.stream()
                .filter(n -> n.target().equals(target))
                .mapToDouble(Near::score)
                .findFirst()
                .orElse(0);
    }

    private double enough(List<Near> likely, Heard heard, boolean isOutside) {
        String top = likely.get(0).target();
        boolean isClear = likely.get(1).score() <= CLEARLY * likely.get(0).score();
        if (isOutside || !isClear || !catalog.isOrder(top)) {
            return isOutside ? DESPITE : LIKELY;
        }
        long strange = likelihood.get().strange(top, Traits.of(heard));
        if (!catalog.isHarmless(top)) {
            return CAREFUL_ORDER + STRANGE_CAREFUL * strange;
        }
        boolean isNamed = catalog.has(top, heard.reading().meanings());
        return (isNamed ? ORDER : VAGUE_ORDER) + strange * (STRANGE + outside(likely) / 2);
    }

    /** Not worth asking back: what agrees or gives up is said in its own words, or it is something else. */
    private boolean isDoubtful(List<Near> likely, Heard heard) {
        Near first = likely.stream().filter(n -> !isAside(n)).findFirst().orElse(likely.get(0));
        boolean isCareful = catalog.isOrder(first.target()) && !catalog.isHarmless(first.target());
        return outside(likely) >= OUTSIDE
                || (isCareful && likelihood.get().strange(first.target(), Traits.of(heard)) > 0);
    }

    private static double outside(List<Near> likely) {
        return likely.stream().filter(Jury::isAside).mapToDouble(Near::score).sum();
    }

    /** The likeliest, and what is likely besides. */
    private Verdict offer(List<Near> likely) {
        List<Near> inScope = likely.stream().filter(n -> !isAside(n)).toList();
        if (inScope.get(0).score() < OFFER) {
            return Verdict.NOTHING;
        }
        Near first = inScope.get(0);
        List<Meaning> choices = inScope.stream()
                .filter(n -> n.equals(first) || n.score() >= ALSO)
                .limit(MOST_OFFERED)
                .flatMap(n -> catalog.meaning(n.target()).stream())
                .toList();
        return new Verdict(Optional.of(new Meaning.Offer(choices)), false);
    }
}
