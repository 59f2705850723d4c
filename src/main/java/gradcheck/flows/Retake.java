package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.message.Choice;
import gradcheck.verification.PhotoFact;
import java.util.List;
import java.util.Optional;

/** Who had the photo taken anew: the newest one must be the one on 学信网 and the one at the secretary's (R27–R30). */
final class Retake {
    static final String NEWEST = "newest";
    static final String PAPER = "paper";
    static final String NO = "否";

    private static final String YES = "是";
    private static final List<List<String>> RETAKEN = List.of(
            List.of("没换过", "没有", "没", "否", "无", "没重拍", "没有换", "没换", "不是"),
            List.of("换过", "重拍过", "有", "是", "重拍了", "换了", "重新拍", "补拍过"));
    private static final List<List<String>> NEWEST_ANSWERS = List.of(
            List.of(YES, "是的", "对", "是最后", "是新的", "最新的", "是最新"), List.of("不是", NO, "没有", "没", "还是旧的", "旧的", "是旧的"));
    private static final List<List<String>> PAPER_ANSWERS = List.of(
            List.of(YES, "是的", "对", "是最新", "最新版", "已经交了", "交了新的"),
            List.of("不是", NO, "旧的", "还是旧的", "是旧的"),
            List.of("还没交", "没交", "没有交", "没给"));

    private Retake() {}

    /** What is asked after the photo itself was looked at. */
    static String next(PhotoCase about) {
        return about.student().retaken() ? NEWEST : PhotoCheck.RETAKEN;
    }

    /** The first question about a re-taken photo that is still open. */
    static Optional<String> firstOpen(PhotoCase about) {
        boolean retaken = about.student().retaken() || about.is(PhotoFact.RETAKEN, YES);
        if (!retaken && about.fact(PhotoFact.RETAKEN).isEmpty()) {
            return Optional.of(PhotoCheck.RETAKEN);
        }
        if (retaken && !about.is(PhotoFact.NEWEST, YES)) {
            return Optional.of(NEWEST);
        }
        return retaken && !about.is(PhotoFact.PAPER, PhotoFact.PAPER_HANDED_IN) ? Optional.of(PAPER) : Optional.empty();
    }

    static Question askRetaken(PhotoCase about, Answers answers) {
        return new Question(PhotoPhrases.RETAKEN.say(), List.of(new Choice("没换过", "1"), new Choice("换过", "2")));
    }

    static Heard hearRetaken(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, RETAKEN)) {
            case 1 -> PhotoCheck.on(PhotoCheck.RECORD, answers, PhotoCheck.noted(PhotoFact.RETAKEN, NO));
            case 2 -> PhotoCheck.on(NEWEST, answers, PhotoCheck.noted(PhotoFact.RETAKEN, YES));
            default -> new Heard.NotAnAnswer();
        };
    }

    static Question askNewest(PhotoCase about, Answers answers) {
        return new Question(
                about.student().retaken() ? PhotoPhrases.NEWEST_LISTED.say() : PhotoPhrases.NEWEST.say(),
                List.of(new Choice("是", "1"), new Choice("不是", "2")));
    }

    static Heard hearNewest(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, NEWEST_ANSWERS)) {
            case 1 -> PhotoCheck.on(PAPER, answers, PhotoCheck.noted(PhotoFact.NEWEST, YES));
            case 2 -> PhotoCheck.on(
                    PAPER,
                    answers,
                    PhotoCheck.noted(PhotoFact.NEWEST, NO),
                    PhotoPhrases.NOT_NEWEST.with("phone", about.contacts().officePhone()));
            default -> new Heard.NotAnAnswer();
        };
    }

    static Question askPaper(PhotoCase about, Answers answers) {
        return new Question(
                PhotoPhrases.PAPER.with("secretary", about.contacts().secretary()),
                List.of(new Choice("是最新版", "1"), new Choice("是旧的", "2"), new Choice("还没交", "3")));
    }

    static Heard hearPaper(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, PAPER_ANSWERS)) {
            case 1 -> PhotoCheck.on(
                    PhotoCheck.RECORD, answers, PhotoCheck.noted(PhotoFact.PAPER, PhotoFact.PAPER_HANDED_IN));
            case 2 -> owed(PhotoFact.PAPER_OUTDATED, about, answers);
            case 3 -> owed(PhotoFact.PAPER_MISSING, about, answers);
            default -> new Heard.NotAnAnswer();
        };
    }

    private static Heard owed(String state, PhotoCase about, Answers answers) {
        return PhotoCheck.on(
                PhotoCheck.RECORD,
                answers,
                PhotoCheck.noted(PhotoFact.PAPER, state),
                PhotoPhrases.PAPER_OLD.with("secretary", about.contacts().secretary()));
    }
}
