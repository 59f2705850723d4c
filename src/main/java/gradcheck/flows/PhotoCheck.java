package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Effect;
import gradcheck.conversation.Flow;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.conversation.Step;
import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.WebPhoto;
import java.util.List;

/**
 * 图像校对, the second check on 学信网 (R20–R30).
 *
 * <pre>
 * web ─ seen ─▶ own ─▶ retaken ─ yes ─▶ newest ─▶ paper ─▶ record ─▶ (checklist)
 *  │                      └── no ───────────────────────────▲
 *  └─ not seen: never taken, or taken but not visible yet ──┘
 * </pre>
 */
public final class PhotoCheck {
    public static final String NAME = "photo";
    private static final String RIGHT = "正确";
    private static final String WRONG = "有误";
    private static final List<List<String>> YES_OR_NO =
            List.of(List.of("是", "是的", "对", "有"), List.of("不是", "否", "没有", "没"));
    private static final List<List<String>> RIGHT_OR_WRONG =
            List.of(List.of(RIGHT, "对", "没问题", "是"), List.of(WRONG, "不对", "错了", "不是"));

    private PhotoCheck() {}

    public static Flow<PhotoCase> flow() {
        return new Flow<>(
                NAME,
                List.of(
                        new Step<>("web", PhotoCheck::askWeb, PhotoCheck::hearWeb),
                        new Step<>("own", (c, a) -> rightOrWrong(PhotoPhrases.OWN.say()), PhotoCheck::hearOwn),
                        new Step<>("retaken", PhotoCheck::askRetaken, PhotoCheck::hearRetaken),
                        new Step<>("newest", PhotoCheck::askNewest, PhotoCheck::hearNewest),
                        new Step<>("paper", PhotoCheck::askPaper, PhotoCheck::hearPaper),
                        new Step<>(
                                "record", (c, a) -> rightOrWrong(PhotoPhrases.RECORD.say()), PhotoCheck::hearRecord)));
    }

    private static Question askWeb(PhotoCase about, Answers answers) {
        Say known =
                switch (about.student().webPhoto()) {
                    case UNKNOWN -> PhotoPhrases.KNOWN_UNKNOWN.say();
                    case NOT_COLLECTED -> PhotoPhrases.KNOWN_NOT_COLLECTED.say();
                    case COLLECTED -> PhotoPhrases.KNOWN_COLLECTED.say();
                    case ONLINE -> PhotoPhrases.KNOWN_ONLINE.say();
                };
        return new Question(
                PhotoPhrases.WEB.with("known", known),
                PhotoPhrases.WEB_BRIEF.say(),
                List.of(new Choice("看到了", "1"), new Choice("没看到，还没拍", "2"), new Choice("没看到，但拍过了", "3")));
    }

    private static Heard hearWeb(String said, PhotoCase about, Answers answers) {
        int picked = Said.pick(
                said,
                List.of(
                        List.of("看到了", "看到", "有照片", "有"),
                        List.of("没看到，还没拍", "还没拍", "没拍", "没有照片", "没拍过"),
                        List.of("没看到，但拍过了", "拍过了", "拍了", "已拍")));
        return switch (picked) {
            case 1 -> on("own", answers, noted(PhotoFact.WEB, WebPhoto.ONLINE.title()));
            case 2 -> on(
                    "record",
                    answers,
                    noted(PhotoFact.WEB, WebPhoto.NOT_COLLECTED.title()),
                    PhotoPhrases.NOT_COLLECTED.with(
                            "phone", about.contacts().officePhone(),
                            "deadline", about.contacts().photoDeadline()));
            case 3 -> on(
                    "record",
                    answers,
                    noted(PhotoFact.WEB, WebPhoto.COLLECTED.title()),
                    PhotoPhrases.COLLECTED.with("phone", about.contacts().officePhone()));
            default -> new Heard.NotAnAnswer();
        };
    }

    private static Heard hearOwn(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, RIGHT_OR_WRONG)) {
            case 1 -> on("retaken", answers, noted(PhotoFact.OWN_CHECK, RIGHT));
            case 2 -> on(
                    "retaken",
                    answers,
                    noted(PhotoFact.OWN_CHECK, WRONG),
                    PhotoPhrases.OWN_WRONG.with(
                            "phone", about.contacts().officePhone(),
                            "secretary", about.contacts().secretary()));
            default -> new Heard.NotAnAnswer();
        };
    }

    private static Question askRetaken(PhotoCase about, Answers answers) {
        return new Question(PhotoPhrases.RETAKEN.say(), List.of(new Choice("没换过", "1"), new Choice("换过", "2")));
    }

    private static Heard hearRetaken(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, List.of(List.of("没换过", "没有", "没", "否", "无"), List.of("换过", "重拍过", "有", "是")))) {
            case 1 -> on("record", answers, noted(PhotoFact.RETAKEN, "否"));
            case 2 -> on("newest", answers, noted(PhotoFact.RETAKEN, "是"));
            default -> new Heard.NotAnAnswer();
        };
    }

    private static Question askNewest(PhotoCase about, Answers answers) {
        return yesOrNo(PhotoPhrases.NEWEST.say());
    }

    private static Heard hearNewest(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, YES_OR_NO)) {
            case 1 -> on("paper", answers, noted(PhotoFact.NEWEST, "是"));
            case 2 -> on(
                    "paper",
                    answers,
                    noted(PhotoFact.NEWEST, "否"),
                    PhotoPhrases.NOT_NEWEST.with("phone", about.contacts().officePhone()));
            default -> new Heard.NotAnAnswer();
        };
    }

    private static Question askPaper(PhotoCase about, Answers answers) {
        return yesOrNo(PhotoPhrases.PAPER.with("secretary", about.contacts().secretary()));
    }

    private static Heard hearPaper(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, YES_OR_NO)) {
            case 1 -> on("record", answers, noted(PhotoFact.PAPER, "最新版"));
            case 2 -> on(
                    "record",
                    answers,
                    noted(PhotoFact.PAPER, "需换新"),
                    PhotoPhrases.PAPER_OLD.with("secretary", about.contacts().secretary()));
            default -> new Heard.NotAnAnswer();
        };
    }

    private static Heard hearRecord(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, RIGHT_OR_WRONG)) {
            case 1 -> new Heard.Ended(List.of(noted(PhotoFact.CHSI_RECORD, RIGHT)), List.of());
            case 2 -> new Heard.Ended(
                    List.of(noted(PhotoFact.CHSI_RECORD, WRONG)),
                    List.of(PhotoPhrases.RECORD_WRONG.with(
                            "phones", about.contacts().officePhones(),
                            "mail", about.contacts().officeMail())));
            default -> new Heard.NotAnAnswer();
        };
    }

    private static Question yesOrNo(Say text) {
        return new Question(text, List.of(new Choice("是", "1"), new Choice("不是", "2")));
    }

    private static Question rightOrWrong(Say text) {
        return new Question(text, List.of(new Choice(RIGHT, "1"), new Choice(WRONG, "2")));
    }

    private static PhotoNoted noted(PhotoFact fact, String value) {
        return new PhotoNoted(fact, value);
    }

    private static Heard on(String question, Answers answers, Effect effect, Say... says) {
        return new Heard.Next(question, answers, List.of(effect), List.of(says));
    }
}
