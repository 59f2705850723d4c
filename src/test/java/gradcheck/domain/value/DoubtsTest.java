package gradcheck.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Phrase.Say;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program finds in a record before its student does. */
class DoubtsTest {
    private static final Fields FIELDS = new Fields(List.of(
            field("XM", EditClass.KEY, ValueCheck.NAME),
            field("XB", EditClass.KEY, ValueCheck.SEX),
            field("CSRQ", EditClass.KEY, ValueCheck.DATE),
            field("MZ", EditClass.KEY, ValueCheck.ETHNICITY),
            field("ZZMM", EditClass.POLITICAL, ValueCheck.POLITICAL),
            field("ZJLX", EditClass.KEY, ValueCheck.CERTIFICATE_TYPE),
            field("SFZH", EditClass.KEY, ValueCheck.CERTIFICATE_NUMBER),
            field("FY", EditClass.GENERAL, ValueCheck.TEXT),
            field("CC", EditClass.GENERAL, ValueCheck.LIST),
            field("XZ", EditClass.GENERAL, ValueCheck.STUDY_LENGTH),
            field("RXRQ", EditClass.GENERAL, ValueCheck.DATE),
            field("YJBYRQ", EditClass.GENERAL, ValueCheck.DATE)));

    private static final Map<String, String> RIGHT = Map.ofEntries(
            Map.entry("XM", "李四"),
            Map.entry("XB", "女"),
            Map.entry("CSRQ", "19491231"),
            Map.entry("MZ", "汉族"),
            Map.entry("ZZMM", "共青团员"),
            Map.entry("ZJLX", "居民身份证"),
            Map.entry("SFZH", "11010519491231002X"),
            Map.entry("FY", "文学院"),
            Map.entry("CC", "本科"),
            Map.entry("XZ", "4"),
            Map.entry("RXRQ", "20230901"),
            Map.entry("YJBYRQ", "20270630"));

    private static RecordField field(String code, EditClass editClass, ValueCheck check) {
        return new RecordField(code, code, editClass, check, List.of(), List.of("本科", "专科"));
    }

    /** The right record with these changes, given as code=value. */
    private static Student student(String changes) {
        Map<String, String> values = new HashMap<>(RIGHT);
        Arrays.stream(changes.split(";")).filter(c -> !c.isBlank()).forEach(c -> {
            String[] change = c.strip().split("=", 2);
            values.put(change[0], change[1]);
        });
        return new Student("1", values, WebPhoto.UNKNOWN, false);
    }

    private static String doubts(String changes) {
        return String.join(
                " ",
                Doubts.of(student(changes), FIELDS).stream()
                        .map(d -> d.code() + ":" + d.why().phrase().key().replaceFirst("doubt\\.", ""))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "SFZH=110105194912310021, SFZH:check",
        "SFZH=110105491231002, SFZH:form",
        "SFZH=810000199901010014, SFZH:other",
        "SFZH=, SFZH:empty",
        "XB=男, XB:sex",
        "SFZH=110105194912310011;XB=男, ''",
        "SFZH=110105194912310011, XB:sex",
        "XB=M, XB:value",
        "XB=, XB:empty",
        "CSRQ=19491230, CSRQ:birth",
        "CSRQ=1949-12-31, CSRQ:value",
        "CSRQ=19490231, CSRQ:value",
        "CSRQ=, CSRQ:empty",
        "MZ=汉, MZ:value",
        "MZ=穿青人, MZ:value",
        "MZ=, MZ:empty",
        "ZZMM=积极分子, ZZMM:value",
        "ZZMM=, ZZMM:empty",
        "ZJLX=, ZJLX:empty",
        "ZJLX=学生证, ZJLX:value",
        "ZJLX=护照, SFZH:other",
        "CC=小学, CC:value",
        "XZ=4.2, XZ:value",
        "YJBYRQ=20220630, YJBYRQ:order",
        "YJBYRQ=20230901, YJBYRQ:order",
        "YJBYRQ=20230902, ''",
        "CSRQ=19000101;SFZH=11010519000101002X, SFZH:check",
        "RXRQ=18991231, RXRQ:value",
        "RXRQ=19000101, ''",
        "YJBYRQ=20991231, ''",
        "YJBYRQ=21000101, YJBYRQ:value",
        "XM=李\uE863, XM:character",
        "XM=李？, XM:character",
        "XM=李 四, XM:nameGap",
        "XM=阿依古丽•买买提, XM:nameGap",
        "XM=李yan, XM:nameMixed",
        "XM=阿依古丽·买买提, ''",
        "XM=𬱖文𠮷, ''",
        "FY=文学□, FY:character"
    })
    void each_fault_is_found_at_its_field(String changes, String found) {
        assertThat(doubts(changes)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "ZJLX=港澳居民来往内地通行证;SFZH=H12345678, ZJLX:expected, 香港身份证",
        "ZJLX=港澳居民来往内地通行证;SFZH=M12345678, ZJLX:expected, 澳门身份证",
        "ZJLX=港澳台居民居住证;SFZH=810000199901010014;CSRQ=19990101;XB=男, ZJLX:expected, 香港身份证",
        "ZJLX=港澳台居民居住证;SFZH=820000199901010011;CSRQ=19990101;XB=男, ZJLX:expected, 澳门身份证",
        "ZJLX=港澳台居民居住证;SFZH=830000199901010026;CSRQ=19990101;XB=女, ZJLX:expected, 台湾居民来往大陆通行证",
        "ZZMM=华侨;ZJLX=其他;SFZH=123456, ZJLX:expected, 护照",
        "MZ=华侨;ZJLX=其他;SFZH=123456, ZJLX:expected, 护照"
    })
    void hong_kong_macau_taiwan_and_overseas_students_have_their_own_document(
            String changes, String found, String expected) {
        assertThat(doubts(changes)).contains(found);
        Say why = Doubts.of(student(changes), FIELDS).stream()
                .filter(d -> d.code().equals("ZJLX"))
                .findFirst()
                .orElseThrow()
                .why();
        assertThat(why.values()).containsEntry("other", expected);
    }

