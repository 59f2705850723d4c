package gradcheck.flows.record;

import gradcheck.conversation.Answers;

/** Which question the drafts in hand still need; the summary once none is open. */
final class Pending {
    private Pending() {}

    static String question(RecordCase about, Answers answers) {
        if (!KeyQuestions.lackingSince(about, answers).isEmpty()) {
            return RecordCheck.SINCE;
        }
        if (!KeyQuestions.lackingWeb(about, answers).isEmpty()) {
            return RecordCheck.WEB;
        }
        return PartyQuestion.lacking(about, answers).isPresent() ? RecordCheck.PARTY : RecordCheck.SUMMARY;
    }
}
