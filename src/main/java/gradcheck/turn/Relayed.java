package gradcheck.turn;

import gradcheck.desk.Relay;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.verification.Season;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Free words of a student who has asked for the teacher. The fixed words stay the bot's (interface.md §6); an answer to the
 * open question, too, unless it is plainly a question itself or a person has already taken over.
 */
final class Relayed {
    private static final Pattern FIXED = Pattern.compile("无误|有误|正确|已阅读|我确认|取消|上一步|\\d{1,2}|.*(改为|改成|→).*");
    private static final Pattern ASKS =
            Pattern.compile(".*[?？].*|.*(吗|呢|怎么|为什么|什么|能不能|可不可以|可以不|如何|请问|老师|哪里|哪儿|何时|几号|几点|多久|谁).*", Pattern.DOTALL);

    private final Season season;
    private final Relay relay;

    Relayed(Season season, Relay relay) {
        this.season = season;
        this.relay = relay;
    }

    Say ask(Tables tables, Enrolled who) {
        return relay.ask(tables, who);
    }

    /** The student goes on without asking. */
    void drop(Tables tables, Enrolled who) {
        relay.drop(tables, who);
    }

    /** Before the bot tries to understand: what is for a person for sure; no sentences where the bot keeps silent. */
    Optional<List<Say>> first(String text, Tables tables, Enrolled who) {
        boolean taken = !isFixed(text)
                && (relay.isOpen(tables, who)
                        || (relay.isAsked(tables, who) && ASKS.matcher(text).matches()));
        return taken ? relay.handOn(text, tables, who) : Optional.empty();
    }

    /** What the bot did not understand, when a question was asked for. */
    Optional<List<Say>> last(String text, Tables tables, Enrolled who) {
        boolean taken = !isFixed(text) && relay.isAsked(tables, who);
        return taken ? relay.handOn(text, tables, who) : Optional.empty();
    }

    private boolean isFixed(String text) {
        String bare = StudentCommand.bare(text);
        return StudentCommand.in(text).isPresent()
                || FIXED.matcher(bare).matches()
                || season.fields().named(bare).isPresent();
    }
}
