package gradcheck.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.message.Choices;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a conversation does with what is said, on a flow of four questions. */
class DialogueTest {
    private static final Choices YES = Choices.of("toy", "yes");

    private record Noted(String what) implements Effect {}

    /** The case: whether the question about the proof still makes sense. */
    private record Case(boolean needsProof) {}

    private static final Case ABOUT = new Case(true);

    private final Flow<Case> flow = new Flow<>(
            "toy",
            List.of(
                    new Step<>("notice", (about, answers) -> question("notice"), DialogueTest::onward),
                    new Step<>(
                            "proof",
                            (about, answers) -> question("proof"),
                            DialogueTest::onward,
                            (about, answers) -> about.needsProof() && !answers.has("proved")),
                    new Step<>("mail", (about, answers) -> question("mail"), DialogueTest::onward),
                    new Step<>("confirm", (about, answers) -> question("confirm"), DialogueTest::atTheEnd)));

    private final Dialogue<Case> dialogue = new Dialogue<>(flow);

    private static Say say(String words) {
        return Phrase.of(words).say();
    }

    private static Question question(String name) {
        return new Question(say(name + " in full"), say(name + " in brief"), YES);
    }

    /** The name of the question to go to; anything with a question mark is none. */
    private static Heard onward(String said, Case about, Answers answers) {
        if (said.endsWith("?")) {
            return new Heard.NotAnAnswer();
        }
        return said.isEmpty()
                ? new Heard.Refused(say("empty"))
                : new Heard.Next(said, answers.with("last", said), List.of(new Noted(said)), List.of(say("noted")));
    }

    private static Heard atTheEnd(String said, Case about, Answers answers) {
        return new Heard.Ended(List.of(new Noted("confirmed")), List.of(say("thanks")));
    }

    /** A conversation in which these questions were gone to, one after another. */
    private Conversation after(String... questions) {
        Conversation at = flow.opened();
        for (String next : questions) {
            at = heard(at, next).next().orElseThrow();
        }
        return at;
    }

    private Turn heard(Conversation at, String said) {
        return dialogue.hear(at, said, ABOUT).orElseThrow();
    }

    private static String asked(Turn turn) {
        return turn.question().orElseThrow().text().phrase().key();
    }

    private static String open(Turn turn) {
        return turn.next().orElseThrow().question();
    }

    @Test
    void it_begins_with_the_first_question_in_full() {
        Turn turn = dialogue.open(Optional.empty(), ABOUT);
        assertThat(turn.next()).contains(Conversation.at("toy", "notice"));
        assertThat(asked(turn)).isEqualTo("notice in full");
        assertThat(turn.question().orElseThrow().choices()).isEqualTo(YES);
        assertThat(turn.effects()).isEmpty();
        assertThat(turn.says()).isEmpty();
    }

    @Test
    void it_is_taken_up_where_it_stood() {
        Conversation stood = after("mail");
        Turn turn = dialogue.open(Optional.of(stood), ABOUT);
        assertThat(turn.next()).contains(stood);
        assertThat(asked(turn)).isEqualTo("mail in full");
    }

    @Test
    void an_answer_is_kept_and_leads_to_the_next_question() {
        Turn turn = heard(flow.opened(), "proof");
        assertThat(open(turn)).isEqualTo("proof");
        assertThat(asked(turn)).isEqualTo("proof in full");
        assertThat(turn.next().orElseThrow().answers().get("last")).contains("proof");
        assertThat(turn.effects()).containsExactly(new Noted("proof"));
        assertThat(turn.says()).containsExactly(say("noted"));
    }

    @Test
    void an_answer_that_cannot_be_taken_says_why_and_leaves_the_question_open_in_brief() {
        Conversation at = after("mail");
        Turn turn = heard(at, "");
        assertThat(turn.next()).contains(at);
        assertThat(turn.says()).containsExactly(say("empty"));
        assertThat(asked(turn)).isEqualTo("mail in brief");
        assertThat(turn.question().orElseThrow().choices()).isEqualTo(YES);
        assertThat(turn.effects()).isEmpty();
    }

    @Test
    void a_side_question_is_no_answer_and_the_open_one_comes_again_in_brief() {
        Conversation at = after("mail");
        assertThat(dialogue.hear(at, "照片什么时候截止?", ABOUT)).isEmpty();
        Turn again = dialogue.again(at, ABOUT);
        assertThat(again.next()).contains(at);
        assertThat(asked(again)).isEqualTo("mail in brief");
        assertThat(again.says()).isEmpty();
        assertThat(again.effects()).isEmpty();
    }

    @Test
    void the_last_answer_ends_it() {
        Turn turn = heard(after("confirm"), "我确认");
        assertThat(turn.next()).isEmpty();
        assertThat(turn.question()).isEmpty();
        assertThat(turn.effects()).containsExactly(new Noted("confirmed"));
        assertThat(turn.says()).containsExactly(say("thanks"));
    }

