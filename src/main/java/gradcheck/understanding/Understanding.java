package gradcheck.understanding;

import gradcheck.understanding.Hearing.Heard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a message means, once it is no fixed word and no answer to the open question.
 *
 * <p>Safe for many threads: built once from the config; it learns from the sayings when it is first asked, and never
 * changes after. Despair is looked for first, then attempts at the rules; then commands, the FAQ, other offices' matters
 * and small talk.
 */
public final class Understanding {
    /** Where a second wish begins: after a pause, or at a word that joins two, each long enough to be one. */
    private static final Pattern CLAUSES =
            Pattern.compile(" |(?<=[^ ]{4})(?:然后|还有|顺便|另外|以及|并且|同时|再把|再帮|接着)(?=[^ ]{3})");

    private static final Pattern JOINED = Pattern.compile("然后|还有|顺便|另外|以及|并且|同时|再|接着|也");
    private static final Pattern LEADING = Pattern.compile("^(?:对了|而且|" + JOINED + ")");
    /** A clause that only asks whether goes with what was said before it: 照片拍糊了，能重来吗. */
    private static final Pattern WHETHER = Pattern.compile(".{1,6}[吗不么没]$");

    private static final String CHAT = "chat";
    /** Likely enough for what nobody asked the manual. */
    private static final double EVIDENT = 0.6;
    /** So likely that a word of another office's may stand beside it. */
    private static final double UNMISTAKABLE = 0.9;
    /** An order is no longer than that. */
    private static final int BRIEF = 12;
    /** A word or two is no attempt at anything: it may be a name. */
    private static final int LONG = 5;
    /** What has the meanings of a command is taken for it unless that is quite unlikely. */
    private static final double POSSIBLE = 0.1;
    /** A second wish shows in the whole message too, unless a word joins it on. */
    private static final double SHOWN = 0.03;

    private final Hearing hearing;
    private final Alarms alarms;
    private final Talk talk;
    private final Orders orders;
    private final Outside outside;
    private final Faq faq;
    private final Sayings sayings;
    private final Judge judge;
    private final Jury jury;
    private final Set<String> commands;
    private final Set<String> anchors;
    private final Recent<Meaning> meanings = new Recent<>(this::meaning);
    private final Recent<Optional<Meaning>> alarming = new Recent<>(this::alarmed);

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
        judge = new Judge(lessons.examples(), lexicon, faq, hearing.words());
        jury = new Jury(judge, Once.of(lessons::likelihood));
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
        List<String> faults = new ArrayList<>(faq.faults(hearing.words(), commands));
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
                .or(() -> whole(plain))
                .or(() -> matter.flatMap(this::whole))
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
        return whole(matter)
                .or(() -> sure(matter))
                .filter(Meaning.Command.class::isInstance)
                .map(meaning -> ((Meaning.Command) meaning).word())
                .filter(word -> !orders.isCareful(word));
    }

    private Optional<Meaning> sure(String plain) {
        Judge.Verdict verdict = jury.of(hearing.heard(plain), false);
        return verdict.isSure() ? verdict.meaning() : Optional.empty();
    }

    /** What is nearest to a text and how near, for who writes the FAQ. */
    public List<Near> nearest(String text, int most) {
        return judge.nearest(hearing.heard(hearing.plain(text)).reading()).stream()
                .limit(most)
                .toList();
    }

    /** What a text is likeliest meant for, and how likely each is. */
    List<Near> likely(String text, int most) {
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

    private Optional<Meaning> whole(String plain) {
        return orders.exact(plain).or(() -> alike(plain)).map(Meaning.Command::new);
    }

    private Optional<String> alike(String plain) {
        return orders.alike(plain)
                .filter(word -> !isOneOfSeveral(word, plain))
                .filter(word -> jury.allows(Target.command(word), hearing.heard(plain), POSSIBLE));
    }

    /** Whether some clause is another order: 帮我找老师，再把回执发我. */
    private boolean isOneOfSeveral(String word, String plain) {
        return plain.indexOf(Plain.GAP) >= 0
                && Stream.of(CLAUSES.split(plain, -1))
                        .map(clause -> LEADING.matcher(clause.strip()).replaceFirst(""))
                        .filter(clause ->
                                !clause.isEmpty() && talk.whole(clause).isEmpty())
                        .flatMap(clause -> orders.alike(clause).stream())
                        .anyMatch(other -> !other.equals(word) && !orders.isCareful(other) && !orders.isCareful(word));
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
        Judge.Verdict verdict = jury.of(heard, isOutside);
        boolean isOne = verdict.isPlain() && !JOINED.matcher(calm).find();
        List<Meaning> wishes = isOne ? List.of() : wishes(calm, verdict.meaning());
        if (wishes.size() > 1 && areSeveral(wishes, calm, heard)) {
            return Optional.of(new Meaning.Several(wishes));
        }
        return verdict.meaning()
                .filter(m -> !isOutside || !(m instanceof Meaning.Offer))
                .filter(m -> !(m instanceof Meaning.Command order) || orders.isMeant(order.word(), plain));
    }

    /** What each clause surely means, where there are several. */
    private List<Meaning> wishes(String plain, Optional<Meaning> main) {
        List<Meaning> wishes = new ArrayList<>();
        for (String clause : CLAUSES.split(plain, -1)) {
            if (!clause.isBlank() && talk.whole(clause).isEmpty()) {
                wish(LEADING.matcher(clause.strip()).replaceFirst(""), main)
                        .filter(wish -> !wishes.contains(wish))
                        .ifPresent(wishes::add);
            }
        }
        return wishes;
    }

    /** The one order among clauses that mean nothing to us: 别废话了，看进度. */
    private Optional<Meaning> only(String plain) {
        boolean isOne = plain.indexOf(Plain.GAP) < 0;
        if (isOne
                || isOutside(plain)
                || jury.kind(hearing.heard(plain), EVIDENT).isPresent()) {
            return Optional.empty();
        }
        List<Meaning> wishes = wishes(plain, Optional.empty());
        return wishes.size() == 1 && wishes.get(0) instanceof Meaning.Command
                ? Optional.of(wishes.get(0))
                : Optional.empty();
    }

    private boolean isOutside(String plain) {
        return outside.isWorld(plain) || outside.matter(plain).isPresent() || alarms.isAbuse(plain);
    }

    private boolean areSeveral(List<Meaning> wishes, String plain, Heard heard) {
        return JOINED.matcher(plain).find()
                || wishes.stream().allMatch(wish -> jury.allows(Target.of(wish), heard, SHOWN));
    }

    /** @param main what the whole message means, which a clause of it need not say so surely */
    private Optional<Meaning> wish(String clause, Optional<Meaning> main) {
        if (clause.isEmpty() || outside.isWorld(clause)) {
            return Optional.empty();
        }
        if (WHETHER.matcher(clause).matches()) {
            return sure(clause).filter(wish -> wish instanceof Meaning.Answer && clause.length() >= LONG);
        }
        Heard heard = hearing.heard(clause);
        return whole(clause)
                .or(() -> sure(clause))
                .or(() -> main.filter(whole ->
                        jury.of(heard, false).meaning().filter(whole::equals).isPresent()))
                .filter(wish -> !(wish instanceof Meaning.Command command)
                        || (!judge.isQuestion(heard.reading()) && !orders.isCareful(command.word())));
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