    /** R40: whose permit doesn't tell where they are from is told both. */
    @ParameterizedTest
    @ValueSource(strings = {"ZJLX=港澳居民来往内地通行证;SFZH=12345678", "ZJLX=港澳台居民居住证;SFZH=12345678"})
    void a_permit_that_does_not_tell_the_region_names_both_documents(String changes) {
        assertThat(doubts(changes)).contains("ZJLX:hongKongMacau");
    }

    /** A number that isn't one, or that is of another kind of document, says nothing about birth and sex. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZJLX=其他;SFZH=11010519491231002X;CSRQ=20050101;XB=男",
                "ZJLX=居民身份证;SFZH=110105194912310021;CSRQ=20050101;XB=男",
                "ZJLX=居民身份证;SFZH=810000199901010014;CSRQ=20050101;XB=女"
            })
    void birth_and_sex_are_read_only_from_a_number_that_is_right(String changes) {
        assertThat(doubts(changes)).doesNotContain(":birth").doesNotContain(":sex");
        assertThat(Doubts.disagreement(student(changes), "CSRQ")).isEmpty();
        assertThat(Doubts.disagreement(student(changes), "XB")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ZJLX=香港身份证;SFZH=A123456(3);MZ=;ZZMM=",
        "ZJLX=香港身份证;SFZH=A1234563;MZ=;ZZMM=",
        "ZJLX=澳门身份证;SFZH=1234567(8);ZZMM=",
        "ZJLX=台湾居民往来大陆通行证;SFZH=12345678;ZZMM=",
        "ZJLX=护照;SFZH=E12345678;MZ=;ZZMM="
    })
    void a_right_record_from_elsewhere_has_no_doubts(String changes) {
        assertThat(doubts(changes)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', certificate.checked, ****************2X",
        "XB=男, certificate.plain, ****************2X",
        "CSRQ=, certificate.signChecked, ****************2X",
        "SFZH=110105194912310021, certificate.plain, ****************21",
        "ZJLX=香港身份证;SFZH=A123456(3), certificate.signChecked, A******(3)",
        "ZJLX=香港身份证;SFZH=A123456(4), certificate.plain, A******(4)",
        "ZJLX=居民身份证;SFZH=810000199901010014;CSRQ=19990101;XB=男, certificate.plain, ****************14",
        "ZJLX=台湾居民来往大陆通行证;SFZH=12345678, certificate.plain, ******78",
    })
    void the_summary_claims_only_what_was_checked(String changes, String key, String number) {
        Student student = student(changes);
        List<Doubt> doubts = Doubts.of(student, FIELDS).stream()
                .filter(d -> !d.why().phrase().equals(ValuePhrases.DOUBT_EMPTY))
                .toList();
        Say summary = Doubts.summary(student, doubts);
        assertThat(summary.phrase().key()).isEqualTo(key);
        assertThat(summary.values()).containsEntry("number", number);
    }

    @Test
    void an_empty_number_is_called_empty() {
        Student student = student("SFZH=");
        assertThat(Doubts.summary(student, List.of()).phrase()).isEqualTo(ValuePhrases.NUMBER_NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "CSRQ, 20050203, birth",
        "CSRQ, 19491231, ''",
        "XB, 男, sex",
        "SFZH, 629999200504120032, numberBirth",
        "SFZH, 110105194912310011, numberSex",
        "XM, 李五, ''",
        "FY, 理学院, ''"
    })
    void a_new_value_that_disagrees_with_the_rest_is_worth_a_second_look(String code, String value, String why) {
        String found = Values.caution(FIELDS.byCode(code).orElseThrow(), value, student(""))
                .map(say ->
                        ((Say) say.values().getOrDefault("why", say)).phrase().key())
                .orElse("");
        assertThat(found.replaceFirst("doubt\\.", "")).isEqualTo(why);
    }

    @Test
    void simplified_and_traditional_are_compared_and_never_rewritten() {
        RecordField name = FIELDS.byCode("XM").orElseThrow();
        Student student = student("XM=陈发钟");
        assertThat(Values.read(name, "陳發鍾", student)).isEqualTo(new ParsedValue.Accepted("陳發鍾"));
        assertThat(Values.caution(name, "陳發鍾", student)).contains(ValuePhrases.CAUTION_SCRIPT.say());
        assertThat(Names.differOnlyInScript("陳髮鐘", "陈发钟")).isTrue();
        assertThat(Names.differOnlyInScript("陈昇", "陈升")).isFalse();
        assertThat(Names.differOnlyInScript("陈", "陈")).isFalse();
    }

    @Test
    void a_field_is_found_by_number_code_label_and_other_names() {
        RecordField people = new RecordField("MZ", "民族", EditClass.KEY, ValueCheck.ETHNICITY, List.of("族别"), List.of());
        Fields fields = new Fields(List.of(field("XM", EditClass.KEY, ValueCheck.NAME), people));
        for (String name : List.of("民族", " 民 族 ", "mz", "ＭＺ", "族别")) {
            assertThat(fields.named(name)).as(name).contains(people);
        }
        assertThat(fields.named("专业")).isEmpty();
        assertThat(fields.numbered(1)).isEqualTo(fields.byCode("XM"));
        assertThat(fields.numbered(2)).contains(people);
        assertThat(fields.numbered(0)).isEmpty();
        assertThat(fields.numbered(3)).isEmpty();
        assertThat(fields.numberOf(people)).isEqualTo(2);
    }
}
