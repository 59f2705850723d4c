package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import java.util.List;

/** Trouble with the account of 学信网, which the university cannot mend (R44–R51). */
final class AccountTrouble {
    static final String NAME = "account";

    private static final List<List<String>> TROUBLES = List.of(
            List.of("没注册", "没有账号", "没账号", "还没注册", "怎么注册", "不会注册", "没注册过"),
            List.of("忘了密码", "忘记密码", "密码忘了", "密码不对", "忘记用户名", "忘了用户名", "密码"),
            List.of("手机号换了", "换手机号", "收不到验证码", "验证码", "手机号", "换号了"),
            List.of("找不到学籍", "没有学籍", "看不到学籍", "查不到学籍", "没学籍"),
            List.of("其他", "其它", "别的", "都不是"));

    private AccountTrouble() {}

    static Question ask(PhotoCase about, Answers answers) {
        return new Question(
                PhotoPhrases.ACCOUNT.say(),
                List.of(
                        new Choice("还没注册", "1"),
                        new Choice("忘了密码", "2"),
                        new Choice("手机号换了", "3"),
                        new Choice("找不到学籍", "4"),
                        new Choice("别的问题", "5")));
    }

    static Heard hear(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(said, TROUBLES)) {
            case 1 -> on(answers, PhotoPhrases.REGISTER.say());
            case 2 -> on(answers, help(about, PhotoPhrases.FORGOTTEN.say()));
            case 3 -> on(answers, help(about, PhotoPhrases.NEW_NUMBER.say()));
            case 4 -> on(
                    answers,
                    PhotoPhrases.NO_RECORD.with("phone", about.contacts().officePhone()));
            case 5 -> on(answers, help(about, PhotoPhrases.ANYTHING_ELSE.say()));
            default -> new Heard.NotAnAnswer();
        };
    }

    private static Heard on(Answers answers, Say say) {
        return Heard.next(Guide.LOGIN.question(), answers, say);
    }

    private static Say help(PhotoCase about, Say first) {
        return PhotoPhrases.CHSI_HELP.with(
                "first", first,
                "account", about.chsi().account(),
                "phone", about.chsi().phone(),
                "mail", about.chsi().mail());
    }
}
