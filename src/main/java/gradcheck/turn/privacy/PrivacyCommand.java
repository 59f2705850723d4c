package gradcheck.turn.privacy;

import gradcheck.turn.student.StudentCommand;
import java.util.Map;
import java.util.Optional;

/** The words of interface.md §6 that concern what is kept of a person, and how the bot talks with them. */
public enum PrivacyCommand {
    PRIVACY,
    MY_DATA,
    FORGET,
    TEXT_ONLY,
    BUTTONS;

    private static final Map<String, PrivacyCommand> WORDS = Map.of(
            "隐私说明", PRIVACY,
            "隐私", PRIVACY,
            "我的数据", MY_DATA,
            "删除我的聊天记录", FORGET,
            "删除聊天记录", FORGET,
            "文字版", TEXT_ONLY,
            "按钮版", BUTTONS);

    public static Optional<PrivacyCommand> in(String text) {
        return Optional.ofNullable(WORDS.get(StudentCommand.bare(text)));
    }
}
