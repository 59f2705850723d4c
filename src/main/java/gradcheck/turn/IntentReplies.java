package gradcheck.turn;

import gradcheck.conversation.Question;
import gradcheck.copy.Copy;
import gradcheck.domain.Contacts;
import gradcheck.domain.Season;
import gradcheck.intent.FaqEntry;
import gradcheck.intent.Intent;
import gradcheck.intent.IntentRecognizer;
import gradcheck.intent.NameRedactor;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.Audit;
import gradcheck.turn.handoff.CrisisReply;
import gradcheck.turn.onboarding.Greeting;
import gradcheck.turn.onboarding.Person;
import gradcheck.turn.privacy.OwnData;
import gradcheck.turn.privacy.PrivacyCommand;
import gradcheck.turn.student.Checklist;
import gradcheck.turn.student.StudentCommand;
import gradcheck.turn.student.StudentTurn;
import gradcheck.turn.student.StudentView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Replies to what is neither a fixed word nor an answer to the open question. */
public final class IntentReplies {
    private static final Map<String, Phrase> TALK = Map.of(
            "greeting", AskedPhrases.GREETING,
            "thanks", AskedPhrases.THANKS,
            "bye", AskedPhrases.BYE,
            "ack", AskedPhrases.ACK,
            "laugh", AskedPhrases.LAUGH,
            "who", AskedPhrases.WHO,
            "mood", AskedPhrases.MOOD,
            "later", AskedPhrases.LATER,
            "emoji", AskedPhrases.EMOJI,
            "complaint", AskedPhrases.COMPLAINT);

    /** As many characters as the recognizer looks at. */
    private static final int PIECE = 300;

    private static final int SEAM = 40;
    /** Far more than the platform lets through in one message (2,048 bytes, page 90240). */
    private static final int MOST_PIECES = 40;

    private static final Pattern ENGLISH_WORDS = Pattern.compile("[A-Za-z']{2,}[ ,.?!]+[A-Za-z']{2,}");
    private static final Pattern SENT = Pattern.compile("(?:发|寄|交|邮)[^，,]{0,6}了");
    /** A question that leaves out what it is about is no longer than that. */
    private static final int BRIEF = 18;
    /** So long the topic is what is talked about. */
    private static final Duration TOPIC_LASTS = Duration.ofMinutes(15);

    /** What agrees, of the words of interface.md §6. */
    private static final Set<String> FIXED_ANSWERS = Set.of("已阅读", "无误", "我确认");

    private static final Set<String> MAY_ANSWER = Set.of("ack", "greeting", "emoji", "later");

    private final IntentRecognizer intents;
    private final SwitchGuard switches;
    private final CrisisReply distress;
    private final Ground ground;
    private final StudentTurn students;
    private final OwnData ownData;

    /** What replies rest on. */
    public record Ground(Season season, Clock clock, Ids ids) {}

    IntentReplies(IntentRecognizer intents, Copy copy, Ground ground, StudentTurn students) {
        this.intents = intents;
        this.switches = new SwitchGuard(intents);
        this.distress = new CrisisReply(copy, ground);
        this.ground = ground;
        this.students = students;
        this.ownData = new OwnData(ground.season(), ground.clock(), new Greeting(ground.season(), ground.clock()));
    }

    /** What comes before everything else, from anybody: even an unread or overlong message is searched for despair. */
    Optional<Reply> despair(String text, Tables tables, Person who) {
        return pieces(text)
                .flatMap(part -> intents.alarm(part).stream())
                .filter(Intent.Despair.class::isInstance)
                .map(Intent.Despair.class::cast)
                .max(Comparator.comparing(Intent.Despair::isAcute))
                .map(despair -> Reply.of(distress.answer(tables, who, despair.isAcute())));
    }

    /** An attempt at the rules from a student. */
    Optional<Reply> probe(String text, Tables tables, Person who) {
        boolean isProbe =
                intents.alarm(text).filter(Intent.Probe.class::isInstance).isPresent();
        return isProbe && who.staff().isEmpty() ? who.student().map(s -> probed(tables, s)) : Optional.empty();
    }

