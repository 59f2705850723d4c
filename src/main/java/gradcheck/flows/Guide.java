package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.conversation.Step;
import gradcheck.message.Choice;
import gradcheck.message.Phrase;
import java.util.List;

/** The way through 学信网 one step at a time (R20, R22, R23), with "done" or "stuck here" after each. */
enum Guide {
    SITE("site", "login", PhotoPhrases.SITE, PhotoPhrases.SITE_STUCK),
    LOGIN("login", "home", PhotoPhrases.LOGIN, PhotoPhrases.LOGIN),
    HOME("home", "entry", PhotoPhrases.HOME, PhotoPhrases.HOME_STUCK),
    ENTRY("entry", PhotoCheck.WEB, PhotoPhrases.ENTRY, PhotoPhrases.ENTRY_STUCK);

    private static final List<List<String>> DONE_OR_STUCK = List.of(
            List.of("好了", "好", "可以了", "打开了", "登上了", "登录了", "进去了", "找到了", "点了", "ok", "OK", "完成", "下一步"),
            List.of("卡在这里", "卡住了", "不行", "还是不行", "打不开", "登不上", "登录不了", "找不到", "没有", "进不去", "不会"));

    private final String question;
    private final String next;
    private final Phrase text;
    private final Phrase stuck;

    Guide(String question, String next, Phrase text, Phrase stuck) {
        this.question = question;
        this.next = next;
        this.text = text;
        this.stuck = stuck;
    }

    String question() {
        return question;
    }

    Step<PhotoCase> step() {
        return new Step<>(question, this::ask, this::hear);
    }

    private Question ask(PhotoCase about, Answers answers) {
        return new Question(text.say(), List.of(new Choice("好了", "1"), new Choice("卡在这里", "2")));
    }

    private Heard hear(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, DONE_OR_STUCK)) {
            case 1 -> Heard.next(next, answers);
            case 2 -> this == LOGIN
                    ? Heard.next(AccountTrouble.NAME, answers)
                    : new Heard.Refused(stuck.with("phone", about.contacts().officePhone()));
                // Who sees the photo already need not go on step by step.
            default -> Said.number(said).isPresent()
                    ? new Heard.NotAnAnswer()
                    : PhotoCheck.hearWeb(said, about, answers);
        };
    }
}
