package gradcheck.understanding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether the nearest target is near enough to answer, to ask back, or neither. */
final class Judge {
    // Every number here was found on the tuning set; the measured set only confirms them.
    /** Hardly anything else can be meant, unless something else is exactly as near. */
    private static final double SURE = 0.72;
    /** Nothing else stands in the message: it is not searched for several wishes. */
    private static final double PLAIN = 0.85;
    /** Near enough to answer, if nothing else is about as near. */
    private static final double ANSWER = 0.47;

    private static final double MARGIN = 0.06;
    private static final double HARDLY = 0.001;
    /** An order is followed sooner than a question is answered: what it does can be seen and undone. */
    private static final double ORDER = 0.35;
    /** Worth asking back. */
    private static final double OFFER = 0.33;

    private static final double OFFER_VAGUE = 0.55;
    /** Who speaks of something else must ask nearly in the words of an example. */
    private static final double OUTSIDE = 0.85;
    /** A question without a word its answer needs is rarely the question. */
    private static final double WITHOUT_NEEDED = 0.7;
    /** A question with a word that belongs to another one. */
    private static final double WITH_EXCLUDED = 0.6;
    /** A target whose examples never ask what was asked. */
    private static final double NEVER_ASKED = 0.75;
    /** A question of nothing but common words could be about anything. */
    private static final double ONLY_GENERIC = 0.75;
    /** Common words and something nobody ever asked about: 美团客服电话. */
    private static final double GENERIC_AND_STRANGE = 0.5;
    /** An order with a word that no order ever held: 装修进度. */
    private static final double STRANGE_ORDER = 0.5;
    /** Offered besides the first: not much further away. */
    private static final double ALSO = 0.75;

    private static final int MOST_OFFERED = 3;

    private final Examples examples;
    private final Faq faq;
    private final Set<String> generic;
    private final Set<String> asking;
    private final Set<String> commands = new HashSet<>();
    private final Set<String> harmless = new HashSet<>();
    /** What makes a question of an order. */
    private final Set<String> asked = new HashSet<>();

    private final Map<String, List<Set<String>>> needed = new HashMap<>();
    private final Map<String, Set<String>> excluded = new HashMap<>();

    /**
     * What a question was taken for.
     *
     * @param isSure whether hardly anything else can be meant
     * @param isPlain whether there is nothing else in it
     */
    record Verdict(Optional<Meaning> meaning, boolean isSure, boolean isPlain) {
        static final Verdict NOTHING = new Verdict(Optional.empty(), false, false);
    }

    Judge(Examples examples, Lexicon lexicon, Faq faq, Words words) {
        this.examples = examples;
        this.faq = faq;
        this.generic = new HashSet<>(lexicon.generic());
        this.asking = new HashSet<>(lexicon.asking());
        asked.addAll(lexicon.asking());
        asked.addAll(lexicon.questions());
        faq.entries().forEach(entry -> frame(entry.id(), entry.frame(), words));
        lexicon.commands().forEach((word, wording) -> {
            String target = Target.command(word);
            commands.add(target);
            if (!wording.examples().isEmpty()) {
                harmless.add(target);
            }
            frame(target, wording.frame(), words);
        });
    }

    private void frame(String target, Frame frame, Words words) {
        needed.put(
                target,
                frame.needs().stream().map(group -> meanings(group, words)).toList());
        excluded.put(target, meanings(frame.unless(), words));
    }

    private static Set<String> meanings(List<String> group, Words words) {
        return group.stream().flatMap(word -> words.meaningsOf(word).stream()).collect(Collectors.toSet());
    }

    /** Prepares at once what the first question would wait for. */
    void index() {
        examples.index();
    }

    Verdict of(Words.Reading question, boolean isOutside) {
        List<Near> near = nearest(question);
        Optional<Near> complete =
                near.stream().filter(n -> has(n.target(), question.meanings())).findFirst();
        if (complete.isPresent() && !isOutside && isOrder(complete.get(), question)) {
            return found(complete.get());
        }
        if (complete.isPresent() && complete.get().equals(near.get(0)) && isAnswer(near, isOutside)) {
            return found(near.get(0));
        }
        return near.isEmpty() ? Verdict.NOTHING : asked(near, question);
    }

