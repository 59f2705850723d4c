package gradcheck.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.EditClass;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings in full: the value, or the sentence's key and what it suggests. */
class ParsedValueTest {
    private static final String ALL_56 = "汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族"
            + " 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族"
            + " 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族";

    private static ParsedValue read(ValueCheck check, String typed, Map<String, String> record) {
        RecordField field = new RecordField(
                "F", "字段", EditClass.GENERAL, check, List.of(), List.of("本科", "专科", "硕士", "博士", "第二学士学位"));
        return Values.read(field, typed, new Student("1", record, WebPhoto.UNKNOWN, false));
    }

    /** The value, or {@code key [suggestions]}. */
    private static String told(ParsedValue reading) {
        if (reading instanceof ParsedValue.Refused refused) {
            String suggested = refused.suggestions().isEmpty() ? "" : " " + String.join("/", refused.suggestions());
            return refused.why().phrase().key().replaceFirst("value\\.", "?") + suggested;
        }
        return ((ParsedValue.Accepted) reading).value();
    }

    static Stream<String> peoples() {
        return Stream.of(ALL_56.split(" "));
    }

    @ParameterizedTest
    @MethodSource("peoples")
    void every_people_of_the_standard_is_read_with_and_without_its_ending(String people) {
        String stem = people.substring(0, people.length() - 1);
        for (String typed :
                List.of(people, stem, stem + "族人", "“" + people + "”", "我是" + people + "，谢谢老师！", people + "的")) {
            assertThat(told(read(ValueCheck.ETHNICITY, typed, Map.of())))
                    .as(typed)
                    .isEqualTo(people);
        }
    }

    @Test
    void the_standard_has_fifty_six_peoples() {
        assertThat(peoples().distinct()).hasSize(56);
    }