    /** A long message in pieces, each as long as what is understood at once; what stands on a seam is in two of them. */
    private static Stream<String> pieces(String text) {
        return Stream.iterate(0, from -> from == 0 || from < text.length() - SEAM, from -> from + PIECE - SEAM)
                .limit(MOST_PIECES)
                .map(from -> text.substring(from, Math.min(text.length(), from + PIECE)));
    }

    private Reply probed(Tables tables, Enrolled who) {
        String target = who.student().number();
        tables.audit()
                .add(new Audit.Entry(
                        ground.ids().next(), ground.clock().instant(), who.person(), "越权", target, "refused"));
        return students.andAgain(tables, who, AskedPhrases.PROBE.say());
    }

    /**
     * The choice that was meant, where the last message asked back; whatever is said settles the offer.
     *
     * @param first the first part of it, which may be the number, or a yes
     */
    public Optional<Reply> picked(String said, String first, Tables tables, Enrolled who) {
        List<Intent> choices = tables.offers().take(who.person()).stream()
                .flatMap(id -> intents.byId(id).stream())
                .toList();
        String bare = StudentCommand.bare(said);
        String number = StudentCommand.bare(first);
        return Stream.iterate(0, i -> i < choices.size(), i -> i + 1)
                .filter(i -> number.equals(Integer.toString(i + 1))
                        || bare.equals(StudentCommand.bare(title(choices.get(i))))
                        || (choices.size() == 1 && students.isYes(first)))
                .findFirst()
                .map(i -> chosen(choices.get(i), said, tables, who));
    }

    private Reply chosen(Intent choice, String text, Tables tables, Enrolled who) {
        return choice instanceof Intent.Command command
                ? command(command.word(), text, tables, who)
                : reply(choice, text, tables, who);
    }

    /** A message as it was typed, but for words of some provinces only. */
    public String standard(String text) {
        return intents.standard(text);
    }

    /** Whether it is plain talk or an insult, which answers no question; a yes or a number may. */
    public boolean isTalk(String text) {
        boolean isNumber = text.chars().anyMatch(Character::isDigit);
        return intents.isInsult(text)
                || (!isNumber
                        && intents.talk(text)
                                .filter(kind -> !MAY_ANSWER.contains(kind))
                                .isPresent());
    }

    /** What to say to plain talk, with no next step. */
    Optional<Say> talk(String text) {
        return intents.talk(text)
                .map(kind -> TALK.getOrDefault(kind, AskedPhrases.CHAT).say());
    }

    /** Whether a short message surely is an order. */
    public boolean isOrder(String text) {
        return intents.order(text).isPresent();
    }

    /** Whether somebody leaves everything as it is, in whatever words. */
    public boolean givesUp(String text) {
        return intents.of(text) instanceof Intent.Command command
                && (command.word().equals("取消") || command.word().equals("无误"));
    }

    /** What the FAQ says to a question that is on its way to a person. */
    public Optional<Say> known(String text, Tables tables, Enrolled who) {
        return intents.of(text) instanceof Intent.Answer answer
                ? Optional.of(
                        AskedPhrases.ANSWER.with("text", answer.entry().answer(ground.season(), contacts(tables, who))))
                : Optional.empty();
    }

    private Contacts contacts(Tables tables, Enrolled who) {
        return StudentView.read(tables, ground.season(), who).contacts();
    }

    /**
     * What the FAQ says to what is left of a message, or what it may be about; empty where nobody knows.
     *
     * @param message as it was written: 怎么弄 alone asks nothing, 图像校对 怎么弄 does
     */
    public Optional<Say> beside(String part, String message, Tables tables, Enrolled who) {
        Optional<Say> known = known(part, tables, who).or(() -> known(message, tables, who));
        return known.or(() -> offered(intents.of(part))
                .map(choice -> TurnPhrases.PART_OFFERED.with("text", part, "title", title(choice))));
    }

