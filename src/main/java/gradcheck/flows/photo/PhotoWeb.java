package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.WebPhoto;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import java.util.Arrays;
import java.util.List;

/**
 * Is the photo there (R15, R20–R26)? Where the answer contradicts the registrar's list both are kept, and the student is
 * told whom to call.
 */
final class PhotoWeb {
    private static final int SEEN = 1;
    private static final int NOT_TAKEN = 2;
    private static final int TAKEN = 3;
    private static final int STUCK = 4;

    private static final List<List<String>> ANSWERS = List.of(
            List.of(
                    "看到了", "看到", "看见", "看见了", "有照片", "有照片了", "有", "有图", "能看到", "能看见", "出来了", "照片出来", "显示了", "嗯", "是",
                    "照片在", "在的"),
            List.of(
                    "没看到，还没拍", "还没拍", "没拍", "没拍过", "没去拍", "没有拍", "没有拍过", "未采集", "没采集", "没有采集", "忘了拍", "忘记拍", "错过了",
                    "没照过", "没照相", "没来得及拍", "没赶上"),
            List.of(
                    "没看到，但拍过了",
                    "拍过了",
                    "拍过",
                    "拍了",
                    "已拍",
                    "已经拍",
                    "采集过",
                    "采集了",
                    "已采集",
                    "照过了",
                    "照了",
                    "照过",
                    "早就拍",
                    "上个月拍",
                    "上周拍",
                    "上学期拍",
                    "去年拍",
                    "前几天拍",
                    "昨天拍",
                    "刚拍",
                    "拍完了",
                    "没看到拍过了",
                    "没看到但拍过了"),
            List.of(
                    "卡住了，带我走",
                    "卡在登录，或找不到入口",
                    "卡在登录",
                    "卡住",
                    "卡住了",
                    "找不到入口",
                    "找不到",
                    "不会弄",
                    "不会",
                    "怎么弄",
                    "怎么看",
                    "在哪看",
                    "在哪里看",
                    "怎么登录",
                    "带我走",
                    "不会操作"));
    /** The photo isn't there; whether it was taken is still to be said. */
    private static final List<String> NOT_SEEN = List.of(
            "没看到", "没看见", "没有", "没", "没得", "看不到", "看不见", "没有照片", "没照片", "无", "没显示", "不显示", "空的", "空白", "没出来", "还没有",
            "没有看到", "没有看见");

    private static final List<String> NOT_ME = List.of("不是我", "不是本人", "照片不是我", "不是我的照片", "是别人", "别人的照片", "不是我的");
    private static final List<String> ALL_RIGHT =
            List.of("都对", "全对", "都正确", "全部正确", "都没问题", "照片和信息都对", "照片信息都对", "都无误", "全都对", "都没错", "看了都对", "都是对的");
    private static final List<String> PHOTO_RIGHT =
            List.of("照片对", "照片对的", "照片正确", "照片没问题", "照片没错", "照片是对的", "是我本人", "照片是我");
    private static final List<String> PHOTO_WRONG =
            List.of("照片不对", "照片有误", "照片错了", "照片有问题", "照片有错", "旧照片", "照片是旧的", "但是是旧的", "可是是旧的", "不过是旧的", "还是旧的");

    private PhotoWeb() {}

    static Question ask(PhotoCase about, Answers answers) {
        Say known =
                switch (about.photo().listed()) {
                    case UNKNOWN -> PhotoPhrases.KNOWN_UNKNOWN.say();
                    case NOT_COLLECTED -> PhotoPhrases.KNOWN_NOT_COLLECTED.say();
                    case COLLECTED -> PhotoPhrases.KNOWN_COLLECTED.say();
                    case ONLINE -> PhotoPhrases.KNOWN_ONLINE.say();
                };
        Say text =
                answers.has(PhotoGuide.GUIDED) ? PhotoPhrases.WEB_GUIDED.say() : PhotoPhrases.WEB.with("known", known);
        return new Question(
                text,
                PhotoPhrases.WEB_BRIEF.say(),
                List.of(
                        new Choice("看到了", "1"),
                        new Choice("没看到，还没拍", "2"),
                        new Choice("没看到，但拍过了", "3"),
                        new Choice("卡住了，带我走", "4")));
    }

