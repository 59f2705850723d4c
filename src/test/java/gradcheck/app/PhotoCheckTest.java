package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.copy.Copy;
import gradcheck.domain.Noted;
import gradcheck.domain.PaperPhoto;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.WebPhoto;
import gradcheck.flows.photo.PhotoPhrases;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase;
import gradcheck.message.TextLimit;
import gradcheck.turn.Answer;
import gradcheck.turn.student.PhotoLinePhrases;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every question of the photo check, whatever is said to it and whatever was stored. */
class PhotoCheckTest {
    private static final String NOT_UNDERSTOOD = "没看懂";
    private static final Pattern CHOICE = Pattern.compile("(?m)^(\\d) (.+)$");

    private TestBot bot;
    private PersonId student;
    private int count;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        bot = new TestBot(folder);
        student = bot.named("李四").orElseThrow();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private String say(String text) {
        count++;
        return ((Answer.Says) bot.take(new Incoming.Text(student, "p" + count, bot.now(), text))).text();
    }

    /** The question as it is stored while it is open, and what is shown of it. */
    private String asked(String question) {
        bot.store()
                .write(tables -> {
                    tables.conversations()
                            .keepOpen(
                                    student,
                                    new Conversation("photo", question, Answers.NONE, List.of("web")),
                                    bot.now());
                    return true;
                })
                .join();
        String help = say("帮助");
        return help.substring(help.indexOf("【"));
    }

    private Map<PhotoFact, String> facts() {
        Map<PhotoFact, String> facts = new HashMap<>();
        bot.store()
                .read(tables -> tables.photoFacts().of(bot.season(), student.value()))
                .forEach((fact, noted) -> facts.put(fact, noted.value()));
        return facts;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web", "site", "login", "account", "home", "page", "own", "wrong", "retaken", "newest", "paper",
                "record", "submit", "looked"
            })
    void every_choice_is_understood_by_its_number_and_by_its_words(String question) {
        String text = asked(question);
        assertThat(text).matches("(?s)【[1-4]/4 .*");
        List<String> choices = new ArrayList<>();
        Matcher choice = CHOICE.matcher(text);
        while (choice.find()) {
            choices.add(choice.group(1));
            choices.add(choice.group(2));
            assertThat(choice.group(1)).isEqualTo(Integer.toString(choices.size() / 2));
        }
        assertThat(choices).hasSizeGreaterThanOrEqualTo(4);
        for (String said : choices) {
            asked(question);
            assertThat(say(said)).as(question + " ← " + said).doesNotContain(NOT_UNDERSTOOD);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site", "login", "account", "home", "page", "own", "wrong", "retaken", "newest", "paper", "record",
                "submit"
            })
    void from_every_question_there_is_a_way_on_and_back(String question) {
        for (String word : List.of("帮助", "进度", "联系老师", "？？？")) {
            asked(question);
            assertThat(say(word)).contains(asked(question).lines().findFirst().orElseThrow());
        }
        asked(question);
        assertThat(say("上一步")).contains("【1/4 看照片】");
        asked(question);
        assertThat(say("重新看一遍")).contains("【1/4 看照片】");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "login", "own", "record", "submit"})
    void a_password_or_a_code_is_refused_and_kept_nowhere(String question) {
        for (String said : List.of("密码是Lisi#2005", "验证码：482913", "我的密码 lisi2005", "验证码是 4829")) {
            asked(question);
            assertThat(say(said)).contains("撤回").contains("没有记下");
        }
        assertThat(facts()).isEmpty();
        asked(question);
        assertThat(say("我忘记密码")).doesNotContain("撤回").contains("找回密码");
    }

    @Test
    void a_question_that_a_deploy_has_removed_leads_to_the_first_one_with_nothing_guessed() {
        assertThat(asked("quality")).contains("【1/4 看照片】");
        assertThat(say("2")).contains(NOT_UNDERSTOOD).contains("【1/4 看照片】");
        assertThat(facts()).isEmpty();
        assertThat(say("上一步")).contains("【1/4 看照片】");
        assertThat(say("图像校对")).contains("【1/4 看照片】");
        assertThat(say("看到了")).contains("【2/4");
    }

    @Test
    void a_conversation_of_the_first_edition_goes_on_where_it_stood() {
        asked("retaken");
        assertThat(say("没换过")).contains("【1/4 看照片】");
        assertThat(facts()).containsEntry(PhotoFact.RETAKEN, "否");
    }

    @Test
    void what_was_said_is_kept_in_the_words_that_others_read() {
        for (String said : List.of("图像校对", "看到了", "正确", "换过", "不是", "2", "有误")) {
            say(said);
        }
        assertThat(facts())
                .containsEntry(PhotoFact.WEB, WebPhoto.ONLINE.title())
                .containsEntry(PhotoFact.OWN_CHECK, PhotoFact.AWAITS_NEW)
                .containsEntry(PhotoFact.NEWEST, PhotoFact.NO)
                .containsEntry(PhotoFact.PAPER, PaperPhoto.TO_BE_RENEWED.title())
                .containsEntry(PhotoFact.CHSI_RECORD, PhotoFact.WRONG);
    }

    @Test
    void the_secretarys_word_about_the_paper_photo_is_seen_and_not_asked_again() {
        for (String said : List.of("图像校对", "看到了", "正确", "换过", "是", "还没交", "1")) {
            say(said);
        }
        assertThat(say("进度")).contains("纸质照片：还没交");
        bot.store()
                .write(tables -> {
                    tables.photoFacts()
                            .note(
                                    bot.season(),
                                    student.value(),
                                    PhotoFact.PAPER,
                                    new Noted(PaperPhoto.HANDED_IN.title(), bot.now()));
                    return true;
                })
                .join();
        assertThat(say("进度")).contains("纸质照片：最新版已交");
        assertThat(say("图像校对")).contains("都看过了");
    }

    /** Two of the longest sentences and a question go into one message, with names twice as long as any. */
    @Test
    void no_sentence_is_too_long_for_a_message_however_long_the_contacts_are() throws Exception {
        Copy copy = Copy.read(Path.of("config/copy.zh.yml"));
        List<Integer> longest = new ArrayList<>();
        for (Class<?> holder : List.of(PhotoPhrases.class, PhotoLinePhrases.class)) {
            for (Field field : holder.getFields()) {
                if (!(field.get(null) instanceof Phrase phrase)) {
                    continue;
                }
                Map<String, Object> values = new HashMap<>();
                phrase.placeholders().forEach(name -> values.put(name, "长".repeat(30)));
                values.computeIfPresent("choices", (name, any) -> "长".repeat(80));
                longest.add(TextLimit.bytes(copy.render(phrase.with(values))));
            }
        }
        longest.sort(null);
        int three = longest.subList(longest.size() - 3, longest.size()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(three).isLessThanOrEqualTo(TextLimit.BYTES);
    }
}
