package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
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
 * 图像校对, the second check on 学信网 (R20–R30), as a case that may take weeks: it opens at what is still open.
 *
 * <pre>
 * web ─ seen ─▶ own ─▶ retaken ─ yes ─▶ newest ─▶ paper ─▶ record ─▶ (checklist)
 *  │  │          └ wrong ▶ which ┘ └── no ──────────────────▲
 *  │  └─ not seen: never taken, or taken but not visible yet ┘
 *  └─ stuck ─▶ site ─▶ login ─▶ home ─▶ entry ─▶ web
 *                        └ stuck ▶ account ▶ login
 * </pre>
 */
public final class PhotoCheck {
    public static final String NAME = "photo";
    /** The values of {@link PhotoFact#OWN_CHECK} and {@link PhotoFact#CHSI_RECORD}. */
    public static final String RIGHT = "正确";

    public static final String WRONG = "有误";

    static final String WEB = "web";
    static final String OWN = "own";
    static final String RETAKEN = "retaken";
    static final String RECORD = "record";

    private static final String AGAIN = "again";
    private static final String WHICH = "which";
    private static final List<List<String>> RIGHT_OR_WRONG = List.of(
            List.of(RIGHT, "对", "对的", "没问题", "是", "是的", "是我", "是本人", "都对", "没错", "无误", "对了"),
            List.of(WRONG, "不对", "错了", "不是", "有错", "不是我", "不正确", "有问题"));
    private static final List<List<String>> SEEN = List.of(
            List.of("看到了", "看到", "有照片", "有", "看见了", "有的", "看得到", "显示了", "照片有了", "能看到"),
            List.of("没看到，还没拍", "还没拍", "没拍", "没有照片", "没拍过", "没采集", "未采集", "没有拍", "没去拍", "没得"),
            List.of("没看到，但拍过了", "拍过了", "拍了", "已拍", "已经拍", "拍过", "采集过", "采集了"),
            List.of("找不到", "不会弄", "卡住了", "登不上", "登录不了", "进不去", "不会", "打不开", "找不到入口", "卡在这里"));

    private PhotoCheck() {}

    public static Flow<PhotoCase> flow() {
        return new Flow<>(
                NAME,
                List.of(
                        new Step<>(WEB, PhotoCheck::askWeb, PhotoCheck::hearWeb),
                        Guide.SITE.step(),
                        Guide.LOGIN.step(),
                        new Step<>(AccountTrouble.NAME, AccountTrouble::ask, AccountTrouble::hear),
                        Guide.HOME.step(),
                        Guide.ENTRY.step(),
                        new Step<>(OWN, (c, a) -> rightOrWrong(PhotoPhrases.OWN.say()), PhotoCheck::hearOwn),
                        new Step<>(WHICH, PhotoCheck::askWhich, PhotoCheck::hearWhich, (c, a) -> false),
                        new Step<>(RETAKEN, Retake::askRetaken, Retake::hearRetaken),
                        new Step<>(Retake.NEWEST, Retake::askNewest, Retake::hearNewest),
                        new Step<>(Retake.PAPER, Retake::askPaper, Retake::hearPaper),
                        new Step<>(RECORD, (c, a) -> rightOrWrong(PhotoPhrases.RECORD.say()), PhotoCheck::hearRecord),
                        new Step<>(AGAIN, PhotoCheck::askAgain, PhotoCheck::hearAgain, (c, a) -> false)));
    }

    /** The case taken up at the first question that is still open. */
    public static Conversation open(PhotoCase about) {
        return Conversation.at(NAME, firstOpen(about));
    }

