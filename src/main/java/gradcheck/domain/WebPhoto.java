package gradcheck.domain;

import java.util.Arrays;
import java.util.Optional;

/** What is known about the diploma photo on 学信网: interface.md §4. */
public enum WebPhoto {
    /** Nobody said yet: it is asked, and never warned about. */
    UNKNOWN("未知"),
    NOT_COLLECTED("未采集"),
    /** Taken, but not yet to be seen on 学信网: weeks may pass. */
    COLLECTED("已采集"),
    ONLINE("已上网");

    private final String title;

    WebPhoto(String title) {
        this.title = title;
    }

    /** The value as it stands in files. */
    public String title() {
        return title;
    }

    /** The state with this title; empty for any other text. */
    public static Optional<WebPhoto> of(String title) {
        return Arrays.stream(values()).filter(s -> s.title.equals(title)).findFirst();
    }
}