    /** What a part may be about: a question, or an order that needs a word more. */
    private static Optional<Intent> offered(Intent meaning) {
        return meaning instanceof Intent.Offer offer
                ? offer.choices().stream()
                        .limit(1)
                        .filter(Intent.Answer.class::isInstance)
                        .findFirst()
                : Optional.of(meaning).filter(Intent.Command.class::isInstance);
    }

    /** Whether a message as a whole is understood as that order, and no more. */
    public boolean isOrderFor(String text, StudentCommand command) {
        return intents.of(text) instanceof Intent.Command meant
                && StudentCommand.in(meant.word()).filter(command::equals).isPresent();
    }

    /** The order that a part of a message is, from end to end. */
    public Optional<StudentCommand> order(String part) {
        return StudentCommand.in(part)
                .or(() -> isSent(part) ? Optional.of(StudentCommand.MATERIAL_SENT) : Optional.empty())
                .or(() -> said(part)
                        .filter(word -> !switches.needsYes(word, part))
                        .flatMap(StudentCommand::in));
    }

    /** 材料今天下午用邮箱发过去了: done, and said to be. */
    private boolean isSent(String part) {
        return SENT.matcher(part).find()
                && !switches.putsOff(part)
                && !intents.isQuestion(part)
                && intents.of(part) instanceof Intent.Command command
                && StudentCommand.in(command.word())
                        .filter(StudentCommand.MATERIAL_SENT::equals)
                        .isPresent();
    }

    /** The fixed answer that a part of a message is in other words. */
    public Optional<String> fixedWord(String part) {
        return said(part).filter(FIXED_ANSWERS::contains);
    }

    private Optional<String> said(String part) {
        return intents.of(part) instanceof Intent.Command command && intents.isSaid(part, command.word())
                ? Optional.of(command.word())
                : Optional.empty();
    }

    /** Whether somebody only says that they weren't heard, or are in a hurry. */
    public boolean isComplaint(String part) {
        return intents.talk(part).filter("complaint"::equals).isPresent();
    }

    /** Whether a part of a message says something: thanks and the like stand beside it. */
    public boolean isSerious(String part) {
        return StudentCommand.in(part).isPresent()
                || part.chars().anyMatch(Character::isDigit)
                || intents.talk(part).filter(kind -> !MAY_ANSWER.contains(kind)).isEmpty();
    }

    public boolean isQuestion(String part) {
        return intents.isQuestion(part);
    }

    /** Whether nothing at all was understood. */
    public boolean isUnknown(String text) {
        return intents.of(text) instanceof Intent.Nothing;
    }

    /** Whether the words are about something: a wish, a question, or what may be one. */
    public boolean isMatter(String text) {
        Intent meaning = intents.of(text);
        return !(meaning instanceof Intent.SmallTalk || meaning instanceof Intent.Nothing);
    }

    public Reply reply(String text, Tables tables, Enrolled who) {
        // 6 is praise, but where choices are numbered it is one that there isn't.
        boolean isNoChoice = StudentCommand.bare(text).matches("\\d") && students.hasOpenQuestion(tables, who.person());
        if (isNoChoice) {
            return notUnderstood(text, tables, who);
        }
        Optional<StudentCommand> next = students.isGo(text) ? students.next(tables, who) : Optional.empty();
        return next.map(command -> students.command(command, tables, who))
                .orElseGet(() -> reply(inContext(text, tables, who), text, tables, who));
    }

    /** What a message means after what was said before: 大概几天, behind a word about the material, asks how long that takes. */
    private Intent inContext(String text, Tables tables, Enrolled who) {
        Intent alone = intents.of(text);
        boolean isVague = alone instanceof Intent.Offer || alone instanceof Intent.Nothing;
        if (!isVague || text.length() > BRIEF || students.topic(text).isPresent() || !intents.isQuestion(text)) {
            return alone;
        }
        Instant since = ground.clock().instant().minus(TOPIC_LASTS);
        return tables.offers()
                .topic(who.person(), since)
                .map(topic -> intents.of(topic + text))
                .filter(Intent.Answer.class::isInstance)
                .orElse(alone);
    }

