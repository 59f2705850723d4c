package gradcheck.intent;

import gradcheck.intent.learn.ScoredIntent;
import gradcheck.intent.learn.TrainingExamples;
import gradcheck.intent.text.IntentLexicon;
import gradcheck.intent.text.Normalizer;
import gradcheck.intent.text.Normalizer.NormalizedText;
import gradcheck.intent.text.TextFolding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a message means, once it is no fixed word and no answer to the open question.
 *
 * <p>Safe for many threads: built once from the config; what is learnt from it is read or learnt when it is first asked,
 * and never changes after. Despair is looked for first, then attempts at the rules; then commands, the FAQ, other offices' matters
 * and small talk.
 */
public final class IntentRecognizer {
    private static final String CHAT = "chat";
    /** Likely enough for what nobody asked the manual. */
    private static final double EVIDENT = 0.6;
    /** So likely that a word of another office's may stand beside it. */
    private static final double UNMISTAKABLE = 0.9;
    /** An order is no longer than that. */
    private static final int BRIEF = 12;
    /** A word or two is no attempt at anything: it may be a name. */
    private static final int LONG = 5;

    private final Normalizer normalizer;
    private final SafetyFilter safety;
    private final SmallTalkMatcher smallTalk;
    private final CommandMatcher commandMatcher;
    private final OutOfScope outOfScope;
    private final Faq faq;
    private final TrainingExamples sayings;
    private final IntentClassifier classifier;
    private final MultiIntent multiIntent;
    private final Set<String> commands;
    private final Set<String> anchors;
    private final LruCache<Intent> meanings = new LruCache<>(this::meaning);
    private final LruCache<Optional<Intent>> alarming = new LruCache<>(this::alarmed);

    IntentRecognizer(IntentLexicon lexicon, Faq faq, TrainingExamples sayings) {
        this(lexicon, faq, sayings, Optional.empty());
    }

    private IntentRecognizer(IntentLexicon lexicon, Faq faq, TrainingExamples sayings, Optional<TrainedModel> model) {
        this.faq = faq;
        this.sayings = sayings;
        normalizer = new Normalizer(lexicon);
        safety = new SafetyFilter(lexicon);
        smallTalk = new SmallTalkMatcher(lexicon, normalizer);
        outOfScope = new OutOfScope(lexicon);
        anchors = Set.copyOf(lexicon.anchors());
        commands = new LinkedHashSet<>(lexicon.commands().keySet());
        commandMatcher = new CommandMatcher(lexicon, normalizer);
        TrainingSet trainingSet = new TrainingSet(lexicon, faq, sayings, normalizer);
        classifier = new IntentClassifier(new IntentCatalog(lexicon, faq, normalizer.words()), Lazy.of(() -> model.map(
                        trained -> trained.classifier(trainingSet::classifier))
                .orElseGet(trainingSet::classifier)));
        multiIntent = new MultiIntent(normalizer, commandMatcher, classifier, smallTalk, outOfScope);
    }

    /**
     * Reads {@code lexicon.yml}, {@code faq.yml} and {@code sayings.txt}.
     *
     * @param model where what is learnt from an edited folder is kept; empty: nowhere
     * @throws IOException if one of them can't be read; the message names the line
     */
    public static IntentRecognizer read(Path folder, Optional<Path> model) throws IOException {
        return new IntentRecognizer(
                IntentLexicon.read(folder.resolve(TrainedModel.FILES.get(0))),
                Faq.read(folder.resolve(TrainedModel.FILES.get(1))),
                TrainingExamples.read(folder.resolve(TrainedModel.FILES.get(2))),
                Optional.of(new TrainedModel(folder, model)));
    }

    /** What a folder has to be learnt from. */
    static TrainingSet training(Path folder) throws IOException {
        IntentLexicon lexicon = IntentLexicon.read(folder.resolve(TrainedModel.FILES.get(0)));
        return new TrainingSet(
                lexicon,
                Faq.read(folder.resolve(TrainedModel.FILES.get(1))),
                TrainingExamples.read(folder.resolve(TrainedModel.FILES.get(2))),
                new Normalizer(lexicon));
    }

    /** Has the classifier at hand at once: read, or learnt in about a second where the folder was edited. */
    public void learn() {
        classifier.learn();
    }

    /** What is wrong with the files together; empty when all is well. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(faq.faults(commands));
        sayings.all().stream()
                .filter(TrainingExamples.Saying::isOne)
                .filter(saying -> !isKnown(saying.target()))
                .forEach(saying -> faults.add("sayings.txt: nothing is called " + saying.target()));
        return faults;
    }

    private boolean isKnown(String target) {
        return IntentId.isAside(target)
                || faq.named(target).isPresent()
                || (IntentId.isCommand(target) && commands.contains(IntentId.name(target)));
    }

    public Faq faq() {
        return faq;
    }

    /** A message as it was typed, but for words of some provinces only. */
    public String standard(String text) {
        return normalizer.standard(text);
    }

    /** What the message means. */
    public Intent of(String text) {
        return meanings.of(text);
    }

    private Intent meaning(String text) {
        String plain = normalizer.plain(text);
        Optional<Intent> alarm = alarm(text);
        if (alarm.isPresent()) {
            return alarm.get();
        }
        if (plain.isEmpty()) {
            return text.isBlank() ? new Intent.Nothing() : new Intent.SmallTalk("emoji");
        }
        Optional<String> matter =
                Optional.of(smallTalk.without(plain)).filter(rest -> !rest.isEmpty() && !rest.equals(plain));
        return smallTalk
                .whole(plain)
                .<Intent>map(Intent.SmallTalk::new)
                .or(() -> multiIntent.order(plain))
                .or(() -> matter.flatMap(multiIntent::order))
                .or(() -> asked(plain))
                .or(() -> matter.flatMap(this::asked))
                .or(() -> only(plain))
                .orElseGet(() -> aside(plain));
    }

