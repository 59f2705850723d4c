package gradcheck.turn;

import gradcheck.message.Incoming;
import gradcheck.message.Phrase.Say;
import gradcheck.store.CorrectionRows;
import gradcheck.verification.CorrectionState;
import gradcheck.verification.RecordField;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said to pictures, voices, places and the like: the bot keeps none of them, and says where they belong. */
final class Wordless {
    /** Signs without a word: emoji, and the platform's own faces as it writes them, [微笑] or /::). */
    private static final Pattern FACES = Pattern.compile(
            "(?:\\[[^\\[\\]]{1,6}\\]|/:[^\\s]{1,4}|[\\p{So}\\p{Sk}\\p{Mn}\\p{Me}\\p{Cf}\\x{1F000}-\\x{1FAFF}\\s！!～~。.，,？?…]|[#*0-9]\\x{FE0F}?\\x{20E3})+");

    private Wordless() {}

    /** Whether a text has no words in it. */
    static boolean isFaces(String text) {
        return FACES.matcher(text).matches();
    }

    /** The sentence for this kind of message; {@code view} is the student's, if it is one. */
    static Say about(Incoming incoming, Optional<StudentView> view) {
        if (!(incoming instanceof Incoming.Media media)) {
            return TurnPhrases.UNSUPPORTED.say();
        }
        return switch (media.kind()) {
            case IMAGE, FILE -> view.map(Wordless::document).orElseGet(TurnPhrases.MEDIA::say);
            case VOICE -> TurnPhrases.VOICE.say();
            case VIDEO -> TurnPhrases.VIDEO.say();
            case LOCATION -> TurnPhrases.LOCATION.say();
            case LINK -> TurnPhrases.LINK.say();
        };
    }

    private static Say document(StudentView view) {
        List<String> due = view.corrections().stream()
                .filter(row -> row.state() == CorrectionState.MATERIAL_DUE)
                .map(CorrectionRows.Row::field)
                .map(code -> view.season()
                        .fields()
                        .byCode(code)
                        .map(RecordField::label)
                        .orElse(code))
                .distinct()
                .toList();
        String mail = view.contacts().proofMail();
        return due.isEmpty()
                ? TurnPhrases.DOCUMENT.with("mail", mail)
                : TurnPhrases.DOCUMENT_DUE.with("mail", mail, "labels", String.join("、", due));
    }
}
