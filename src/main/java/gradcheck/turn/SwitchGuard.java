package gradcheck.turn;

import gradcheck.intent.IntentRecognizer;
import gradcheck.turn.privacy.PrivacyCommand;
import gradcheck.turn.student.StudentCommand;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Pattern PUT_OFF = Pattern.compile(
            "先不|等我|等.{0,6}(?:完|后|再)|以后|明天|后天|下周|晚点|晚上|待会|回头|改天|有空再|不想|不用|不要|不做|不弄|别|不是|没有?时间|忙|吗|可不可以|能不能|要不要|必须");

    /** 那要是退回呢 asks, and goes back nowhere. */
    private static final Pattern SUPPOSES = Pattern.compile("要是|如果|万一|假如|[呢吗么][?？]*$");

    private final IntentRecognizer intents;

    SwitchGuard(IntentRecognizer intents) {
        this.intents = intents;
    }

    /** Whether this command, as a message was understood, is to be asked about; fixed words never come here. */
    boolean needsYes(String word, String text) {
        Optional<StudentCommand> command = StudentCommand.in(word);
        boolean isStart = command.filter(STARTS::contains).isPresent();
        boolean isBackAsked = command.filter(StudentCommand.BACK::equals).isPresent()
                && SUPPOSES.matcher(text).find();
        return isBackAsked
                || command.filter(LASTING::contains).isPresent()
                || PrivacyCommand.in(word).filter(PRIVATE::contains).isPresent()
                || (isStart && !isJustThat(word, text) && !intents.isSaid(text, word));
    }

    /** Whether somebody speaks of it for later, or not at all. */
    boolean putsOff(String text) {
        return PUT_OFF.matcher(text).find();
    }

    /** The fixed word, and behind it nothing that can be read. */
    private static boolean isJustThat(String word, String text) {
        String said = text.strip();
        return said.startsWith(word)
                && said.substring(word.length()).codePoints().noneMatch(Character::isLetter);
    }
}
