package gradcheck.understanding;

import gradcheck.understanding.Hearing.Heard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message means, once it is no fixed word and no answer to the open question.
 *
 * <p>Safe for many threads: built once from the config; it learns from the sayings when it is first asked, and never
 * changes after. Despair is looked for first, then attempts at the rules; then commands, the FAQ, other offices' matters
 * and small talk.
 */
public final class Understanding {
    private static final String CHAT = "chat";
    /** Likely enough for what nobody asked the manual. */
    private static final double EVIDENT = 0.6;
    /** So likely that a word of another office's may stand beside it. */
    private static final double UNMISTAKABLE = 0.9;
    /** An order is no longer than that. */
    private static final int BRIEF = 12;
    /** A word or two is no attempt at anything: it may be a name. */
    private static final int LONG = 5;

    private final Hearing hearing;
    private final Alarms alarms;
    private final Talk talk;
    private final Orders orders;
    private final Outside outside;
    private final Faq faq;
    private final Sayings sayings;
    private final Jury jury;
    private final Wishes wishes;
    private final Set<String> commands;
    private final Set<String> anchors;
    private final Memo<Meaning> meanings = new Memo<>(this::meaning);
    private final Memo<Optional<Meaning>> alarming = new Memo<>(this::alarmed);

    Understanding(Lexicon lexicon, Faq faq, Sayings sayings) {
        this.faq = faq;
        this.sayings = sayings;
        hearing = new Hearing(lexicon);
        alarms = new Alarms(lexicon);
        talk = new Talk(lexicon, hearing);
        outside = new Outside(lexicon);
        anchors = Set.copyOf(lexicon.anchors());
        commands = new LinkedHashSet<>(lexicon.commands().keySet());
        orders = new Orders(lexicon, hearing);
        Lessons lessons = new Lessons(lexicon, faq, sayings, hearing);
        jury = new Jury(new Catalog(lexicon, faq, hearing.words()), Once.of(lessons::likelihood));
        wishes = new Wishes(hearing, orders, jury, talk, outside);
    }

    /**
     * Reads {@code lexicon.yml}, {@code faq.yml} and {@code sayings.txt}.
     *
     * @throws IOException if one of them can't be read; the message names the line
     */
    public static Understanding read(Path folder) throws IOException {
        return new Understanding(
                Lexicon.read(folder.resolve("lexicon.yml")),
                Faq.read(folder.resolve("faq.yml")),
                Sayings.read(folder.resolve("sayings.txt")));
    }

    /** Learns at once, which takes about a second; else the first message that needs it would wait for it. */
    public void learn() {
        jury.learn();
    }

    /** What is wrong with the files together; empty when all is well. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(faq.faults(commands));
        sayings.all().stream()
                .filter(Sayings.Saying::isOne)
                .filter(saying -> !isKnown(saying.target()))
                .forEach(saying -> faults.add("sayings.txt: nothing is called " + saying.target()));
        return faults;
    }

    private boolean isKnown(String target) {
        return Target.isAside(target)
                || faq.named(target).isPresent()
                || (Target.isCommand(target) && commands.contains(Target.name(target)));
    }

    public Faq faq() {
        return faq;
    }

    /** What the message means. */
    public Meaning of(String text) {
        return meanings.of(text);
    }

    private Meaning meaning(String text) {
        String plain = hearing.plain(text);
        Optional<Meaning> alarm = alarm(text);
        if (alarm.isPresent()) {
            return alarm.get();
        }
        if (plain.isEmpty()) {
            return text.isBlank() ? new Meaning.Nothing() : new Meaning.SmallTalk("emoji");
        }
        Optional<String> matter =
                Optional.of(talk.without(plain)).filter(rest -> !rest.isEmpty() && !rest.equals(plain));
        return talk.whole(plain)
                .<Meaning>map(Meaning.SmallTalk::new)
                .or(() -> wishes.order(plain))
                .or(() -> matter.flatMap(wishes::order))
                .or(() -> asked(plain))
                .or(() -> matter.flatMap(this::asked))
                .or(() -> only(plain))
                .orElseGet(() -> aside(plain));
    }

    /** The kind of small talk that a message is from end to end. */
    public Optional<String> talk(String text) {
        return talk.whole(hearing.plain(text));
    }