    @ParameterizedTest
    @CsvSource({
        "汉人, 汉族",
        "Han, 汉族",
        "ＨＡＮ, 汉族",
        "回 族, 回族",
        "回民, 回族",
        "毛难, 毛南族",
        "崩龙族, 德昂族",
        "乌兹别克, 乌孜别克族",
        "塔塔儿族, 塔塔尔族",
        "吉尔吉斯, 柯尔克孜族",
        "蒙族, 蒙古族",
        "维族, 维吾尔族",
        "朝族, 朝鲜族",
        "傈粟族, 傈僳族",
        "栗僳, 傈僳族",
        "佘族, 畲族",
        "高山, 高山族",
        "满, 满族",
        "不是汉族，是回族, 回族",
        "其它, 其他",
        "外国血统中国籍人士, 外国血统中国籍人士",
        "哈族, ?either 哈萨克族/哈尼族",
        "哈, ?either 哈萨克族/哈尼族",
        "台湾原住民, ?either 高山族",
        "蛮, ?either 满族",
        "穿青人, ?ethnicityUnlisted",
        "穿青族, ?ethnicityUnlisted",
        "僜人, ?ethnicityUnlisted",
        "夏尔巴人, ?ethnicityUnlisted",
        "未识别民族, ?ethnicityUnlisted",
        "少数民族, ?ethnicity",
        "火星族, ?ethnicity",
        "族, ?ethnicity",
        "。。, ?empty"
    })
    void a_people_is_spelt_right_and_never_proposed(String typed, String told) {
        assertThat(told(read(ValueCheck.ETHNICITY, typed, Map.of()))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "党员, 中共党员",
        "正式党员, 中共党员",
        "已转正, 中共党员",
        "中国共产党党员, 中共党员",
        "预备, 中共预备党员",
        "刚入党, 中共预备党员",
        "中共党员（预备）, 中共预备党员",
        "团员, 共青团员",
        "共青团员了, 共青团员",
        "民革党员（会员）, 民革党员",
        "民革会员, 民革党员",
        "民盟, 民盟盟员",
        "民建, 民建会员",
        "民进, 民进会员",
        "农工党, 农工党党员",
        "致公党, 致公党党员",
        "九三, 九三学社社员",
        "台盟, 台盟盟员",
        "无党派人士, 无党派人士",
        "无, 群众",
        "啥也不是, 群众",
        "普通群众, 群众",
        "无党派, ?nonparty 群众/无党派人士",
        "积极分子, ?politicalStage 共青团员/群众",
        "入党积极分子, ?politicalStage 共青团员/群众",
        "发展对象, ?politicalStage 共青团员/群众",
        "少先队员, ?politicalStage 共青团员/群众",
        "我已经入党了, ?either 中共预备党员/中共党员",
        "入党了, ?either 中共预备党员/中共党员",
        "退团了, ?either 群众/共青团员",
        "共和党, ?political"
    })
    void a_political_status_is_one_of_thirteen(String typed, String told) {
        assertThat(told(read(ValueCheck.POLITICAL, typed, Map.of()))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "2003年5月7日, 20030507",
        "2003年5月7号, 20030507",
        "2003-5-7, 20030507",
        "2003/05/07, 20030507",
        "2003.5.7, 20030507",
        "2003 5 7, 20030507",
        "２００３年５月７日, 20030507",
        "二〇〇三年五月七日, 20030507",
        "二零零三年十一月二十一日, 20031121",
        "二〇〇三年十月三十日, 20031030",
        "20030507, 20030507",
        "2004-02-29, 20040229",
        "2003-05-07 00:00:00, 20030507",
        "2003-02-29, ?dateUnreal",
        "20031301, ?dateUnreal",
        "1803-05-07, ?dateUnreal",
        "2003117, ?date",
        "2003年5月, ?date",
        "03-5-7, ?date",
        "5/7/2003, ?date",
        "明天, ?date"
    })
    void a_date_is_a_real_day_in_one_form(String typed, String told) {
        assertThat(told(read(ValueCheck.DATE, typed, Map.of()))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "男, 男",
        "男的, 男",
        "女生, 女",
        "女性。, 女",
        "女同学, 女",
        "猛男, ?sex 男/女",
        "男女, ?sex 男/女",
    })
    void a_sex_is_one_of_two_words(String typed, String told) {
        assertThat(told(read(ValueCheck.SEX, typed, Map.of()))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4",
        "４年, 4",
        "四年, 4",
        "四年制, 4",
        "两年, 2",
        "2年半, 2.5",
        "两年半, 2.5",
        "五年, 5",
        "4.0, 4",
        "学制5年, 5",
        "9, ?studyLength",
        "4.2, ?studyLength",
        "很久, ?studyLength"
    })
    void a_length_of_study_is_one_of_the_list(String typed, String told) {
        assertThat(told(read(ValueCheck.STUDY_LENGTH, typed, Map.of()))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "居民身份证, 居民身份证",
        "身份证, 居民身份证",
        "香港永久性居民身份证, 香港身份证",
        "澳门居民身份证, 澳门身份证",
        "台湾居民往来大陆通行证, 台湾居民来往大陆通行证",
        "台湾居民来往大陆通行证（台胞证）, 台湾居民来往大陆通行证",
        "台胞證, 台湾居民来往大陆通行证",
        "回乡证, 港澳居民来往内地通行证",
        "港澳居民往来内地通行证, 港澳居民来往内地通行证",
        "港澳居民居住证, 港澳台居民居住证",
        "护照。, 护照",
        "其它, 其他",
        "港澳身份证, ?either 香港身份证/澳门身份证",
        "通行证, ?either 台湾居民来往大陆通行证/港澳居民来往内地通行证",
        "台湾身份证, ?either 台湾居民来往大陆通行证",
        "户口本, ?certificateType"
    })
    void a_certificate_type_gets_its_official_name(String typed, String told) {
        assertThat(told(read(ValueCheck.CERTIFICATE_TYPE, typed, Map.of()))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "居民身份证, 1101 0519 4912 3100 2x, 11010519491231002X",
        "居民身份证, 我是11010519491231002X谢谢, 11010519491231002X",
        "居民身份证, 110105194912310021, ?certificateCheck",
        "居民身份证, 11010519490231002X, ?certificateDate",
        "居民身份证, 1101051949123100, ?certificateLength",
        "居民身份证, 110105491231002, ?certificateOld",
        "居民身份证, 11O10519491231002X, ?certificateLetter",
        "居民身份证, 810000199901010014, ?certificateOther",
        "居民身份证, 张三, ?certificateForm",
        "居民身份证, A123456(3), ?certificateOther",
        "居民身份证, E12345678, ?certificateOther",
        "港澳台居民居住证, 830000199901010026, 830000199901010026",
        "港澳台居民居住证, 11010519491231002X, ?certificateOther",
        "香港身份证, A123456（3）, A123456(3)",
        "香港身份证, a1234563, A123456(3)",
        "香港身份证, AB9876543, AB987654(3)",
        "香港身份证, A123456(4), ?certificateCheck",
        "香港身份证, 11010519491231002X, ?certificateOther",
        "澳门身份证, 12345678, 1234567(8)",
        "澳门身份证, 1/234567/8, 1234567(8)",
        "澳门身份证, 2234567(8), ?certificateForm",
        "台湾居民来往大陆通行证, 12345678, 12345678",
        "台湾居民来往大陆通行证, 0123456789A, 0123456789A",
        "台湾居民来往大陆通行证, A123456789, ?certificateForm",
        "护照, e12345678, E12345678",
        "护照, EA1234567, EA1234567",
        "护照, X1, ?certificateForm",
        "港澳居民来往内地通行证, H1234567800, H1234567800",
        "港澳居民来往内地通行证, m12345678, M12345678",
        "港澳居民来往内地通行证, H123456789, ?certificateForm",
        "'', 11010519491231002X, 11010519491231002X",
        "其他, 军字第1234号, ?certificateForm",
        "其他, 1234567, 1234567"
    })
    void a_number_agrees_with_its_type_or_it_is_said_what_it_looks_like(String type, String typed, String told) {
        assertThat(told(read(ValueCheck.CERTIFICATE_NUMBER, typed, Map.of("ZJLX", type))))
                .isEqualTo(told);
    }

