package gradcheck.reminders;

import java.util.Arrays;
import java.util.Optional;

/** Whom a reminder is for: those whose next act is their own, by what they lack. */
public enum Audience {
    UNCONFIRMED("未核对", "record"),
    /** Confirmed, and the office or the roster has asked for it once more. */
    REOPENED("待重新核对", "again"),
    /** A correction that was sent back and not taken up again. */
    SENT_BACK("已退回", "back"),
    MATERIAL_DUE("材料待交", "material"),
    /** A 政治面貌 that was left out of the confirmation until the Party committee was asked (R11). */
    PARTY("待问党委", "party"),
    /** Confirmed here, not submitted in the 注册系统, where the season requires it (R17). */
    UNSUBMITTED("未提交", "submit"),
    NOT_COLLECTED("照片未采集", "photo"),
    /** Nobody knows about the photo: asked, never warned about. */
    PHOTO_UNKNOWN("照片未知", "unknown"),
    UNCHECKED("已采集未校对", "check"),
    RETAKE("重拍待确认", "retake");

    private final String title;
    private final String text;

    Audience(String title, String text) {
        this.title = title;
        this.text = text;
    }

    /** The name in the config, in chats and in plans. */
    public String title() {
        return title;
    }

    /** The name of its words in the config. */
    public String text() {
        return text;
    }

    /** Whether who lacks the other thing lacks this one, too: a record that is to be confirmed again is unconfirmed. */
    boolean covers(Audience other) {
        return this == other || (this == UNCONFIRMED && other == REOPENED);
    }

    /** The audience with this title; 未采集 is what secretaries say for 照片未采集. */
    public static Optional<Audience> of(String title) {
        String full = title.equals("未采集") ? NOT_COLLECTED.title : title;
        return Arrays.stream(values()).filter(a -> a.title.equals(full)).findFirst();
    }
}
