package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.conversation.Flow;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.conversation.Step;
import gradcheck.language.Language;
import gradcheck.message.Choices;
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

    private static final ChoiceQuestion<Recipient> SHOWN = ChoiceQuestion.<Recipient>wholly(
                    HandoffPhrases.SHOWN_CHOICES)
            .asks(Handoff::ask)
            .on("send", (about, answers) -> decided(HandoffDecided.Decision.SEND, answers))
            .on("rewrite", (about, answers) -> decided(HandoffDecided.Decision.REWRITE, answers))
            .on("drop", (about, answers) -> decided(HandoffDecided.Decision.DROP, answers));

    private Handoff() {}

    /** @param secretary who would get the words */
    public record Recipient(String secretary) {}

    public static Flow<Recipient> flow(Language language) {
        return new Flow<>(
                NAME,
                List.of(new Step<>(
                        WHETHER,
                        SHOWN::ask,
                        (said, about, answers) -> SHOWN.hear(language.hear(said), about, answers))));
    }

    /** @param before the flow that is open now; empty: none */
    public static Conversation about(String text, String before) {
        return new Conversation(NAME, WHETHER, Answers.NONE.with(TEXT, text).with(BEFORE, before), List.of());
    }

    /** The flow to be open again afterwards; empty: none. */
    public static String before(Conversation handoff) {
        return handoff.answers().get(BEFORE).orElse("");
    }

    private static Question ask(Recipient about, Answers answers, Choices offered) {
        Say shown = ChoiceQuestion.saying(
                HandoffPhrases.SHOWN,
                offered,
                "secretary",
                about.secretary(),
                "text",
                answers.get(TEXT).orElse(""));
        Say brief = ChoiceQuestion.saying(HandoffPhrases.SHOWN_BRIEF, offered, "secretary", about.secretary());
        return new Question(shown, brief, offered);
    }

    private static Heard decided(HandoffDecided.Decision decision, Answers answers) {
        return new Heard.Ended(
                List.of(new HandoffDecided(decision, answers.get(TEXT).orElse(""))), List.of());
    }
}
