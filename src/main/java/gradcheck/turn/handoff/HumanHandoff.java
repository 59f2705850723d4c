package gradcheck.turn.handoff;

import gradcheck.desk.DeskPhrases;
import gradcheck.desk.act.Relay;
import gradcheck.domain.Season;
import gradcheck.intent.IntentRecognizer;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.turn.student.StudentCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Free words of a student who has asked for the teacher. The fixed words stay the bot's (interface.md §6), and so do short
 * orders in other words; an answer to the open question, too, unless it is plainly a question itself or a person has
 * already taken over.
 */
public final class HumanHandoff {
    private static final Pattern FIXED = Pattern.compile("无误|有误|正确|已阅读|我确认|取消|上一步|\\d{1,2}|.*(改为|改成|→).*");
    private static final Pattern ASKS =
            Pattern.compile(".*[?？].*|.*(吗|呢|怎么|为什么|什么|能不能|可不可以|可以不|如何|请问|老师|哪里|哪儿|何时|几号|几点|多久|谁).*", Pattern.DOTALL);
    /** With these it is meant for a person, whatever it asks for. */
    private static final Pattern TO_A_PERSON = Pattern.compile("老师|教秘|您|你们");
    /** The teacher may want to know it, or be asked for it. */
    private static final Set<String> NEWS = Set.of("联系老师", "帮助", "材料已寄", "已提交");
    /** What can go unsaid as long as nobody has answered. */
    private static final Set<String> IDLE = Set.of("greeting", "thanks", "ack", "laugh", "bye", "emoji", "who");

    private final Season season;
    private final Relay relay;
    private final IntentRecognizer intents;

    public HumanHandoff(Season season, Relay relay, IntentRecognizer intents) {
        this.season = season;
        this.relay = relay;
        this.intents = intents;
    }

    public Say ask(Tables tables, Enrolled who) {
        return relay.ask(tables, who);
    }

    /** The student goes on without asking. */
    public void drop(Tables tables, Enrolled who) {
        relay.drop(tables, who);
    }

    /** An order in other words is the bot's even now, unless it is said to the teacher. */
    public boolean isOrder(String text, Tables tables, Enrolled who) {
        boolean asked = relay.isAsked(tables, who);
        if (isFixed(text) || (!asked && !relay.isOpen(tables, who))) {
            return false;
        }
        boolean toAPerson = TO_A_PERSON.matcher(text).find();
        return intents.order(text)
                .filter(word -> asked ? !toAPerson || word.equals("联系老师") : !toAPerson && !NEWS.contains(word))
                .isPresent();
    }

    /** What to say behind an order that was followed while a person has the conversation: nothing of theirs is lost. */
    public Optional<Say> kept(Tables tables, Enrolled who) {
        return relay.isOpen(tables, who) ? Optional.of(DeskPhrases.RELAY_KEPT.say()) : Optional.empty();
    }

    /** Before the bot tries to understand: what is for a person for sure; no sentences where the bot keeps silent. */
    public Optional<List<Say>> first(String text, Tables tables, Enrolled who) {
        if (isFixed(text)) {
            return Optional.empty();
        }
        Optional<String> talk = intents.talk(text);
        Optional<String> waitingFor = relay.waitingFor(tables, who);
        if (waitingFor.isPresent() && talk.filter(IDLE::contains).isPresent()) {
            return Optional.of(List.of(DeskPhrases.RELAY_WAITING.with("secretary", waitingFor.get())));
        }
        boolean asks = relay.isAsked(tables, who)
                && talk.isEmpty()
                && ASKS.matcher(text).matches();
        return asks || relay.isOpen(tables, who) ? relay.handOn(text, tables, who) : Optional.empty();
    }

    /** What the bot did not understand, when a question was asked for; small talk is none. */
    public Optional<List<Say>> last(String text, Tables tables, Enrolled who) {
        boolean taken = !isFixed(text)
                && relay.isAsked(tables, who)
                && intents.talk(text).isEmpty();
        return taken ? relay.handOn(text, tables, who) : Optional.empty();
    }

    private boolean isFixed(String text) {
        String bare = StudentCommand.bare(text);
        return StudentCommand.in(text).isPresent()
                || FIXED.matcher(bare).matches()
                || season.fields().named(bare).isPresent();
    }
}
