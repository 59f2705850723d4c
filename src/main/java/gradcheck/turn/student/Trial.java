package gradcheck.turn.student;

import gradcheck.conversation.Conversation;
import gradcheck.conversation.Effect;
import gradcheck.conversation.Turn;
import gradcheck.flows.photo.PhotoCheck;
import gradcheck.flows.record.RecordCheck;
import gradcheck.language.Said;
import gradcheck.language.WordGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where words of a student, said one after the other, would lead; nothing of it is kept.
 *
 * @param open the question that is open by then
 * @param beneath the conversation that goes on when this one ends
 * @param passed what was answered on the way here
 */
record Trial(
        StudentFlows flows,
        StudentFlows.Cases cases,
        Optional<Conversation> open,
        Optional<Conversation> beneath,
        List<Passed> passed) {

    /** A question that was answered on the way. */
    record Passed(Conversation asked, Turn turn) {}

    Trial {
        passed = List.copyOf(passed);
    }

    /** Where these words bring the open question on, or begin what they are about; empty where they don't. */
    Optional<Trial> after(String said) {
        return !isShown() && (isBare(said) || takesWords()) ? Optional.empty() : heard(said);
    }

    /** A number, a yes or a no answers a question that was seen, and no other. */
    boolean isBare(String said) {
        Said words = flows.language().hear(said);
        return words.number().isPresent()
                || words.isSmall()
                || words.is(WordGroup.INTERJECTIONS)
                || words.is(WordGroup.YES)
                || words.is(WordGroup.NO);
    }

    private Optional<Trial> heard(String said) {
        return at(said).flatMap(asked -> flows.hear(asked, said, cases)
                .filter(turn -> isOn(turn, asked) && (isShown() || !isAgreement(turn, asked)))
                .map(turn -> on(asked, turn)));
    }

    boolean isShown() {
        return passed.isEmpty();
    }

    /** Nobody has read or found right what was not yet shown (R04, R08, R19); news about it counts at any time. */
    private static boolean isAgreement(Turn turn, Conversation asked) {
        boolean saysNothingNew = turn.next()
                .filter(next -> !next.answers().equals(asked.answers()))
                .isEmpty();
        return RecordCheck.needsSight(asked) && saysNothingNew;
    }

    private Trial on(Conversation asked, Turn turn) {
        List<Passed> more = new ArrayList<>(passed);
        more.add(new Passed(asked, turn));
        return new Trial(flows, cases, turn.next().or(() -> beneath), Optional.empty(), more);
    }

    private Optional<Conversation> at(String said) {
        return open.or(() -> flows.meant(said, cases));
    }

    private static boolean isOn(Turn turn, Conversation asked) {
        return !turn.effects().isEmpty() || turn.next().filter(asked::equals).isEmpty();
    }

    /** Whether these words agree to what is only about to be shown. */
    boolean isEarly(String said) {
        return !isShown() && after(said).isEmpty() && concerns(said);
    }

    /** From the question that was answered first on the way to the other. */
    Trial from(Trial other) {
        Conversation asked = other.passed().get(0).asked();
        return new Trial(flows, cases, Optional.of(asked), beneath, List.of());
    }

    /** Whether both have come to the same. */
    boolean isAlike(Trial other) {
        return open.equals(other.open) && last().equals(other.last());
    }

    /** Whether the other has answered all that this one has; what it has answered otherwise it has settled. */
    boolean isWithin(Trial other) {
        return told().keySet().stream().allMatch(other.told()::containsKey);
    }

    private Map<String, String> told() {
        return open.map(now -> now.answers().values()).orElseGet(Map::of);
    }

    private List<Effect> last() {
        return passed.isEmpty()
                ? List.of()
                : passed.get(passed.size() - 1).turn().effects();
    }

    /** Whether the open question makes anything of these words, be it that it can't take them. */
    boolean concerns(String said) {
        return at(said).flatMap(asked -> flows.hear(asked, said, cases)).isPresent();
    }

    /** Whether these words only say once more what was answered: 都看到了, when it was noted a moment ago. */
    boolean isRepeated(String said) {
        if (flows.language().hear(said).isQuestion()) {
            return false;
        }
        boolean isJustSaid = passed.stream().anyMatch(before -> flows.hear(before.asked(), said, cases)
                .filter(turn -> turn.next().equals(before.turn().next())
                        && turn.effects().equals(before.turn().effects()))
                .isPresent());
        return isJustSaid
                || (!isBare(said) && open.filter(now -> wasSaid(said, now)).isPresent());
    }

    private boolean wasSaid(String said, Conversation now) {
        return now.trail().stream()
                .map(before -> new Conversation(now.flow(), before, now.answers(), List.of()))
                .filter(before -> !takesWords(before))
                .anyMatch(before -> flows.hear(before, said, cases)
                        .flatMap(Turn::next)
                        .filter(next -> !next.question().equals(before.question()))
                        .filter(next -> next.answers().equals(now.answers()))
                        .isPresent());
    }

    /** Whether words are taken down as they are written. */
    boolean takesWords() {
        return open.filter(Trial::takesWords).isPresent();
    }

    private static boolean takesWords(Conversation at) {
        return at.flow().equals(RecordCheck.NAME) && RecordCheck.takesWords(at);
    }

    /** Whether a number is one of the record's fields now, and no choice. */
    boolean numbersNameFields() {
        return isInRecord() && open.filter(RecordCheck::numbersNameFields).isPresent();
    }

    /** Whether what is asked is what somebody sees on 学信网. */
    boolean asksForFacts() {
        return open.filter(c -> c.flow().equals(PhotoCheck.NAME)).isPresent();
    }

    private boolean isInRecord() {
        return open.filter(c -> c.flow().equals(RecordCheck.NAME)).isPresent();
    }
}
