package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.Season;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import java.util.List;

/**
 * The way to the photo, one step at a time, for who is stuck (R22, R23), and what to do about an account (R44–R51). After
 * each step: done, or stuck here.
 */
final class PhotoGuide {
    /** Kept among the answers of who was led to the photo: the way needs no telling again. */
    static final String GUIDED = "guided";

    private static final List<String> UNREGISTERED =
            List.of("还没注册过", "没注册", "还没注册", "没有注册", "没注册过", "没有账号", "没账号", "不会注册", "怎么注册");
    private static final List<String> FORGOTTEN = List.of(
            "忘了密码或用户名",
            "忘记密码",
            "忘了密码",
            "密码忘了",
            "密码忘记",
            "密码忘记了",
            "忘记用户名",
            "忘了用户名",
            "用户名忘了",
            "账号忘了",
            "忘记账号",
            "密码不对",
            "密码错误",
            "忘了",
            "忘记了");
    private static final List<String> PHONE = List.of(
            "手机号换了，收不到验证码",
            "手机号换了",
            "手机换了",
            "换手机号",
            "换号了",
            "换手机",
            "收不到验证码",
            "没收到验证码",
            "收不到短信",
            "手机号不用了",
            "手机停机",
            "停机了",
            "号码不用了");
    private static final List<String> MISSING =
            List.of("登进去了，找不到学籍", "找不到学籍", "没有学籍", "查不到学籍", "看不到学籍", "学籍找不到", "学籍不显示", "没有学籍信息", "没学籍");
    private static final List<String> OTHER =
            List.of("别的问题", "其他", "其它", "别的", "账号被锁", "账号锁了", "冻结", "被占用", "已被注册", "登不上", "登不进去", "登录不了");

    private static final List<String> NO_LOGIN =
            List.of("登不上", "登不进去", "登录不了", "登陆不了", "登录不上", "登不了", "账号有问题", "账号被锁", "不能登录", "无法登录", "登录失败");
    private static final List<String> NO_ENTRY = List.of("找不到图像校对", "没有图像校对", "找不到毕业证图像校对", "没有这个按钮", "找不到按钮");
    private static final List<String> NO_SITE = List.of("网站打不开", "网页打不开", "打不开", "打不开网站", "打不开学信网", "学信网打不开");

    /** The trouble is over before it was told. */
    private static final List<String> LOGGED_IN =
            List.of("登上了", "登进去了", "登录了", "登录上了", "登陆上了", "进去了", "能登了", "可以登了", "好了", "又好了");

    private PhotoGuide() {}

    /** Somebody tells of a trouble on the way, at whatever question; a long story is none of these. */
    static Heard hearTrouble(String said, PhotoCase about, Answers answers) {
        int advice = Said.word(said, List.of(UNREGISTERED, FORGOTTEN, PHONE, MISSING));
        if (advice > 0) {
            return advise(advice, about, answers);
        }
        return switch (Said.word(said, List.of(NO_LOGIN, NO_ENTRY, NO_SITE))) {
            case 1 -> Heard.next(PhotoCheck.ACCOUNT, answers);
            case 2 -> Heard.next(PhotoCheck.PAGE, answers, PhotoPhrases.PAGE_STUCK.with("phone", about.phone()));
            case 3 -> Heard.next(PhotoCheck.SITE, answers, PhotoPhrases.SITE_STUCK.say());
            default -> new Heard.NotAnAnswer();
        };
    }

    static Question askSite(PhotoCase about, Answers answers) {
        return step(PhotoPhrases.SITE.say());
    }

    static Heard hearSite(String said, PhotoCase about, Answers answers) {
        return switch (doneOrStuck(said)) {
            case 1 -> Heard.next(PhotoCheck.LOGIN, answers);
            case 2 -> new Heard.Refused(PhotoPhrases.SITE_STUCK.say());
            default -> new Heard.NotAnAnswer();
        };
    }

