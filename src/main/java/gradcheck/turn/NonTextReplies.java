package gradcheck.turn;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.RecordField;
import gradcheck.message.Incoming;
import gradcheck.message.Phrase.Say;
import gradcheck.store.record.CorrectionRows;
import gradcheck.turn.student.StudentView;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said to pictures, voices, places and the like: the bot keeps none of them, and says where they belong. */
public final class NonTextReplies {
    /** Emoji, and the platform's own faces as it writes them: [微笑], /::). */
    private static final Pattern FACE = Pattern.compile("\\[[^\\[\\]]{1,6}\\]|/:[^\\s]{1,4}"
            + "|[#*0-9]\\x{FE0F}?\\x{20E3}|[\\p{So}\\x{1F000}-\\x{1FAFF}][\\p{Sk}\\p{Mn}\\p{Me}\\p{Cf}]*");

    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{Cf}\\s~～]");

    private NonTextReplies() {}

    /** Whether a text is made of faces only. */
    public static boolean isFaces(String text) {
        String rest = FACE.matcher(text).replaceAll("");
        return !rest.equals(text) && PUNCTUATION.matcher(rest).replaceAll("").isEmpty();
    }

    /** The sentence for this kind of message; {@code view} is the student's, if it is one. */
    static Say about(Incoming incoming, Optional<StudentView> view) {
        if (!(incoming instanceof Incoming.Media media)) {
            return TurnPhrases.UNSUPPORTED.say();
        }
        return switch (media.kind()) {
            case IMAGE, FILE -> view.map(NonTextReplies::document).orElseGet(TurnPhrases.MEDIA::say);
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
