package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.conversation.Flow;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.conversation.Step;
import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import java.util.List;

/**
 * Words for a person: shown before they go, and asked for.
 *
 * <pre>
 * whether ─▶ 转给老师 │ 改一下 │ 不用转
 * </pre>
 *
 * <p>One message, never a mode: whatever else is said leaves the question, and is heard as if it had not been asked. The
 * conversation that was open before is remembered, and open again afterwards.
 */
public final class Handoff {
    public static final String NAME = "handoff";
    private static final String WHETHER = "whether";
    private static final String TEXT = "text";
    private static final String BEFORE = "before";

    private static final String[] SEND = {
        "1", "转", "转吧", "转给老师", "转给他", "转给她", "要", "是", "是的", "好", "好的", "对", "可以", "嗯", "发吧", "转一下"
    };
    private static final String[] REWRITE = {"2", "改一下", "改", "重写", "我改一下", "改一改", "重新写"};
    private static final String[] DROP = {"3", "不用转", "不用", "不用了", "不转", "别转", "不要", "不要转", "算了", "不用转了", "先不转", "取消"};

    private Handoff() {}

    /** @param secretary who would get the words */
    public record Recipient(String secretary) {}

    public static Flow<Recipient> flow() {
        return new Flow<>(NAME, List.of(new Step<>(WHETHER, Handoff::ask, Handoff::hear)));
    }

    /** @param before the flow that is open now; empty: none */
    public static Conversation about(String text, String before) {
        return new Conversation(NAME, WHETHER, Answers.NONE.with(TEXT, text).with(BEFORE, before), List.of());
    }

    /** The flow to be open again afterwards; empty: none. */
    public static String before(Conversation handoff) {
        return handoff.answers().get(BEFORE).orElse("");
    }

    private static Question ask(Recipient about, Answers answers) {
        Say shown = HandoffPhrases.SHOWN.with(
                "secretary", about.secretary(), "text", answers.get(TEXT).orElse(""));
        return new Question(
                shown,
                HandoffPhrases.SHOWN_BRIEF.with("secretary", about.secretary()),
                List.of(new Choice("转给老师", "1"), new Choice("改一下", "2"), new Choice("不用转", "3")));
    }

    private static Heard hear(String said, Recipient about, Answers answers) {
        String text = answers.get(TEXT).orElse("");
        if (Said.isOneOf(said, SEND)) {
            return decided(HandoffDecided.Decision.SEND, text);
        }
        if (Said.isOneOf(said, REWRITE)) {
            return decided(HandoffDecided.Decision.REWRITE, text);
        }
        return Said.isOneOf(said, DROP) ? decided(HandoffDecided.Decision.DROP, text) : new Heard.NotAnAnswer();
    }

    private static Heard decided(HandoffDecided.Decision decision, String text) {
        return new Heard.Ended(List.of(new HandoffDecided(decision, text)), List.of());
    }
}