    /** The kind of small talk that a message is from end to end. */
    public Optional<String> talk(String text) {
        return smallTalk.whole(normalizer.plain(text));
    }

    /** Whether a message is an insult and hardly anything else. */
    public boolean isInsult(String text) {
        String plain = normalizer.plain(text);
        return safety.isAbuse(plain) && safety.calmed(plain).strip().length() < LONG;
    }

    /** What is looked for in every message, whatever was asked: despair, attempts at the rules. */
    public Optional<Intent> alarm(String text) {
        return alarming.of(text);
    }

    private Optional<Intent> alarmed(String text) {
        String plain = normalizer.plain(text);
        if (safety.isDespair(plain)) {
            return Optional.of(new Intent.Despair(safety.isAcute(plain)));
        }
        return safety.isProbe(plain) ? Optional.of(new Intent.Probe()) : Optional.empty();
    }

    /** The fixed word that a short message surely stands for, where a slip would cost nothing. */
    public Optional<String> order(String text) {
        String plain = normalizer.plain(text);
        String matter = smallTalk.without(plain);
        if (matter.isEmpty() || matter.length() > BRIEF || isOutside(plain)) {
            return Optional.empty();
        }
        return multiIntent
                .order(matter)
                .or(() -> multiIntent.sure(matter))
                .filter(Intent.Command.class::isInstance)
                .map(meaning -> ((Intent.Command) meaning).word())
                .filter(word -> !commandMatcher.isCareful(word));
    }

    /** Whether a message is, from end to end, one of the ways to say that command, and no question. */
    public boolean isSaid(String text, String word) {
        String plain = normalizer.plain(text);
        return Stream.of(plain, smallTalk.without(plain))
                        .flatMap(said -> multiIntent.order(said).stream())
                        .anyMatch(order -> order instanceof Intent.Command command
                                && command.word().equals(word))
                && !isQuestion(text);
    }

    /** Whether a message asks. */
    public boolean isQuestion(String text) {
        return classifier.isQuestion(normalizer.heard(normalizer.plain(text)));
    }

    /** What a text is likeliest meant for, and how likely each is. */
    public List<ScoredIntent> likely(String text, int most) {
        String calm = safety.calmed(normalizer.plain(text));
        return classifier.likely(normalizer.heard(calm)).stream().limit(most).toList();
    }

    /** What an offered choice was stored as. */
    public static String id(Intent choice) {
        return IntentId.of(choice);
    }

    /** The offered choice of that id; empty when the files have changed meanwhile. */
    public Optional<Intent> byId(String id) {
        return IntentId.meaning(id, faq);
    }

    private Optional<Intent> asked(String plain) {
        String calm = safety.calmed(plain);
        NormalizedText heard = normalizer.heard(calm);
        boolean isOutside = isOutside(plain);
        boolean isForeign =
                isOutside && anchors.stream().noneMatch(heard.reading().meanings()::contains);
        if (isForeign && classifier.likely(heard).get(0).score() < UNMISTAKABLE) {
            return Optional.empty();
        }
        IntentClassifier.Verdict verdict = classifier.of(heard, isOutside);
        Optional<Intent> several = multiIntent.several(calm, heard, verdict.meaning());
        return several.or(() -> verdict.meaning()
                .filter(m -> !isOutside || !(m instanceof Intent.Offer))
                .filter(m -> !(m instanceof Intent.Command order) || commandMatcher.isMeant(order.word(), plain)));
    }

    /** The one order among clauses, where the message as a whole is nothing we know of. */
    private Optional<Intent> only(String plain) {
        boolean isOne = plain.indexOf(TextFolding.GAP) < 0;
        return isOne
                        || isOutside(plain)
                        || classifier.kind(normalizer.heard(plain), EVIDENT).isPresent()
                ? Optional.empty()
                : multiIntent.onlyOrder(plain);
    }

    private boolean isOutside(String plain) {
        return outOfScope.isWorld(plain) || outOfScope.matter(plain).isPresent() || safety.isAbuse(plain);
    }

    private Intent aside(String plain) {
        Optional<Intent> matter = outOfScope.matter(plain);
        if (matter.isPresent()) {
            return matter.get();
        }
        if (safety.isAbuse(plain)) {
            return new Intent.Abuse();
        }
        Intent likeliest = likeliestAside(plain);
        boolean isSerious = likeliest instanceof Intent.Despair || likeliest instanceof Intent.Probe;
        return isSerious
                ? likeliest
                : smallTalk.inside(plain).<Intent>map(Intent.SmallTalk::new).orElse(likeliest);
    }

    /** What nobody put into the lists, but many wrote something like it. */
    private Intent likeliestAside(String plain) {
        boolean isLong = plain.length() >= LONG;
        return classifier
                .kind(normalizer.heard(plain), EVIDENT)
                .map(kind -> switch (kind) {
                    case "abuse" -> new Intent.Abuse();
                    case "small" -> new Intent.SmallTalk(CHAT);
                    case "probe" -> isLong ? new Intent.Probe() : new Intent.Nothing();
                    case "despair" -> isLong ? new Intent.Despair(false) : new Intent.Nothing();
                    default -> new Intent.Nothing();
                })
                .orElseGet(Intent.Nothing::new);
    }
}
