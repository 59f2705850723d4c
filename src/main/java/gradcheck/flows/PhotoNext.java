package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.verification.PaperPhoto;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.WebPhoto;
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

    private PhotoNext(PhotoCase about, Answers answers) {
        this.about = about;
        this.answers = answers;
    }

    /** The question to be asked next, or {@link #END}. */
    static String question(PhotoCase about, Answers answers) {
        return new PhotoNext(about, answers).next();
    }

    /** What has been said of it: in this conversation, else before. */
    static Optional<String> said(PhotoCase about, Answers answers, PhotoFact fact) {
        Optional<String> before = answers.has(AGAIN)
                ? Optional.empty()
                : Optional.ofNullable(about.facts().get(fact));
        return answers.get(fact.name()).or(() -> before);
    }

    static boolean says(PhotoCase about, Answers answers, PhotoFact fact, String value) {
        return said(about, answers, fact).filter(value::equals).isPresent();
    }

    /** Whether the student sees the photo on 学信网. */
    static boolean isSeen(PhotoCase about, Answers answers) {
        return says(about, answers, PhotoFact.WEB, WebPhoto.ONLINE.title());
    }

    private String next() {
        boolean disputed = about.photo().isDisputed() && !answers.has(PhotoFact.WEB.name());
        if (disputed || lacks(PhotoFact.WEB, WebPhoto.ONLINE.title())) {
            return PhotoCheck.WEB;
        }
        String ofPhoto = isSeen(about, answers) ? ofPhoto() : END;
        if (!ofPhoto.equals(END)) {
            return ofPhoto;
        }
        return lacks(PhotoFact.CHSI_RECORD, PhotoFact.RIGHT) ? PhotoCheck.RECORD : END;
    }

    /** Of a photo that is wrong nothing more is asked before the office has dealt with it. */
    private String ofPhoto() {
        if (lacks(PhotoFact.OWN_CHECK, PhotoFact.RIGHT)) {
            return PhotoCheck.OWN;
        }
        if (says(about, answers, PhotoFact.OWN_CHECK, PhotoFact.WRONG)) {
            return END;
        }
        boolean known = about.student().retaken();
        if (!known && said(about, answers, PhotoFact.RETAKEN).isEmpty()) {
            return PhotoCheck.RETAKEN;
        }
        return known || says(about, answers, PhotoFact.RETAKEN, PhotoFact.YES) ? ofRetaken() : END;
    }

    private String ofRetaken() {
        if (lacks(PhotoFact.NEWEST, PhotoFact.YES)) {
            return PhotoCheck.NEWEST;
        }
        return lacks(PhotoFact.PAPER, PaperPhoto.HANDED_IN.title()) ? PhotoCheck.PAPER : END;
    }

    /** Not answered in this conversation, and not good before. */
    private boolean lacks(PhotoFact fact, String good) {
        return !answers.has(fact.name()) && !says(about, answers, fact, good);
    }
}