    /** Whether a message is an insult and hardly anything else. */
    public boolean isInsult(String text) {
        String plain = hearing.plain(text);
        return alarms.isAbuse(plain) && alarms.calmed(plain).strip().length() < LONG;
    }

    /** What is looked for in every message, whatever was asked: despair, attempts at the rules. */
    public Optional<Meaning> alarm(String text) {
        return alarming.of(text);
    }

    private Optional<Meaning> alarmed(String text) {
        String plain = hearing.plain(text);
        if (alarms.isDespair(plain)) {
            return Optional.of(new Meaning.Despair());
        }
        return alarms.isProbe(plain) ? Optional.of(new Meaning.Probe()) : Optional.empty();
    }

    /** The fixed word that a short message surely stands for, where a slip would cost nothing. */
    public Optional<String> order(String text) {
        String plain = hearing.plain(text);
        String matter = talk.without(plain);
        if (matter.isEmpty() || matter.length() > BRIEF || isOutside(plain)) {
            return Optional.empty();
        }
        return wishes.order(matter)
                .or(() -> wishes.sure(matter))
                .filter(Meaning.Command.class::isInstance)
                .map(meaning -> ((Meaning.Command) meaning).word())
                .filter(word -> !orders.isCareful(word));
    }

    /** What a text is likeliest meant for, and how likely each is. */
    public List<Near> likely(String text, int most) {
        String calm = alarms.calmed(hearing.plain(text));
        return jury.likely(hearing.heard(calm)).stream().limit(most).toList();
    }

    /** What an offered choice was stored as. */
    public static String id(Meaning choice) {
        return Target.of(choice);
    }

    /** The offered choice of that id; empty when the files have changed meanwhile. */
    public Optional<Meaning> byId(String id) {
        return Target.meaning(id, faq);
    }

    private Optional<Meaning> asked(String plain) {
        String calm = alarms.calmed(plain);
        Heard heard = hearing.heard(calm);
        boolean isOutside = isOutside(plain);
        boolean isForeign =
                isOutside && anchors.stream().noneMatch(heard.reading().meanings()::contains);
        if (isForeign && jury.likely(heard).get(0).score() < UNMISTAKABLE) {
            return Optional.empty();
        }
        Jury.Verdict verdict = jury.of(heard, isOutside);
        Optional<Meaning> several = wishes.several(calm, heard, verdict.meaning());
        return several.or(() -> verdict.meaning()
                .filter(m -> !isOutside || !(m instanceof Meaning.Offer))
                .filter(m -> !(m instanceof Meaning.Command order) || orders.isMeant(order.word(), plain)));
    }

    /** The one order among clauses, where the message as a whole is nothing we know of. */
    private Optional<Meaning> only(String plain) {
        boolean isOne = plain.indexOf(Plain.GAP) < 0;
        return isOne
                        || isOutside(plain)
                        || jury.kind(hearing.heard(plain), EVIDENT).isPresent()
                ? Optional.empty()
                : wishes.onlyOrder(plain);
    }

    private boolean isOutside(String plain) {
        return outside.isWorld(plain) || outside.matter(plain).isPresent() || alarms.isAbuse(plain);
    }

    private Meaning aside(String plain) {
        Optional<Meaning> matter = outside.matter(plain);
        if (matter.isPresent()) {
            return matter.get();
        }
        if (alarms.isAbuse(plain)) {
            return new Meaning.Abuse();
        }
        Meaning likeliest = likeliestAside(plain);
        boolean isSerious = likeliest instanceof Meaning.Despair || likeliest instanceof Meaning.Probe;
        return isSerious
                ? likeliest
                : talk.inside(plain).<Meaning>map(Meaning.SmallTalk::new).orElse(likeliest);
    }

    /** What nobody put into the lists, but many wrote something like it. */
    private Meaning likeliestAside(String plain) {
        boolean isLong = plain.length() >= LONG;
        return jury.kind(hearing.heard(plain), EVIDENT)
                .map(kind -> switch (kind) {
                    case "abuse" -> new Meaning.Abuse();
                    case "small" -> new Meaning.SmallTalk(CHAT);
                    case "probe" -> isLong ? new Meaning.Probe() : new Meaning.Nothing();
                    case "despair" -> isLong ? new Meaning.Despair() : new Meaning.Nothing();
                    default -> new Meaning.Nothing();
                })
                .orElseGet(Meaning.Nothing::new);
    }
}
