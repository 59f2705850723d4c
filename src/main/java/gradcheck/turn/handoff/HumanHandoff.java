package gradcheck.turn.handoff;

import gradcheck.desk.act.Relay;
import gradcheck.domain.Season;
import gradcheck.flows.HandoffDecided;
import gradcheck.flows.HandoffPhrases;
import gradcheck.intent.IntentRecognizer;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.turn.student.StudentCommand;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Free words of a student that are for a person. They are shown first and go only at the student's word; the bot goes on
 * hearing everything else, before and after.
 */
public final class HumanHandoff {
    private static final Pattern FIXED = Pattern.compile("无误|有误|正确|已阅读|我确认|取消|上一步|\\d{1,2}|.*(改为|改成|→).*");
    private static final Pattern ASKS = Pattern.compile(
            ".*[?？].*|.*(吗|呢|怎么|为什么|什么|能不能|可不可以|可以不|如何|请问|老师|哪里|哪儿|何时|几号|几点|多久|谁|是不是|有没有).*", Pattern.DOTALL);
    /** With these it is meant for a person, whatever it asks for. */
    private static final Pattern TO_A_PERSON = Pattern.compile("老师|教秘|您");
    /** Said to the teacher who was asked, or has answered, a short while ago. */
    private static final Pattern ADDRESSED = Pattern.compile("^\\S{0,2}老师(?!已|还|说|回|让|叫|的|给|那)|您");
    /** An order to hand something on, at any time. */
    private static final Pattern HAND_ON =
            Pattern.compile("(?:转给|转告|转达给?|告诉|帮.{0,3}问(?:一下|问|一声|下)?|帮.{0,3}跟|帮我?和|想问一?下)\\S{0,3}老师|转给老师[:：]"
                    + "|(?i:\\bask (?:the |my )?(?:teacher|\\w+ laoshi|\\w+ teacher)\\b|\\btell (?:the |my )?teacher\\b|^teacher\\s*[:,，：])"
                    + "|跟\\S{0,3}老师(?:说|讲)|你?问问(?:他|她|老师|\\S{1,2}老师)|(?:帮|给)我转|请转给");

    private static final Pattern STATUS = Pattern.compile(
            "(?:老师|教秘).{0,3}(?:回|回复|答复|看到|回话|回我)了?(?:没|吗|不|么)|(?:问没问|有没有问(?!题)|转没转|有没有转|问了没|问了吗|转了没|转了吗).{0,4}(?:老师)?");

    private final Season season;
    private final Relay relay;
    private final IntentRecognizer intents;

    public HumanHandoff(Season season, Relay relay, IntentRecognizer intents) {
        this.season = season;
        this.relay = relay;
        this.intents = intents;
    }

    /** 联系老师: the next words may be for a person. */
    public Say ask(Tables tables, Enrolled who) {
        return relay.ask(tables, who);
    }

    /** The student goes on without asking. */
    public void drop(Tables tables, Enrolled who) {
        relay.drop(tables, who);
    }

    /** Who would read it; empty where nobody is there to. */
    public Optional<String> reader(Tables tables, Enrolled who) {
        return relay.reader(tables, who);
    }

    /** Before the bot tries to understand: words that are a question, or to a person, after one was asked for. */
    public boolean isForAPerson(String text, Tables tables, Enrolled who) {
        if (!isFree(text) || reader(tables, who).isEmpty()) {
            return false;
        }
        if (HAND_ON.matcher(text).find() && intents.order(text).isEmpty()) {
            return true;
        }
        if (relay.isAsked(tables, who)) {
            boolean toAPerson = TO_A_PERSON.matcher(text).find();
            return ASKS.matcher(text).matches()
                    && intents.order(text)
                            .filter(word -> !toAPerson || word.equals("联系老师"))
                            .isEmpty();
        }
        return ADDRESSED.matcher(text.strip()).find()
                && relay.isFresh(tables, who)
                && intents.order(text).isEmpty();
    }

    /** Where a question to the teacher stands, if that is asked: 老师回了没. */
    public Optional<Say> status(String text, Tables tables, Enrolled who) {
        return STATUS.matcher(text).find() ? Optional.of(relay.status(tables, who)) : Optional.empty();
    }

    /** Whether words that nobody understood may be for the person who was asked for. */
    public boolean mayBeForAPerson(String text, Tables tables, Enrolled who) {
        return isFree(text)
                && (relay.isAsked(tables, who) || relay.isFresh(tables, who))
                && reader(tables, who).isPresent();
    }

    /** What the student has decided about the words that were shown. */
    public Say settle(HandoffDecided decided, Tables tables, Enrolled who) {
        return switch (decided.decision()) {
            case SEND -> relay.send(decided.text(), tables, who);
            case DROP -> HandoffPhrases.NOT_SENT.say();
        };
    }

    private boolean isFree(String text) {
        String bare = StudentCommand.bare(text);
        boolean isFixed = StudentCommand.in(text).isPresent()
                || FIXED.matcher(bare).matches()
                || season.fields().named(bare).isPresent();
        return !isFixed && intents.talk(text).isEmpty();
    }
}
