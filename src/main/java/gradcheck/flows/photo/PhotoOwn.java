package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.PhotoFact;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.util.Arrays;
import java.util.List;

/**
 * Is it you (R23)? Before 有误 is noted it is asked what is wrong: somebody else's photo is, one that is merely ugly is
 * not, and an old one is a matter of the re-take (R29).
 */
final class PhotoOwn {
    private static final List<String> NOT_ME = List.of("不是我", "不是本人", "不是我本人", "别人", "是别人", "拿错", "认错人", "照片不是我");
    private static final List<String> UGLY = List.of(
            "是我，只是不好看",
            "不好看",
            "丑",
            "太丑",
            "难看",
            "太难看",
            "很丑",
            "好丑",
            "拍得丑",
            "不满意",
            "不喜欢",
            "想重拍",
            "拍得不好",
            "不上相",
            "显胖",
            "有点丑",
            "丑了点");
    private static final List<String> OLD = List.of(
            "是我换照片之前的旧照", "旧照", "旧照片", "旧的", "还是旧的", "以前的", "之前的", "换之前的", "重拍前的", "没换成", "没更新", "不是最新的", "不是新的");
    private static final List<String> OTHER =
            List.of("别的问题", "其他", "其它", "别的", "模糊", "变形", "反了", "看不清", "照片不清楚", "缺", "太暗", "歪了", "拉长了", "压扁了");

    private PhotoOwn() {}

    static Question ask(PhotoCase about, Answers answers) {
        return new Question(PhotoPhrases.OWN.say(), List.of(new Choice("正确", "1"), new Choice("有误", "2")));
    }

    static Heard hear(String said, PhotoCase about, Answers answers) {
        Heard which = Said.number(said).isPresent() ? new Heard.NotAnAnswer() : hearWhich(said, about, answers);
        if (!(which instanceof Heard.NotAnAnswer)) {
            return which;
        }
        return switch (Said.pick(said, List.of(PhotoWords.RIGHT, PhotoWords.WRONG))) {
            case 1 -> PhotoNotes.to(answers)
                    .note(PhotoFact.OWN_CHECK, PhotoFact.RIGHT)
                    .on(about);
            case 2 -> Heard.next(PhotoCheck.WRONG, answers);
            default -> new Heard.NotAnAnswer();
        };
    }

    static Question askWrong(PhotoCase about, Answers answers) {
        return new Question(
                PhotoPhrases.WRONG.say(),
                List.of(
                        new Choice("不是我本人", "1"),
                        new Choice("是我，只是不好看", "2"),
                        new Choice("是换之前的旧照", "3"),
                        new Choice("别的问题", "4")));
    }

    static Heard hearWhich(String said, PhotoCase about, Answers answers) {
        PhotoNotes notes = PhotoNotes.to(answers);
        return switch (Said.pick(said, List.of(NOT_ME, UGLY, OLD, OTHER))) {
            case 1 -> notMe(about, notes);
            case 2 -> notes.note(PhotoFact.OWN_CHECK, PhotoFact.RIGHT)
                    .on(about, PhotoPhrases.UGLY.with("phone", about.phone()));
            case 3 -> notes.note(PhotoFact.OWN_CHECK, PhotoFact.AWAITS_NEW)
                    .note(PhotoFact.RETAKEN, PhotoFact.YES)
                    .note(PhotoFact.NEWEST, PhotoFact.NO)
                    .on(about, PhotoPhrases.NOT_NEWEST.with("phone", about.phone()));
            case 4 -> notes.note(PhotoFact.OWN_CHECK, PhotoFact.WRONG)
                    .on(about, toBeReported(PhotoPhrases.FLAWED, about));
            default -> new Heard.NotAnAnswer();
        };
    }

    static Heard notMe(PhotoCase about, PhotoNotes notes, Say... before) {
        Say[] says = Arrays.copyOf(before, before.length + 1);
        says[before.length] = toBeReported(PhotoPhrases.NOT_ME, about);
        return notes.note(PhotoFact.OWN_CHECK, PhotoFact.WRONG).on(about, says);
    }

    private static Say toBeReported(Phrase phrase, PhotoCase about) {
        return phrase.with("phone", about.phone(), "secretary", about.contacts().secretary());
    }
}