    private static String firstOpen(PhotoCase about) {
        if (!about.is(PhotoFact.WEB, WebPhoto.ONLINE.title())) {
            return WEB;
        }
        if (!about.is(PhotoFact.OWN_CHECK, RIGHT)) {
            return OWN;
        }
        return Retake.firstOpen(about).orElseGet(() -> about.is(PhotoFact.CHSI_RECORD, RIGHT) ? AGAIN : RECORD);
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
                List.of(
                        new Choice("看到了", "1"),
                        new Choice("没看到，还没拍", "2"),
                        new Choice("没看到，但拍过了", "3"),
                        new Choice("卡住了", "4")));
    }

    static Heard hearWeb(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, SEEN)) {
            case 1 -> on(OWN, answers, noted(PhotoFact.WEB, WebPhoto.ONLINE.title()));
            case 2 -> on(
                    RECORD,
                    answers,
                    noted(PhotoFact.WEB, WebPhoto.NOT_COLLECTED.title()),
                    about.student().webPhoto() == WebPhoto.COLLECTED
                                    || about.student().webPhoto() == WebPhoto.ONLINE
                            ? PhotoPhrases.LISTED_BUT_NOT_TAKEN.with(
                                    "phone", about.contacts().officePhone())
                            : PhotoPhrases.NOT_COLLECTED.with(
                                    "phone", about.contacts().officePhone(),
                                    "deadline", about.contacts().photoDeadline()));
            case 3 -> on(
                    RECORD,
                    answers,
                    noted(PhotoFact.WEB, WebPhoto.COLLECTED.title()),
                    PhotoPhrases.COLLECTED.with("phone", about.contacts().officePhone()));
            case 4 -> Heard.next(Guide.SITE.question(), answers);
            default -> new Heard.NotAnAnswer();
        };
    }

    private static Heard hearOwn(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, RIGHT_OR_WRONG)) {
            case 1 -> on(Retake.next(about), answers, noted(PhotoFact.OWN_CHECK, RIGHT));
            case 2 -> Heard.next(WHICH, answers);
            default -> new Heard.NotAnAnswer();
        };
    }

    /** Not oneself, or oneself and only not pretty: the one is wrong, the other is not (domain-facts §4.4). */
    private static Question askWhich(PhotoCase about, Answers answers) {
        return new Question(
                PhotoPhrases.WHICH.say(),
                List.of(new Choice("不是我本人", "1"), new Choice("是我，不好看", "2"), new Choice("其他问题", "3")));
    }

    private static Heard hearWhich(String said, PhotoCase about, Answers answers) {
        int picked = Said.pick(
                said,
                List.of(
                        List.of("不是我", "不是本人", "别人", "不是我本人", "是别人"),
                        List.of("不好看", "有点丑", "难看", "太丑了", "是我但不好看", "拍得不好", "太丑"),
                        List.of("其他", "其它", "模糊", "糊了", "拉长", "变形", "看不清")));
        if (picked == 0) {
            return new Heard.NotAnAnswer();
        }
        return picked == 2
                ? on(Retake.next(about), answers, noted(PhotoFact.OWN_CHECK, RIGHT), PhotoPhrases.NOT_PRETTY.say())
                : on(
                        Retake.next(about),
                        answers,
                        noted(PhotoFact.OWN_CHECK, WRONG),
                        PhotoPhrases.OWN_WRONG.with(
                                "phone", about.contacts().officePhone(),
                                "secretary", about.contacts().secretary()));
    }

    private static Heard hearRecord(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, RIGHT_OR_WRONG)) {
            case 1 -> new Heard.Ended(List.of(noted(PhotoFact.CHSI_RECORD, RIGHT)), finish(about));
            case 2 -> new Heard.Ended(
                    List.of(noted(PhotoFact.CHSI_RECORD, WRONG)),
                    List.of(PhotoPhrases.RECORD_WRONG.with(
                            "phones", about.contacts().officePhones(),
                            "mail", about.contacts().officeMail())));
            default -> new Heard.NotAnAnswer();
        };
    }

    /** Clicking 正确 is not the end of it on 学信网 (domain-facts §2.2); who waits for the newest photo does not click. */
    private static List<Say> finish(PhotoCase about) {
        boolean isThere = about.is(PhotoFact.WEB, WebPhoto.ONLINE.title());
        boolean isRight = about.is(PhotoFact.OWN_CHECK, RIGHT) && !about.is(PhotoFact.NEWEST, Retake.NO);
        return isThere && isRight ? List.of(PhotoPhrases.FINISH.say()) : List.of();
    }

    private static Question askAgain(PhotoCase about, Answers answers) {
        return new Question(PhotoPhrases.AGAIN.say(), List.of(new Choice("重新看一遍", "1"), new Choice("不用了", "2")));
    }

    private static Heard hearAgain(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(
                said, List.of(List.of("重新看一遍", "再看一遍", "是", "重新", "要"), List.of("不用了", "不用", "不", "否", "算了")))) {
            case 1 -> Heard.next(WEB, answers);
            case 2 -> new Heard.Ended(List.of(), List.of());
            default -> new Heard.NotAnAnswer();
        };
    }

    static Question rightOrWrong(Say text) {
        return new Question(text, List.of(new Choice(RIGHT, "1"), new Choice(WRONG, "2")));
    }

    static PhotoNoted noted(PhotoFact fact, String value) {
        return new PhotoNoted(fact, value);
    }

    static Heard on(String question, Answers answers, Effect effect, Say... says) {
        return new Heard.Next(question, answers, List.of(effect), List.of(says));
    }
}
