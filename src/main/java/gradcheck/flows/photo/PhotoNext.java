package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.Status;
import gradcheck.domain.status.TaskKind;
import gradcheck.domain.status.TaskState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What of the photo check is still open, in its order. What is settled is not asked again; what was not good the last
 * time is, because the student has come back to say how it is now.
 */
final class PhotoNext {
    /** Nothing is open. */
    static final String END = "";
    /** Kept among the answers of who looks at everything once more. */
    static final String AGAIN = "again";

    private final PhotoCase about;
    private final Answers answers;
    private final Status status;

    private PhotoNext(PhotoCase about, Answers answers) {
        this.about = about;
        this.answers = answers;
        this.status = Status.of(about.facts().saying(said(about, answers)), about.season(), about.today());
    }

    /** The question to be asked next, or {@link #END}. */
    static String question(PhotoCase about, Answers answers) {
        return new PhotoNext(about, answers).next();
    }

    /** What has been said of it: in this conversation, else before. */
    static Optional<String> said(PhotoCase about, Answers answers, PhotoFact fact) {
        return Optional.ofNullable(said(about, answers).get(fact)).map(Noted::value);
    }

    private static Map<PhotoFact, Noted> said(PhotoCase about, Answers answers) {
        Map<PhotoFact, Noted> said = new EnumMap<>(PhotoFact.class);
        if (!answers.has(AGAIN)) {
            said.putAll(about.facts().noted());
        }
        Instant now = about.today().atStartOfDay(about.season().zone()).toInstant();
        for (PhotoFact fact : PhotoFact.values()) {
            answers.get(fact.name()).ifPresent(value -> said.put(fact, new Noted(value, now)));
        }
        return said;
    }

    static boolean says(PhotoCase about, Answers answers, PhotoFact fact, String value) {
        return said(about, answers, fact).filter(value::equals).isPresent();
    }

    /** Whether the student sees the photo on 学信网. */
    static boolean isSeen(PhotoCase about, Answers answers) {
        return says(about, answers, PhotoFact.WEB, WebPhoto.ONLINE.title());
    }

    /** Whatever the list says, the student is asked what is to be seen. */
    private String next() {
        boolean isAsked = answers.has(PhotoFact.WEB.name());
        boolean seen = isSeen(about, answers);
        if (!isAsked && (about.photo().isDisputed() || !seen)) {
            return PhotoCheck.WEB;
        }
        String ofPhoto = seen ? ofPhoto() : END;
        if (!ofPhoto.equals(END)) {
            return ofPhoto;
        }
        return isOpen(TaskKind.CHSI_RECORD, PhotoFact.CHSI_RECORD) ? PhotoCheck.RECORD : END;
    }

    /** Of a photo that is wrong nothing more is asked before the office has dealt with it. */
    private String ofPhoto() {
        if (isOpen(TaskKind.OWN_CHECK, PhotoFact.OWN_CHECK)) {
            return PhotoCheck.OWN;
        }
        if (status.has(TaskState.OWN_WRONG)) {
            return END;
        }
        boolean known = about.facts().listed().retaken();
        if (!known && said(about, answers, PhotoFact.RETAKEN).isEmpty()) {
            return PhotoCheck.RETAKEN;
        }
        return status.task(TaskKind.NEWEST).isPresent() ? ofRetaken() : END;
    }

    private String ofRetaken() {
        if (isOpen(TaskKind.NEWEST, PhotoFact.NEWEST)) {
            return PhotoCheck.NEWEST;
        }
        return isOpen(TaskKind.PAPER, PhotoFact.PAPER) ? PhotoCheck.PAPER : END;
    }

    /** Not done, and not answered in this conversation. */
    private boolean isOpen(TaskKind kind, PhotoFact fact) {
        return !answers.has(fact.name())
                && status.task(kind).filter(task -> !task.isDone()).isPresent();
    }
}
