package gradcheck.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What should not stand in a chat is seen, and what may is left alone. */
class ExposedTest {
    private static final Student STUDENT = student("629999200504120032");

    private static Student student(String certificate) {
        return new Student("320230100001", Map.of("XM", "李四", "SFZH", certificate), WebPhoto.UNKNOWN, false);
    }

    private static Optional<Exposed.Kind> kind(String text) {
        return Exposed.in(text, Optional.of(STUDENT)).map(Exposed::kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "629999200504120032",
                "我的身份证号是629999200410010051对吗",
                "６２９９９９２００５０４１２００３２",
                "629999 20050412 0032",
                "629999 20041001 0051",
                "6299 9920 0410 0100 51",
                "6299 9920 0504 1200 32",
                "629999-20050412-0032",
                "62999920050412003x",
                "62999920050412003",
                "6299992005041200321",
                "629999050412003",
                "A123456(3)",
                "a123456（3）",
                "A1234563",
                "身份证A1234561",
                "1234567(8)",
                "5/123456/7",
                "台胞证12345678",
                "我的台胞證號碼是 12345678 ",
                "1234567890(B)",
                "M12345678",
                "H1234567801",
                "E12345678",
                "EA1234567",
                "护照 AB1234567",
            })
    void certificate_numbers_of_every_kind(String text) {
        assertThat(kind(text)).contains(Exposed.Kind.CERTIFICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"密码是abc12345", "学信网密码：Lisi2005", "验证码 884213", "我的密码123456", "口令=a1b2c3", "密码12ab"})
    void passwords_and_codes(String text) {
        assertThat(kind(text)).contains(Exposed.Kind.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13912345678", "打我手机 139 1234 5678", "+86 139-1234-5678"})
    void phones(String text) {
        assertThat(kind(text)).contains(Exposed.Kind.PHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "320230100001",
                "我的学号320230100001，身份证丢了怎么办",
                "学号是320230100999",
                "考生号23620100000001",
                "2023-09-01 2027-06-30",
                "20230901 20270630",
                "身份证是20230901办的",
                "身份证过期了打0931-8912031吗",
                "出生日期改为2003-05-07",
                "忘记密码怎么办",
                "收不到验证码",
                "验证码10分钟都没收到",
                "密码在 www.chsi.com.cn 怎么找回",
                "回执号 2027-00317-2",
                "A1234564",
                "身份证后四位 1234567",
                "我的密码是12a",
                "民族改为回族",
                "计算2302班",
                "5"
            })
    void ordinary_words_and_numbers_are_left_alone(String text) {
        assertThat(kind(text)).isEmpty();
    }

    @Test
    void a_number_is_compared_with_the_record_whatever_its_brackets() {
        assertThat(Exposed.in("629999 20050412 0032", Optional.of(STUDENT))
                        .orElseThrow()
                        .isNumberOf(STUDENT))
                .isTrue();
        assertThat(Exposed.in("629999200410010051", Optional.of(STUDENT))
                        .orElseThrow()
                        .isNumberOf(STUDENT))
                .isFalse();
        Student hongKong = student("A123456(3)");
        assertThat(Exposed.in("A1234563", Optional.of(hongKong)).orElseThrow().isNumberOf(hongKong))
                .isTrue();
        Student taiwan = student("12345678");
        assertThat(Exposed.in("是 12345678 吗", Optional.of(taiwan)).orElseThrow().isNumberOf(taiwan))
                .isTrue();
    }

    /** A long row of signs after the word once overflowed the stack, and the message had no answer. */
    @ParameterizedTest
    @ValueSource(strings = {"=", ":", " ", "是", "就是", ": "})
    void whatever_stands_between_a_password_and_its_name_is_read_to_the_end(String between) {
        String row = between.repeat(1990 / between.length());
        assertThat(kind("密码" + row)).isEmpty();
        assertThat(kind("密码" + row + "abc123")).contains(Exposed.Kind.SECRET);
    }

    @Test
    void it_never_says_the_value() {
        assertThat(Exposed.in("629999200504120032", Optional.empty())).get().hasToString("Exposed CERTIFICATE");
    }

    @Test
    void ones_own_student_number_is_no_secret_however_long_it_is() {
        Student student = new Student("3202301000010001", Map.of("XM", "李四"), WebPhoto.UNKNOWN, false);
        assertThat(Exposed.in("我的学号3202301000010001", Optional.of(student))).isEmpty();
        assertThat(Exposed.in("证件 3202301000010001", Optional.of(student))).isEmpty();
        assertThat(Exposed.in("3202301000010002", Optional.of(student)).map(Exposed::kind))
                .contains(Exposed.Kind.CERTIFICATE);
    }

    @Test
    void ones_own_number_is_known_from_six_signs_on_and_in_any_form() {
        assertThat(Exposed.in("A 12-345", Optional.of(student("A12345"))).map(Exposed::kind))
                .contains(Exposed.Kind.CERTIFICATE);
        assertThat(Exposed.in("A1234", Optional.of(student("A1234")))).isEmpty();
    }
}
