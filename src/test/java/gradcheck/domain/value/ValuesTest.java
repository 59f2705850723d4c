package gradcheck.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.EditClass;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What students type, and what it is read as; an empty result means refused. */
class ValuesTest {
    private static final List<String> SIGNS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X");

    private static ParsedValue reading(ValueCheck check, String typed, Map<String, String> record) {
        RecordField field = new RecordField("F", "字段", EditClass.GENERAL, check, List.of(), List.of("本科", "专科"));
        return Values.read(field, typed, new Student("1", record, WebPhoto.UNKNOWN, false));
    }

    private static String read(ValueCheck check, String typed, Map<String, String> record) {
        ParsedValue reading = reading(check, typed, record);
        return reading instanceof ParsedValue.Accepted accepted ? accepted.value() : "";
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ETHNICITY, 汉, 汉族",
                "ETHNICITY, 毛难族, 毛南族",
                "ETHNICITY, 佘族, 畲族",
                "ETHNICITY, “回族”。, 回族",
                "ETHNICITY, 蒙族, 蒙古族",
                "ETHNICITY, 哈族, ''",
                "ETHNICITY, 穿青人, ''",
                "POLITICAL, 预备党员, 中共预备党员",
                "POLITICAL, 正式党员, 中共党员",
                "POLITICAL, 团员, 共青团员",
                "POLITICAL, 九三, 九三学社社员",
                "POLITICAL, 入党积极分子, ''",
                "POLITICAL, 少先队员, ''",
                "POLITICAL, 无党派, ''",
                "SEX, 女生, 女",
                "SEX, 不知道, ''",
                "DATE, 2003年5月7日, 20030507",
                "DATE, 2003-5-7, 20030507",
                "DATE, ２００３.05.07, 20030507",
                "DATE, 2003-02-29, ''",
                "DATE, 明天, ''",
                "STUDY_LENGTH, 5年, 5",
                "STUDY_LENGTH, 9, ''",
                "CERTIFICATE_TYPE, 台湾居民往来大陆通行证, 台湾居民来往大陆通行证",
                "CERTIFICATE_TYPE, 回乡证, 港澳居民来往内地通行证",
                "CERTIFICATE_TYPE, 学生证, ''",
                "NAME, 阿依古丽•买买提, 阿依古丽·买买提",
                "NAME, 李 四, ''",
                "NAME, 〇一, 〇一",
                "NAME, 一龥, 一龥",
                "NAME, 鿿乙, 鿿乙",
                "NAME, John.Smith, John.Smith",
                "NAME, 阿里.买买提, 阿里·买买提",
                "NAME, ＡＺａｚ, AZaz",
                "NAME, 𬱖文𠮷, 𬱖文𠮷",
                "NAME, 李?, ''",
                "NAME, 我奶奶是回族, ''",
                "NAME, 一直都係香港身份證嚟㗎, ''",
                "NAME, 报名的时候填错的, ''",
                "NAME, 妈妈是满族, ''",
                "NAME, 是荣, 是荣",
                "NAME, 阿不都热合曼·他西, 阿不都热合曼·他西",
                "NAME, 努尔买买提·你牙孜, 努尔买买提·你牙孜",
                "LIST, 专科, 专科",
                "LIST, 幼儿园, ''",
                "TEXT, 法学, 法学",
                "TEXT, ２０２３ＡＺ班, 2023AZ班",
                "TEXT, “法学”, 法学",
                "TEXT, ”, ''"
            })
    void a_typed_value_becomes_its_standard_form_or_is_refused(ValueCheck check, String typed, String value) {
        assertThat(read(check, typed, Map.of())).isEqualTo(value);
        if (!value.isEmpty()) {
            assertThat(read(check, value, Map.of()))
                    .as("reading it again changes nothing")
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "居民身份证, 11010519491231002x, 11010519491231002X",
        "居民身份证, １１０１０５１９４９１２３１００２Ｘ, 11010519491231002X",
        "居民身份证, 110105194912310021, ''",
        "居民身份证, 11010519490231002X, ''",
        "居民身份证, 810000199901010014, ''",
        "港澳台居民居住证, 810000199901010014, 810000199901010014",
        "香港身份证, A123456(3), A123456(3)",
        "香港身份证, AB987654(3), AB987654(3)",
        "香港身份证, C123456(9), C123456(9)",
        "香港身份证, A123456（3）, A123456(3)",
        "香港身份证, A123456(4), ''",
        "澳门身份证, 1234567(8), 1234567(8)",
        "台湾居民来往大陆通行证, 12345678, 12345678",
        "台湾居民来往大陆通行证, 1234567, ''",
        "护照, E12345678, E12345678",
        "港澳居民来往内地通行证, H1234567800, H1234567800"
    })
    void a_certificate_number_must_agree_with_its_type(String type, String typed, String value) {
        assertThat(read(ValueCheck.CERTIFICATE_NUMBER, typed, Map.of("ZJLX", type)))
                .isEqualTo(value);
    }

    private static String refusal(ValueCheck check, String typed, Map<String, String> record) {
        return reading(check, typed, record) instanceof ParsedValue.Refused refused
                ? refused.why().phrase().key().replaceFirst("value\\.", "")
                : "";
    }

    private static List<String> suggestions(ValueCheck check, String typed) {
        return ((ParsedValue.Refused) reading(check, typed, Map.of())).suggestions();
    }

    /** A name is never put together for its owner: asked back, the likelier form first. */
    @Test
    void a_gap_in_a_name_may_be_a_dot_or_nothing_and_long_names_mostly_have_a_dot() {
        assertThat(suggestions(ValueCheck.NAME, "买买提 阿里")).containsExactly("买买提·阿里", "买买提阿里");
        assertThat(suggestions(ValueCheck.NAME, "欧阳 修文")).containsExactly("欧阳修文");
        assertThat(suggestions(ValueCheck.NAME, "欧阳-修文")).containsExactly("欧阳修文", "欧阳·修文");
    }

    @Test
    void of_a_closed_list_the_near_values_are_offered() {
        assertThat(suggestions(ValueCheck.LIST, "本科生")).containsExactly("本科");
        assertThat(suggestions(ValueCheck.LIST, "专")).containsExactly("专科");
        assertThat(suggestions(ValueCheck.LIST, "幼儿园")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "居民身份证, 1101051949123100, certificateLength",
        "港澳台居民居住证, 8100001999010100, certificateLength",
        "居民身份证, 110105491231002, certificateOld",
        "居民身份证, 110105194902310025, certificateDate",
        "香港身份证, 12, certificateForm"
    })
    void a_number_that_does_not_fit_is_told_what_is_wrong_with_it(String type, String typed, String why) {
        assertThat(refusal(ValueCheck.CERTIFICATE_NUMBER, typed, Map.of("ZJLX", type)))
                .isEqualTo(why);
    }

    /** What is no correction is told at once, before anybody files it. */
    @ParameterizedTest
    @CsvSource({
        "CERTIFICATE_NUMBER, A1234563, A123456(3)",
        "CERTIFICATE_NUMBER, A123456（3）, A1234563",
        "CERTIFICATE_NUMBER, 1234567(8), 1234567/8",
        "ETHNICITY, 回, 回族",
        "TEXT, 法学, 法学"
    })
    void the_value_that_the_record_has_already_is_no_correction(ValueCheck check, String typed, String inRecord) {
        Map<String, String> record = Map.of("F", inRecord, "ZJLX", typed.startsWith("A") ? "香港身份证" : "澳门身份证");
        assertThat(refusal(check, typed, record)).isEqualTo("same");
    }

    @ParameterizedTest
    @CsvSource({"NAME, 50, 51", "TEXT, 60, 61"})
    void the_longest_value_is_taken_and_one_sign_more_is_not(ValueCheck check, int longest, int tooLong) {
        assertThat(refusal(check, "李".repeat(longest), Map.of())).isEmpty();
        assertThat(refusal(check, "李".repeat(tooLong), Map.of())).isEqualTo("long");
        assertThat(refusal(check, "𠮷".repeat(longest), Map.of()))
                .as("a rare sign counts once")
                .isEmpty();
    }

    @Test
    void what_is_longer_than_any_value_with_words_around_it_is_not_even_searched_for_one() {
        assertThat(refusal(ValueCheck.ETHNICITY, "回族" + " ".repeat(298), Map.of()))
                .isEmpty();
        assertThat(refusal(ValueCheck.ETHNICITY, "回族" + " ".repeat(299), Map.of()))
                .isEqualTo("long");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void one_changed_digit_is_always_noticed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            String body = String.format(
                    "62%04d2004%02d%02d%03d",
                    random.nextInt(1, 9999), random.nextInt(1, 13), random.nextInt(1, 29), random.nextInt(1000));
            List<String> right = SIGNS.stream()
                    .map(sign -> body + sign)
                    .filter(n -> CertificateNumber.checks(CertificateType.RESIDENT, n))
                    .toList();
            assertThat(right).hasSize(1);
            int at = random.nextInt(17);
            char other = (char) ('0' + (right.get(0).charAt(at) - '0' + random.nextInt(1, 10)) % 10);
            String changed =
                    right.get(0).substring(0, at) + other + right.get(0).substring(at + 1);
            assertThat(CertificateNumber.checks(CertificateType.RESIDENT, changed))
                    .as("seed %d: %s", seed, changed)
                    .isFalse();
        }
    }
}