    /** What was answered or asked back is what is talked about, until something else is. */
    private void remember(String text, Intent meaning, Tables tables, Enrolled who) {
        students.topic(text)
                .or(() -> meaning instanceof Intent.Answer answer
                        ? students.topic(answer.entry().title())
                        : Optional.empty())
                .ifPresent(topic -> tables.offers()
                        .talkOf(who.person(), topic, ground.clock().instant()));
    }

    /** The FAQ's answer to a member of staff; empty when the FAQ has none. */
    Optional<Reply> staffQuestion(String text, List<Member> staff) {
        Member member = staff.get(0);
        Contacts contacts = ground.season().contacts(member.college(), member.name(), member.mail(), member.phone());
        return intents.of(text) instanceof Intent.Answer answer
                ? Optional.of(
                        Reply.of(AskedPhrases.ANSWER.with("text", answer.entry().answer(ground.season(), contacts))))
                : Optional.empty();
    }

    private Reply reply(Intent meaning, String text, Tables tables, Enrolled who) {
        if (meaning instanceof Intent.Command command) {
            Intent.Offer offer = new Intent.Offer(List.of(command));
            return switches.needsYes(command.word(), text)
                    ? started(offer, text, tables, who).orElseGet(() -> offered(offer, tables, who))
                    : command(command.word(), text, tables, who);
        }
        if (meaning instanceof Intent.Answer answer) {
            remember(text, meaning, tables, who);
            return students.andAgain(tables, who, answered(answer.entry(), tables, who));
        }
        if (meaning instanceof Intent.Offer offer) {
            remember(text, meaning, tables, who);
            return started(offer, text, tables, who).orElseGet(() -> offered(offer, tables, who));
        }
        if (meaning instanceof Intent.Several several) {
            return all(several, text, tables, who);
        }
        if (meaning instanceof Intent.Despair despair) {
            Person person = new Person(who.person(), Optional.of(who), List.of());
            return Reply.of(distress.answer(tables, person, despair.isAcute()));
        }
        if (meaning instanceof Intent.Probe) {
            return probed(tables, who);
        }
        return aside(meaning).map(say -> friendly(say, tables, who)).orElseGet(() -> notUnderstood(text, tables, who));
    }

    /** What can only mean the check that is next, and doesn't put it off, begins it: nothing is written down by that. */
    private Optional<Reply> started(Intent.Offer offer, String text, Tables tables, Enrolled who) {
        return offer.choices().size() == 1
                        && offer.choices().get(0) instanceof Intent.Command command
                        && !switches.putsOff(text)
                ? students.next(tables, who)
                        .filter(next -> StudentCommand.in(command.word())
                                .filter(next::equals)
                                .isPresent())
                        .map(next -> students.command(next, tables, who))
                : Optional.empty();
    }

    private Reply command(String word, String text, Tables tables, Enrolled who) {
        return StudentCommand.in(word)
                .map(command -> students.command(command, tables, who))
                .or(() -> own(word, tables, who))
                .or(() -> students.answer(word, tables, who))
                .or(() -> students.early(word, tables, who))
                .orElseGet(() -> notUnderstood(text, tables, who));
    }

    /** The words about one's own data, in other phrasings; deleting asks in its own words only. */
    private Optional<Reply> own(String word, Tables tables, Enrolled who) {
        return PrivacyCommand.in(word).map(own -> {
            Say answer = ownData.answer(own, tables, who.person(), Optional.of(who));
            return own == PrivacyCommand.FORGET ? Reply.of(answer) : students.andAgain(tables, who, answer);
        });
    }

    /** In mid-flow the open question is the next step; besides it only a person is named. */
    private Say answered(FaqEntry entry, Tables tables, Enrolled who) {
        Contacts contacts = StudentView.read(tables, ground.season(), who).contacts();
        String text = entry.answer(ground.season(), contacts);
        if (entry.person() != null) {
            return AskedPhrases.ANSWER_PERSON.with("text", text, "person", person(entry.person(), contacts));
        }
        return students.hasOpenQuestion(tables, who.person()) || entry.next() == null
                ? AskedPhrases.ANSWER.with("text", text)
                : AskedPhrases.ANSWER_NEXT.with("text", text, "word", entry.next());
    }