    @Test
    void one_step_back_asks_the_question_before_and_keeps_the_answers() {
        Conversation at = after("proof", "mail", "confirm");
        Turn back = dialogue.back(at, ABOUT);
        assertThat(asked(back)).isEqualTo("mail in full");
        assertThat(back.next().orElseThrow().answers()).isEqualTo(at.answers());
        Turn further = dialogue.back(back.next().orElseThrow(), ABOUT);
        assertThat(asked(further)).isEqualTo("proof in full");
        Turn first = dialogue.back(further.next().orElseThrow(), ABOUT);
        assertThat(asked(first)).isEqualTo("notice in full");
        assertThat(asked(dialogue.back(first.next().orElseThrow(), ABOUT)))
                .as("at the first one it stays")
                .isEqualTo("notice in full");
    }

    @Test
    void a_step_back_passes_over_what_makes_no_sense_any_more() {
        Turn back = dialogue.back(after("proof", "mail"), new Case(false));
        assertThat(open(back)).isEqualTo("notice");
        Conversation proved =
                new Conversation("toy", "mail", Answers.NONE.with("proved", "yes"), List.of("notice", "proof"));
        assertThat(open(dialogue.back(proved, ABOUT))).isEqualTo("notice");
    }

    @Test
    void where_nothing_before_makes_sense_any_more_the_present_question_is_asked_again() {
        Conversation at = new Conversation("toy", "mail", Answers.NONE, List.of("renamed", "proof"));
        Turn stays = dialogue.back(at, new Case(false));
        assertThat(stays.next()).contains(at);
        assertThat(asked(stays)).isEqualTo("mail in full");
    }

    @Test
    void the_same_question_again_is_no_step() {
        Conversation at = after("mail", "mail", "mail");
        assertThat(at.trail()).containsExactly("notice");
        assertThat(at.answers().get("last")).contains("mail");
    }

    @Test
    void whoever_goes_to_and_fro_can_still_go_back_twenty_steps_and_no_further() {
        Conversation at = flow.opened();
        for (int i = 0; i < 100; i++) {
            at = heard(at, i % 2 == 0 ? "mail" : "proof").next().orElseThrow();
        }
        assertThat(at.trail()).hasSize(20).endsWith("mail", "proof", "mail");
    }

    /** A deploy in mid-conversation: nothing is guessed, and nothing that was answered is lost. */
    @Test
    void a_question_that_is_asked_no_more_takes_no_answer_and_the_flow_begins_again_with_the_answers_kept() {
        Conversation old = new Conversation("toy", "renamed", Answers.NONE.with("draft", "民族 回族"), List.of("notice"));
        assertThat(dialogue.hear(old, "mail", ABOUT)).isEmpty();
        Conversation again = new Conversation("toy", "notice", old.answers(), List.of());
        assertThat(dialogue.again(old, ABOUT).next()).contains(again);
        assertThat(dialogue.open(Optional.of(old), ABOUT).next()).contains(again);
        assertThat(open(dialogue.back(old, ABOUT))).isEqualTo("notice");
    }

    @Test
    void a_way_to_a_question_that_there_is_not_names_the_flow_and_the_question() {
        Conversation opened = flow.opened();
        assertThatThrownBy(() -> dialogue.hear(opened, "nowhere", ABOUT)).hasMessage("toy has no question nowhere");
    }

    @Test
    void two_questions_of_one_name_are_refused_when_the_flow_is_built() {
        Step<Case> step = new Step<>("notice", (about, answers) -> question("notice"), DialogueTest::onward);
        List<Step<Case>> twice = List.of(step, step);
        assertThatThrownBy(() -> new Flow<>("toy", twice)).hasMessage("toy has two questions named notice");
    }

    @Test
    void answers_are_added_taken_out_and_brought_together_and_the_own_ones_win() {
        Answers own = Answers.NONE.with("XM", "李五").with("MZ", "回族");
        assertThat(own.without("MZ").values()).isEqualTo(Map.of("XM", "李五"));
        assertThat(own.has("MZ")).isTrue();
        assertThat(own.has("XB")).isFalse();
        Answers others = new Answers(Map.of("XM", "李四", "XB", "女"));
        assertThat(own.and(others).values()).isEqualTo(Map.of("XM", "李五", "MZ", "回族", "XB", "女"));
    }

    @Test
    void what_is_said_first_comes_before_everything_else() {
        Turn turn = heard(flow.opened(), "mail");
        Turn more = turn.saying(say("again"));
        assertThat(more.says()).containsExactly(say("again"), say("noted"));
        assertThat(more.effects()).isEqualTo(turn.effects());
        assertThat(more.next()).isEqualTo(turn.next());
        assertThat(more.question()).isEqualTo(turn.question());
    }
}
