package gradcheck.domain.status;

import gradcheck.domain.CorrectionState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be true of a student: the one vocabulary in which people ask, list, count, rank, remind and export. Of those
 * with words of a reminder the student is reminded; they are in the order in which a reminder names them.
 */
public enum StudentState {
    CONFIRMED("已核对"),
    UNCONFIRMED("未核对", "record"),
    RIGHT("核对无误"),
    CORRECTED("有更正"),
    /** Confirmed, and the office or the roster has asked for it once more. */
    REOPENED("待重新核对", "again"),
    LATE("逾期核对"),

    TO_REVIEW("有更正要处理"),
    OPEN_CORRECTION("更正没办完"),
    ANY_CORRECTION("写了更正"),
    PENDING("更正待审核"),
    SENT_BACK("更正已退回", "back", "已退回"),
    MATERIAL_DUE("材料待交", "material"),
    MATERIAL_SENT("材料已寄"),
    MATERIAL_RECEIVED("材料已收"),
    WITH_OFFICE("更正待教务处"),
    PASSED("更正已通过"),
    WITHDRAWN("更正已撤回"),
    IN_SYSTEM("更正系统已更新"),
    /** A 政治面貌 that was left out of the confirmation until the Party committee was asked (R11). */
    POSTPONED("待问党委", "party"),
    /** Confirmed here, not submitted in the 注册系统, where the season requires it (R17). */
    UNSUBMITTED("未提交", "submit"),

    UNCOLLECTED("照片未采集", "photo", "未采集"),
    COLLECTED("照片已采集"),
    NOT_ONLINE("照片还没上网"),
    ONLINE("照片已上网"),
    /** Nobody knows about the photo: asked, never warned about. */
    PHOTO_UNKNOWN("照片未知", "unknown"),
    OWN_UNCHECKED("还没校对照片"),
    OWN_CHECKED("已校对照片"),
    OWN_WRONG("说照片有误"),
    CHSI_WRONG("说学信网信息有误"),
    /** Online, and the student has not looked at it and at the record beside it (R23). */
    UNCHECKED("已采集未校对", "check"),
    /** Not registered as handed in; only who asks for it reminds of it, for not everybody owes one (R28). */
    PAPER_MISSING("纸质照片没交", "paper"),
    PAPER_IN("纸质照片已交"),
    PAPER_OUTDATED("纸质照片需换新"),
    RETAKEN("照片重拍过"),
    /** Taken anew, and two words are owed: whether the newest is online, and the newest on paper (R27, R28). */
    RETAKE("重拍待确认", "retake"),

    UNREACHABLE("发不到"),
    /** Three reminders in a row without a word. */
    SILENT("提醒三次没回音"),
    /** Whom a telephone call may help: unreachable or silent, and something is missing. */
    TO_CALL("要打电话"),
    NEVER_HEARD("从没打开过"),
    MUTED("停止提醒"),
    PAUSED("暂停"),
    EXTENDED("延期"),
    OUT("移出名单"),

    OVERSEAS("港澳台侨（证件不是居民身份证）"),
    HONG_KONG("证件是香港身份证"),
    MACAU("证件是澳门身份证"),
    /** Who holds a permit may come from either. */
    HONG_KONG_OR_MACAU("证件是港澳身份证或通行证"),
    TAIWAN("证件是台胞证"),
    /** The roster doesn't say whether they are Chinese. */
    PASSPORT("证件是护照（华侨、国际学生）"),
    MALE("性别是男"),
    FEMALE("性别是女"),
    /**
     * Whose type and number of certificate may disagree: the number is sealed, its length is not; who is one of them is
     * decided on the opened record.
     */
    PERHAPS_DOUBTFUL("证件类型和号码对不上");

    private final String title;
    private final String reminder;
    private final List<String> otherTitles;

    StudentState(String title) {
        this(title, "");
    }

    /**
     * @param reminder the name of its words in the copy file, under {@code reminder.line}; empty: the next step is nobody's
     *     own
     * @param otherTitles what it was called in files before, or is called for short
     */
    StudentState(String title, String reminder, String... otherTitles) {
        this.title = title;
        this.reminder = reminder;
        this.otherTitles = List.of(otherTitles);
    }

    /** The name in answers, in the config and in plans. */
    public String title() {
        return title;
    }

    /** The name of its reminder's words; empty for what nobody is reminded of. */
    public String reminder() {
        return reminder;
    }

    /** Whether who is in it has something to do, and can be reminded of it. */
    public boolean isReminded() {
        return !reminder.isEmpty();
    }

    /** Those of which students are reminded. */
    public static List<StudentState> reminded() {
        return Arrays.stream(values()).filter(StudentState::isReminded).toList();
    }

    /** What who is in it can be reminded of; empty: it is done, or the next step is somebody else's. */
    public Optional<StudentState> remindedOf() {
        return switch (this) {
            case OWN_UNCHECKED -> Optional.of(UNCHECKED);
            case PAPER_OUTDATED -> Optional.of(PAPER_MISSING);
            case RETAKEN -> Optional.of(RETAKE);
            default -> isReminded() ? Optional.of(this) : Optional.empty();
        };
    }

    /** The states of a correction by which who has one is in this state; empty for a state that is not of corrections. */
    public Set<CorrectionState> ofCorrections() {
        Set<CorrectionState> corrections = EnumSet.noneOf(CorrectionState.class);
        for (CorrectionState correction : CorrectionState.values()) {
            if (StatusStates.of(correction).contains(this)) {
                corrections.add(correction);
            }
        }
        return corrections;
    }

    /** Whether who is in the other state is in this one, too: a record that is to be confirmed again is unconfirmed. */
    public boolean covers(StudentState other) {
        return this == other || (this == UNCONFIRMED && other == REOPENED);
    }

    /** The state with this title, or one that it had before. */
    public static Optional<StudentState> of(String title) {
        return Arrays.stream(values())
                .filter(state -> state.title.equals(title) || state.otherTitles.contains(title))
                .findFirst();
    }
}
