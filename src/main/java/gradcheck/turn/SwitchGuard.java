package gradcheck.turn;

import gradcheck.intent.IntentRecognizer;
import gradcheck.turn.privacy.PrivacyCommand;
import gradcheck.turn.student.StudentCommand;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What lasts (reminders, buttons, deletion) or begins something is done at its fixed words, a tap or a yes; what only
 * resembles those words is asked about, and a question never acts.
 */
final class SwitchGuard {
    private static final Set<StudentCommand> LASTING = EnumSet.of(StudentCommand.MUTE, StudentCommand.UNMUTE);
    private static final Set<PrivacyCommand> PRIVATE =
            EnumSet.of(PrivacyCommand.TEXT_ONLY, PrivacyCommand.BUTTONS, PrivacyCommand.FORGET);
    private static final Set<StudentCommand> STARTS =
            EnumSet.of(StudentCommand.START_RECORD, StudentCommand.START_PHOTO, StudentCommand.RECHECK);

    private final IntentRecognizer intents;

    SwitchGuard(IntentRecognizer intents) {
        this.intents = intents;
    }

    /** Whether this command, as a message was understood, is to be asked about; fixed words never come here. */
    boolean needsYes(String word, String text) {
        Optional<StudentCommand> command = StudentCommand.in(word);
        boolean isStart = command.filter(STARTS::contains).isPresent();
        return command.filter(LASTING::contains).isPresent()
                || PrivacyCommand.in(word).filter(PRIVATE::contains).isPresent()
                || (isStart && !isJustThat(word, text) && !intents.isSaid(text, word));
    }

    /** The fixed word, and behind it nothing that can be read. */
    private static boolean isJustThat(String word, String text) {
        String said = text.strip();
        return said.startsWith(word)
                && said.substring(word.length()).codePoints().noneMatch(Character::isLetter);
    }
}
