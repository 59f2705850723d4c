package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.conversation.Flow;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.conversation.Step;
import gradcheck.language.Language;
import gradcheck.language.Said;
import gradcheck.language.WordGroup;
import gradcheck.message.Choices;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words for a person: shown before they go, and asked for.
 *
 * <pre>
 * whether ─▶ 转给老师 │ 不用转
 *    ▲ └─ 改一下 ─▶ rewritten ─┐
 *    └────────────────────────┘
 * </pre>
 *
 * <p>One message, never a mode: whatever else is said leaves the question, and is heard as if it had not been asked. The
 * conversation that was open before is remembered, and open again afterwards.
 */
public final class Handoff {
    public static final String NAME = "handoff";
    private static final String WHETHER = "whether";
    private static final String REWRITTEN = "rewritten";
    private static final String TEXT = "text";
    private static final String BEFORE = "before";

    private static final ChoiceQuestion<Recipient> SHOWN = ChoiceQuestion.<Recipient>wholly(
                    HandoffPhrases.SHOWN_CHOICES)
            .asks(Handoff::ask)
            .on("send", (about, answers) -> decided(HandoffDecided.Decision.SEND, answers))
            .on("rewrite", (about, answers) -> Heard.next(REWRITTEN, answers))
            .on("drop", (about, answers) -> decided(HandoffDecided.Decision.DROP, answers))
            .otherwise((said, about, answers) -> rewritten(said, answers));

    private static final Pattern SECOND = Pattern.compile("^2[\\s，,.、:：]*");
    private static final Pattern BETWEEN = Pattern.compile("^[\\s，,:：]+");
    /** Fewer characters are no new words. */
    private static final int SHORTEST = 3;

    private Handoff() {}

    /** @param secretary who would get the words */
    public record Recipient(String secretary) {}

    public static Flow<Recipient> flow(Language language) {
        return new Flow<>(
                NAME,
                List.of(
                        new Step<>(
                                WHETHER,
                                SHOWN::ask,
                                (said, about, answers) -> SHOWN.hear(language.hear(said), about, answers)),
                        new Step<>(
                                REWRITTEN,
                                (about, answers) -> new Question(HandoffPhrases.REWRITE.say(), Choices.NONE),
                                (said, about, answers) -> hearWords(language.hear(said), answers))));
    }

    /** 2 改成…, 改一下：…: the new words come along. */
    private static Heard rewritten(Said said, Answers answers) {
        String typed = said.text().strip();
        String unnumbered = SECOND.matcher(typed).replaceFirst("");
        Optional<String> order = said.leading(unnumbered, WordGroup.REWRITES);
        String words = BETWEEN.matcher(
                        unnumbered.substring(order.map(String::length).orElse(0)))
                .replaceFirst("");
        boolean isRewritten = order.isPresent() || !unnumbered.equals(typed);
        return isRewritten && words.length() >= SHORTEST
                ? Heard.next(WHETHER, answers.with(TEXT, words))
                : new Heard.NotAnAnswer();
    }

    /** Asked for, any words are the new ones, but for those that leave it. */
    private static Heard hearWords(Said said, Answers answers) {
        boolean isLeft = said.word(SHOWN.heardAs()).filter("drop"::equals).isPresent();
        return isLeft
                ? decided(HandoffDecided.Decision.DROP, answers)
                : Heard.next(WHETHER, answers.with(TEXT, said.text().strip()));
    }

    /** Whether any words that come next are those to be handed on. */
    public static boolean takesWords(Conversation conversation) {
        return conversation.flow().equals(NAME) && conversation.question().equals(REWRITTEN);
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
