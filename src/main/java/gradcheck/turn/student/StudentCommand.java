package gradcheck.turn.student;

import gradcheck.language.NormalizedText;
import java.util.Map;
import java.util.Optional;

/** The words of interface.md §6 that a student can say at any time; alone in a message they win over everything else. */
public enum StudentCommand {
    START_RECORD,
    START_PHOTO,
    NOTICE,
    BACK,
    PROGRESS,
    RECEIPT,
    RECHECK,
    SUBMITTED,
    MATERIAL_SENT,
    CONTACT,
    HELP,
    MUTE,
    UNMUTE;

    private static final Map<String, StudentCommand> WORDS = Map.ofEntries(
            Map.entry("开始核对", START_RECORD),
            Map.entry("学籍核对", START_RECORD),
            Map.entry("图像校对", START_PHOTO),
            Map.entry("看通知", NOTICE),
            Map.entry("通知", NOTICE),
            Map.entry("上一步", BACK),
            Map.entry("返回", BACK),
            Map.entry("进度", PROGRESS),
            Map.entry("我的进度", PROGRESS),
            Map.entry("我的回执", RECEIPT),
            Map.entry("重新核对", RECHECK),
            Map.entry("已提交", SUBMITTED),
            Map.entry("材料已寄", MATERIAL_SENT),
            Map.entry("联系老师", CONTACT),
            Map.entry("帮助", HELP),
            Map.entry("停止提醒", MUTE),
            Map.entry("恢复提醒", UNMUTE));

    /** The command a message is, typed or tapped, in whatever writing. */
    public static Optional<StudentCommand> in(String text) {
        return Optional.ofNullable(WORDS.get(bare(text)));
    }

    /** Whether it changes nothing and opens no question. */
    boolean onlyLooks() {
        return this == RECEIPT || this == CONTACT;
    }

    public static String bare(String text) {
        return NormalizedText.plain(text);
    }
}