    boolean isOrder(String target) {
        return commands.contains(target);
    }

    /** A command that has examples: a slip costs nothing. */
    boolean isHarmless(String target) {
        return harmless.contains(target);
    }

    boolean isQuestion(Words.Reading said) {
        return said.meanings().stream().anyMatch(asked::contains);
    }

    private Verdict found(Near near) {
        return new Verdict(meaning(near.target()), near.score() >= SURE, near.score() >= PLAIN);
    }

    private Verdict asked(List<Near> near, Words.Reading question) {
        boolean isVague = !has(near.get(0).target(), question.meanings()) || generic.containsAll(question.meanings());
        double first = near.get(0).score();
        return first < (isVague ? OFFER_VAGUE : OFFER)
                ? Verdict.NOTHING
                : new Verdict(offer(near, question), false, false);
    }

    /** Nothing is asked, and the words a command needs are all there. */
    private boolean isOrder(Near near, Words.Reading question) {
        return Target.isCommand(near.target())
                && near.score() >= ORDER
                && question.meanings().stream().noneMatch(asked::contains);
    }

    private static boolean isAnswer(List<Near> near, boolean isOutside) {
        double first = near.get(0).score();
        double second = near.size() > 1 ? near.get(1).score() : 0;
        boolean isClear = first - second >= (first >= SURE ? HARDLY : MARGIN);
        return isClear && first >= (isOutside ? OUTSIDE : ANSWER);
    }

    /** The targets by nearness, those that lack something put back. */
    List<Near> nearest(Words.Reading question) {
        boolean isGeneric = generic.containsAll(question.meanings());
        double common = isGeneric ? (examples.know(question.terms()) ? ONLY_GENERIC : GENERIC_AND_STRANGE) : 1;
        return examples.nearest(question.terms()).stream()
                .map(near -> new Near(
                        near.target(),
                        near.score()
                                * (has(near.target(), question.meanings()) ? 1 : WITHOUT_NEEDED)
                                * (isOther(near.target(), question.meanings()) ? WITH_EXCLUDED : 1)
                                * (asks(near.target(), question.meanings()) ? 1 : NEVER_ASKED)
                                * (isStrange(near.target(), question.terms()) ? STRANGE_ORDER : 1)
                                * common))
                .sorted(Comparator.comparingDouble(Near::score).reversed())
                .toList();
    }

    boolean has(String target, Set<String> meanings) {
        return needed.getOrDefault(target, List.of()).stream()
                .allMatch(group -> group.stream().anyMatch(meanings::contains));
    }

    private boolean isOther(String target, Set<String> meanings) {
        return excluded.getOrDefault(target, Set.of()).stream().anyMatch(meanings::contains);
    }

    private boolean asks(String target, Set<String> meanings) {
        return meanings.stream()
                .filter(asking::contains)
                .allMatch(meaning -> examples.mention(target, Words.Reading.MEANING + meaning));
    }

    /** Two signs side by side make a word; this one is in no example of any order. */
    private boolean isStrange(String target, Set<String> terms) {
        return Target.isCommand(target)
                && terms.stream()
                        .filter(term -> term.length() == 2 && !term.startsWith(Words.Reading.MEANING))
                        .anyMatch(pair -> !isOrdered(pair.substring(0, 1)) && !isOrdered(pair.substring(1)));
    }

    private boolean isOrdered(String sign) {
        return commands.stream().anyMatch(command -> examples.mention(command, sign));
    }

    private Optional<Meaning> offer(List<Near> near, Words.Reading question) {
        double least = ALSO * near.get(0).score();
        List<Meaning> choices = near.stream()
                .filter(n -> n.score() >= least)
                .filter(n -> !Target.isCommand(n.target()) || has(n.target(), question.meanings()))
                .limit(MOST_OFFERED)
                .flatMap(n -> meaning(n.target()).stream())
                .toList();
        return choices.isEmpty() ? Optional.empty() : Optional.of(new Meaning.Offer(choices));
    }

    Optional<Meaning> meaning(String target) {
        return Target.meaning(target, faq);
    }
}