    private Say person(FaqEntry.Person person, Contacts contacts) {
        Season.Chsi chsi = ground.season().chsi();
        return switch (person) {
            case SECRETARY -> AskedPhrases.SECRETARY.with("secretary", contacts.secretary());
            case OFFICE -> AskedPhrases.OFFICE.with("phone", contacts.officePhone());
            case CHSI -> AskedPhrases.CHSI.with("phone", chsi.phone(), "mail", chsi.mail());
            case PARTY -> AskedPhrases.PARTY.with("party", contacts.party());
        };
    }

    /** An offer is a question of its own: the one that was open comes again after it is settled. */
    private Reply offered(Intent.Offer offer, Tables tables, Enrolled who) {
        List<String> ids = offer.choices().stream().map(IntentRecognizer::id).toList();
        tables.offers().make(who.person(), ids, ground.clock().instant());
        List<Say> lines = new ArrayList<>();
        for (Intent choice : offer.choices()) {
            lines.add(AskedPhrases.OFFER_LINE.with("number", lines.size() + 1, "title", title(choice)));
        }
        return Reply.of((lines.size() == 1 ? AskedPhrases.OFFER_ONE : AskedPhrases.OFFER).with("lines", lines));
    }

    private static String title(Intent choice) {
        return choice instanceof Intent.Answer answer ? answer.entry().title() : ((Intent.Command) choice).word();
    }

    /** Each wish in its turn; only the last question stays open. */
    private Reply all(Intent.Several several, String text, Tables tables, Enrolled who) {
        List<Say> says = new ArrayList<>();
        Optional<Question> question = Optional.empty();
        for (Intent meaning : several.meanings()) {
            Reply each = reply(meaning, text, tables, who);
            says.addAll(each.says());
            question = each.question();
        }
        return new Reply(says, question);
    }

    private static Optional<Say> aside(Intent meaning) {
        if (meaning instanceof Intent.SmallTalk talk) {
            return Optional.of(TALK.getOrDefault(talk.kind(), AskedPhrases.CHAT).say());
        }
        if (meaning instanceof Intent.Elsewhere elsewhere) {
            return Optional.of(AskedPhrases.ELSEWHERE.with("matter", elsewhere.matter(), "ask", elsewhere.ask()));
        }
        return meaning instanceof Intent.Abuse ? Optional.of(AskedPhrases.ABUSE.say()) : Optional.empty();
    }

    /** One friendly line, then the next step: the open question, or what the checklist says. */
    private Reply friendly(Say line, Tables tables, Enrolled who) {
        if (students.hasOpenQuestion(tables, who.person())) {
            return students.andAgain(tables, who, line);
        }
        return Reply.of(AskedPhrases.NEXT.with("talk", line, "next", next(tables, who)));
    }

    private Say next(Tables tables, Enrolled who) {
        return Checklist.nextOrNone(
                StudentView.read(tables, ground.season(), who),
                LocalDate.ofInstant(ground.clock().instant(), ground.season().zone()));
    }

    private Reply notUnderstood(String text, Tables tables, Enrolled who) {
        List<String> names = tables.students().namesIn(ground.season().year(), text);
        tables.unanswered().note(NameRedactor.of(text, names), ground.clock().instant());
        if (isEnglish(text)) {
            return students.andAgain(tables, who, TurnPhrases.ENGLISH.say());
        }
        return students.hasOpenQuestion(tables, who.person())
                ? students.andAgain(tables, who, TurnPhrases.NOT_UNDERSTOOD.say())
                : Reply.of(TurnPhrases.NOT_UNDERSTOOD_IDLE.with("next", next(tables, who)));
    }

    /** Several words in Latin letters, and hardly a Chinese character. */
    private static boolean isEnglish(String text) {
        long han = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        return ENGLISH_WORDS.matcher(text).find() && han * 2 < text.length() - han;
    }
}