    static Heard hear(String said, PhotoCase about, Answers answers) {
        Heard more = hearMore(said, about, answers);
        if (!(more instanceof Heard.NotAnAnswer)) {
            return more;
        }
        return switch (Said.pick(said, ANSWERS)) {
            case SEEN -> seen(answers).on(about, seenBut(about));
            case NOT_TAKEN -> notTaken(about, answers);
            case TAKEN -> taken(about, answers);
            case STUCK -> Heard.next(PhotoCheck.SITE, answers);
            default -> Said.word(said, List.of(NOT_SEEN)) == 1
                    ? new Heard.Refused(PhotoPhrases.WHICH.say())
                    : new Heard.NotAnAnswer();
        };
    }

    /** The same in words only, for who is being led there and has found it by themselves. */
    static Heard hearWords(String said, PhotoCase about, Answers answers) {
        return Said.number(said).isPresent() ? new Heard.NotAnAnswer() : hear(said, about, answers);
    }

    /** Who has looked already says at once what it looks like. */
    private static Heard hearMore(String said, PhotoCase about, Answers answers) {
        PhotoNotes seen = seen(answers);
        return switch (Said.word(said, List.of(ALL_RIGHT, PHOTO_RIGHT, NOT_ME, PHOTO_WRONG))) {
            case 1 -> seen.note(PhotoFact.OWN_CHECK, PhotoFact.RIGHT)
                    .note(PhotoFact.CHSI_RECORD, PhotoFact.RIGHT)
                    .on(about, seenBut(about, PhotoPhrases.NOTED_ALL_RIGHT.say()));
            case 2 -> seen.note(PhotoFact.OWN_CHECK, PhotoFact.RIGHT).on(about, seenBut(about));
            case 3 -> PhotoOwn.notMe(about, seen, seenBut(about));
            case 4 -> new Heard.Next(PhotoCheck.WRONG, seen.answers(), seen.effects(), List.of(seenBut(about)));
            default -> new Heard.NotAnAnswer();
        };
    }

    private static PhotoNotes seen(Answers answers) {
        return PhotoNotes.to(answers).note(PhotoFact.WEB, WebPhoto.ONLINE.title());
    }

    private static Say[] seenBut(PhotoCase about, Say... before) {
        if (about.photo().listed() != WebPhoto.NOT_COLLECTED) {
            return before;
        }
        Say[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = PhotoPhrases.SEEN_BUT_NOT.with("phone", about.phone());
        return more;
    }

    private static Heard notTaken(PhotoCase about, Answers answers) {
        WebPhoto listed = about.photo().listed();
        Say what = listed == WebPhoto.COLLECTED || listed == WebPhoto.ONLINE
                ? PhotoPhrases.IS_BUT_NOT_TAKEN.with("state", listed.title(), "phone", about.phone())
                : notCollected(about);
        return PhotoNotes.to(answers)
                .note(PhotoFact.WEB, WebPhoto.NOT_COLLECTED.title())
                .on(about, what);
    }

    private static Say notCollected(PhotoCase about) {
        String deadline = about.contacts().photoDeadline();
        return about.isLate()
                ? PhotoPhrases.NOT_COLLECTED_LATE.with("phone", about.phone(), "deadline", deadline)
                : PhotoPhrases.NOT_COLLECTED.with("phone", about.phone(), "deadline", deadline);
    }

    private static Heard taken(PhotoCase about, Answers answers) {
        String deadline = about.contacts().photoDeadline();
        Say what =
                switch (about.photo().listed()) {
                    case NOT_COLLECTED -> PhotoPhrases.TAKEN_BUT_NOT.with("phone", about.phone(), "deadline", deadline);
                    case ONLINE -> PhotoPhrases.ONLINE_BUT_NOT.with("phone", about.phone());
                    case UNKNOWN, COLLECTED -> PhotoPhrases.COLLECTED.with(
                            "phone", about.phone(),
                            "deadline", deadline,
                            "date", Season.said(about.today().plusDays(Season.PHOTO_LOOK_AGAIN_DAYS)));
                };
        return PhotoNotes.to(answers)
                .note(PhotoFact.WEB, WebPhoto.COLLECTED.title())
                .on(about, what);
    }
}
