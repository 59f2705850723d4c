package gradcheck.flows.record;

import gradcheck.conversation.Conversation;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.value.ValueCheck;
import gradcheck.language.NormalizedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When a certificate number in a message is what was asked for, or a correction of it. */
public final class NumberWanted {
    private NumberWanted() {}

    /** At the question for its value; or as 证件号码改为…, by name or by number, whatever is open. */
    public static boolean isAnswer(String said, Optional<Conversation> open, Fields fields) {
        List<RecordField> numbers = fields.inOrder().stream()
                .filter(f -> f.check() == ValueCheck.CERTIFICATE_NUMBER)
                .toList();
        boolean isAsked = open.filter(c -> c.flow().equals(RecordCheck.NAME))
                .filter(c -> c.question().equals(RecordCheck.VALUE))
                .flatMap(c -> c.answers().get(Drafts.EDITING))
                .filter(code -> numbers.stream().anyMatch(f -> f.code().equals(code)))
                .isPresent();
        return isAsked || numbers.stream().anyMatch(f -> isCorrection(said, f, fields.numberOf(f)));
    }

    private static boolean isCorrection(String said, RecordField field, int number) {
        String names = field.names().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String text = NormalizedText.folded(said);
        return Pattern.compile(
                        "(?:" + names + "|(?<!\\d)第?" + number + "(?:项|号)?)\\D{0,12}?(?:[0-9A-Za-z()* -]{0,24})"
                                + ChangeRequests.BECOMES,
                        Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
