package gradcheck.season;

import gradcheck.domain.status.StudentState;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Reads a reminder as a student does: what it says is still to be done, and until when. */
final class Wording {
    private static final Map<StudentState, String> MARKS = new EnumMap<>(Map.of(
            StudentState.UNCONFIRMED, "学籍信息还没有核对",
            StudentState.REOPENED, "再核对一遍",
            StudentState.SENT_BACK, "更正被退回了",
            StudentState.MATERIAL_DUE, "证明材料还没收到",
            StudentState.POSTPONED, "等你问过学院党委",
            StudentState.UNSUBMITTED, "注册系统里还没有提交",
            StudentState.UNCOLLECTED, "还是“未采集”",
            StudentState.PHOTO_UNKNOWN, "采集了没有",
            StudentState.UNCHECKED, "已经上了学信网",
            StudentState.RETAKE, "换过学历照片"));

    private final Asked asked;

    Wording(Asked asked) {
        this.asked = asked;
    }

    /** What is missing from it, or wrong in it; empty: nothing. */
    String wrong(String text, Pupil.State then, LocalDate day) {
        Set<StudentState> lacks = asked.of(then, day);
        StringBuilder wrong = new StringBuilder();
        MARKS.forEach((audience, mark) -> {
            boolean says = text.contains(mark);
            if (says != lacks.contains(audience)) {
                wrong.append(says ? ", says " : ", says nothing of ").append(audience.title());
            }
        });
        lacks.stream()
                .map(lack -> when(lack, then, day))
                .filter(when -> !text.contains(when))
                .forEach(when -> wrong.append(", does not say ").append(when));
        return wrong.toString();
    }

    private String when(StudentState lack, Pupil.State then, LocalDate day) {
        return asked.lastDay(lack, then.until())
                .map(last -> last.equals(day) ? "今天就截止" : last.getMonthValue() + "月" + last.getDayOfMonth() + "日")
                .orElse("请尽快完成");
    }
}