    static Question askLogin(PhotoCase about, Answers answers) {
        return step(PhotoPhrases.LOGIN.say());
    }

    static Heard hearLogin(String said, PhotoCase about, Answers answers) {
        return switch (doneOrStuck(said)) {
            case 1 -> Heard.next(PhotoCheck.HOME, answers);
            case 2 -> Heard.next(PhotoCheck.ACCOUNT, answers);
            default -> Said.number(said).isPresent() ? new Heard.NotAnAnswer() : hearAccount(said, about, answers);
        };
    }

    static Question askAccount(PhotoCase about, Answers answers) {
        return new Question(
                PhotoPhrases.ACCOUNT.say(),
                List.of(
                        new Choice("还没注册过", "1"),
                        new Choice("忘了密码或用户名", "2"),
                        new Choice("手机号换了", "3"),
                        new Choice("找不到学籍", "4"),
                        new Choice("别的问题", "5")));
    }

    static Heard hearAccount(String said, PhotoCase about, Answers answers) {
        int picked = Said.pick(said, List.of(UNREGISTERED, FORGOTTEN, PHONE, MISSING, OTHER));
        if (picked == 0 && Said.word(said, List.of(LOGGED_IN)) == 1) {
            return Heard.next(PhotoCheck.HOME, answers);
        }
        return picked == 0 ? new Heard.NotAnAnswer() : advise(picked, about, answers);
    }

    /** Who is logged in goes on from there, everybody else tries the login once more. */
    private static Heard advise(int trouble, PhotoCase about, Answers answers) {
        Say help = help(about);
        return switch (trouble) {
            case 1 -> Heard.next(PhotoCheck.LOGIN, answers, PhotoPhrases.UNREGISTERED.with("help", help));
            case 2 -> Heard.next(PhotoCheck.LOGIN, answers, PhotoPhrases.FORGOTTEN.with("help", help));
            case 3 -> Heard.next(PhotoCheck.LOGIN, answers, PhotoPhrases.PHONE_CHANGED.with("help", help));
            case 4 -> Heard.next(PhotoCheck.HOME, answers, PhotoPhrases.MISSING.with("phone", about.phone()));
            default -> Heard.next(PhotoCheck.LOGIN, answers, PhotoPhrases.OTHER_TROUBLE.with("help", help));
        };
    }

    static Question askHome(PhotoCase about, Answers answers) {
        return step(PhotoPhrases.HOME.say());
    }

    static Heard hearHome(String said, PhotoCase about, Answers answers) {
        return switch (doneOrStuck(said)) {
            case 1 -> Heard.next(PhotoCheck.PAGE, answers);
            case 2 -> new Heard.Refused(PhotoPhrases.HOME_STUCK.with("phone", about.phone()));
            default -> new Heard.NotAnAnswer();
        };
    }

    static Question askPage(PhotoCase about, Answers answers) {
        return step(PhotoPhrases.PAGE.say());
    }

    static Heard hearPage(String said, PhotoCase about, Answers answers) {
        return switch (doneOrStuck(said)) {
            case 1 -> Heard.next(PhotoCheck.WEB, answers.with(GUIDED, "是"));
            case 2 -> new Heard.Refused(PhotoPhrases.PAGE_STUCK.with("phone", about.phone()));
            default -> new Heard.NotAnAnswer();
        };
    }

    /** Where 学信网 itself helps (R47–R51). */
    static Say help(PhotoCase about) {
        Season.Chsi chsi = about.season().chsi();
        return PhotoPhrases.CHSI_HELP.with("account", chsi.account(), "phone", chsi.phone(), "mail", chsi.mail());
    }

    private static int doneOrStuck(String said) {
        return Said.pick(said, List.of(PhotoWords.DONE, PhotoWords.STUCK));
    }

    private static Question step(Say text) {
        return new Question(text, List.of(new Choice("好了", "1"), new Choice("卡在这里", "2")));
    }
}
