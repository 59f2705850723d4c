package gradcheck.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where the review of a correction stands (interface.md §5). Key information needs its material at the college and the
 * registrar's word (R32, R34–R38); everything else the college's alone (R10, R33).
 */
public enum CorrectionState {
    PENDING("待审核"),
    MATERIAL_DUE("材料待交"),
    MATERIAL_SENT("材料已寄"),
    MATERIAL_RECEIVED("材料已收"),
    WITH_OFFICE("待教务处"),
    PASSED("已通过"),
    SENT_BACK("已退回"),
    WITHDRAWN("已撤回"),
    /** The roster says by now what the correction asked for. */
    IN_SYSTEM("系统已更新");

    private static final Set<CorrectionState> OPEN =
            EnumSet.of(PENDING, MATERIAL_DUE, MATERIAL_SENT, MATERIAL_RECEIVED, WITH_OFFICE);

    private final String title;

    CorrectionState(String title) {
        this.title = title;
    }

    /** The name in chats, lists and exports. */
    public String title() {
        return title;
    }

    /** The state with this title. */
    public static Optional<CorrectionState> of(String title) {
        return Arrays.stream(values()).filter(s -> s.title.equals(title)).findFirst();
    }

    /** What a correction of this class waits for first. */
    public static CorrectionState first(EditClass editClass) {
        return editClass == EditClass.KEY ? MATERIAL_DUE : PENDING;
    }

    /** Whether somebody still has to decide about it. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether the step is one of the procedure; an undone one goes back the way it came and is not asked here. */
    public boolean mayBecome(CorrectionState next) {
        return switch (next) {
            case PENDING, MATERIAL_DUE -> false;
            case MATERIAL_SENT -> this == MATERIAL_DUE;
            case MATERIAL_RECEIVED -> this == MATERIAL_DUE || this == MATERIAL_SENT;
            case WITH_OFFICE -> this == MATERIAL_RECEIVED;
            case PASSED -> this == PENDING || this == WITH_OFFICE;
            case SENT_BACK, WITHDRAWN -> isOpen();
            case IN_SYSTEM -> isOpen() || this == PASSED;
        };
    }
}
