package gradcheck.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * The paper photo at the college's secretary (R28): the values of {@link PhotoFact#PAPER}, whoever says them. The
 * student answers the photo check, the secretary says {@code 纸质照片 <学生> 已交|需换新}; the last word counts.
 */
public enum PaperPhoto {
    NOT_HANDED_IN("未交"),
    /** The newest print is there. */
    HANDED_IN("已交"),
    /** What is there is older than the photo on 学信网. */
    TO_BE_RENEWED("需换新");

    private final String title;

    PaperPhoto(String title) {
        this.title = title;
    }

    /** The value as it is stored, typed and exported. */
    public String title() {
        return title;
    }

    /** The state with this title; empty for any other text. */
    public static Optional<PaperPhoto> of(String title) {
        return Arrays.stream(values()).filter(s -> s.title.equals(title)).findFirst();
    }
}
