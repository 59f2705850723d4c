package gradcheck.season;

import gradcheck.reminders.Audience;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Reads a reminder as a student does: what it says is still to be done, and until when. */
final class Wording {
    private static final Map<Audience, String> MARKS = new EnumMap<>(Map.of(
            Audience.UNCONFIRMED, "学籍信息还没有核对",
            Audience.REOPENED, "再核对一遍",
            Audience.SENT_BACK, "更正被退回了",
            Audience.MATERIAL_DUE, "证明材料还没收到",
            Audience.PARTY, "等你问过学院党委",
            Audience.UNSUBMITTED, "注册系统里还没有提交",
            Audience.NOT_COLLECTED, "还是“未采集”",
            Audience.PHOTO_UNKNOWN, "采集了没有",
            Audience.UNCHECKED, "已经上了学信网",
            Audience.RETAKE, "换过学历照片"));

    private final Asked asked;

    Wording(Asked asked) {
        this.asked = asked;
    }

    /** What is missing from it, or wrong in it; empty: nothing. */
    String wrong(String text, Pupil.State then, LocalDate day) {
        Set<Audience> lacks = asked.of(then, day);
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

    private String when(Audience lack, Pupil.State then, LocalDate day) {
        return asked.lastDay(lack, then.until())
                .map(last -> last.equals(day) ? "今天就截止" : last.getMonthValue() + "月" + last.getDayOfMonth() + "日")
                .orElse("请尽快完成");
    }
}