    static Stream<Arguments> names() {
        List<Arguments> names = new ArrayList<>();
        for (String dot : List.of("·", "•", "・", "･", "‧", "∙", "⋅", "．", ".", "․")) {
            names.add(Arguments.of("阿依古丽" + dot + "买买提", "阿依古丽·买买提"));
        }
        for (String gap : List.of("。", "、", "˙", "ㆍ", "-", "_", " ", "　")) {
            names.add(Arguments.of("阿依古丽" + gap + "买买提", "?nameGap 阿依古丽·买买提/阿依古丽买买提"));
        }
        names.add(Arguments.of("李 四", "?nameGap 李四"));
        names.add(Arguments.of("𬱖文𠮷", "𬱖文𠮷"));
        names.add(Arguments.of("䶮〇㛃", "䶮〇㛃"));
        names.add(Arguments.of("𮯰𱁬", "𮯰𱁬"));
        names.add(Arguments.of("是了", "是了"));
        names.add(Arguments.of("“李四”，谢谢", "李四"));
        names.add(Arguments.of("应该是李四才对", "李四"));
        names.add(Arguments.of("李\u200B四\uFEFF", "李四"));
        names.add(Arguments.of("CHAN TAI MAN", "CHAN TAI MAN"));
        names.add(Arguments.of("ＣＨＡＮ　ＴＡＩ", "CHAN TAI"));
        names.add(Arguments.of("José O'Neil-Smith", "José O'Neil-Smith"));
        names.add(Arguments.of("李?", "?nameCharacter"));
        names.add(Arguments.of("李□", "?nameCharacter"));
        names.add(Arguments.of("李\uE863", "?nameCharacter"));
        names.add(Arguments.of("李\uDB80\uDC00", "?nameCharacter"));
        names.add(Arguments.of("李yan", "?nameMixed"));
        names.add(Arguments.of("李4", "?nameMixed"));
        names.add(Arguments.of("·李四", "?nameMixed"));
        names.add(Arguments.of("𠮷".repeat(50), "𠮷".repeat(50)));
        names.add(Arguments.of("𠮷".repeat(51), "?long"));
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_keeps_every_sign_and_gets_the_right_dot(String typed, String told) {
        assertThat(told(read(ValueCheck.NAME, typed, Map.of()))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"法学, 法学", "《法学（师范）》, 法学（师范）", "是法学, 是法学", "改为法学，谢谢老师, 法学", "计算２３０２班, 计算2302班"})
    void a_text_is_kept_as_it_is_written(String typed, String told) {
        assertThat(told(read(ValueCheck.TEXT, typed, Map.of()))).isEqualTo(told);
    }

    @Test
    void a_text_stays_on_one_line_and_is_not_too_long() {
        assertThat(told(read(ValueCheck.TEXT, "法\n学", Map.of()))).isEqualTo("法 学");
        assertThat(told(read(ValueCheck.TEXT, "长".repeat(61), Map.of()))).isEqualTo("?long");
        assertThat(told(read(ValueCheck.TEXT, " \u200B ", Map.of()))).isEqualTo("?empty");
    }

    @ParameterizedTest
    @CsvSource({
        "本科, 本科",
        "本科生, ?list 本科",
        "第二学士, ?list 第二学士学位",
        "幼儿园, ?list",
    })
    void a_value_of_a_list_is_taken_exactly_and_near_ones_are_suggested(String typed, String told) {
        assertThat(told(read(ValueCheck.LIST, typed, Map.of()))).isEqualTo(told);
    }

    @Test
    void what_the_record_says_already_is_no_correction() {
        assertThat(told(read(ValueCheck.ETHNICITY, "汉", Map.of("F", "汉族")))).isEqualTo("?same");
        assertThat(told(read(ValueCheck.CERTIFICATE_NUMBER, "A1234563", Map.of("F", "A123456(3)", "ZJLX", "香港身份证"))))
                .isEqualTo("?same");
        ParsedValue same = read(
                ValueCheck.CERTIFICATE_NUMBER,
                "11010519491231002X",
                Map.of("F", "11010519491231002X", "ZJLX", "居民身份证"));
        assertThat(((ParsedValue.Refused) same).why().values().values()).doesNotContain("11010519491231002X");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void reading_what_was_read_changes_nothing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> signs = List.of(
                "汉", "族", "李", "·", "。", " ", "“", "”", "2", "0", "３", "年", "A", "(", ")", "（", "）", "𠮷", "\u200B",
                "是", "了", "，", "-", ".", "x", "\n", "谢谢", "应该是", "党", "员", "男", "学制", "半", "四", "十");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int length = random.nextInt(1, 10); length > 0; length--) {
                typed.append(signs.get(random.nextInt(signs.size())));
            }
            for (ValueCheck check : ValueCheck.values()) {
                if (read(check, typed.toString(), Map.of("ZJLX", "其他")) instanceof ParsedValue.Accepted accepted) {
                    assertThat(told(read(check, accepted.value(), Map.of("ZJLX", "其他"))))
                            .as("seed %d, %s: %s", seed, check, typed)
                            .isEqualTo(accepted.value());
                }
            }
        }
    }
}
