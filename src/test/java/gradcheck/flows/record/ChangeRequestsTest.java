package gradcheck.flows.record;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.value.ListedValues;
import gradcheck.domain.value.ValueCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Corrections in the ways people write them, kept as data. */
class ChangeRequestsTest {
    private static final Student STUDENT = new Student(
            "320230100002",
            Map.of(
                    "XH", "320230100002",
                    "XM", "王五",
                    "XB", "男",
                    "MZ", "汉族",
                    "ZZMM", "共青团员",
                    "ZJLX", "居民身份证",
                    "ZYMC", "计算机科学与技术",
                    "BH", "计算2301班",
                    "XZ", "4"),
            WebPhoto.UNKNOWN,
            false);
    private static final Fields FIELDS = new Fields(List.of(
            field("XH", "学号", EditClass.LOCKED, ValueCheck.TEXT),
            field("XM", "姓名", EditClass.KEY, ValueCheck.NAME, "名字"),
            field("XB", "性别", EditClass.KEY, ValueCheck.SEX),
            field("CSRQ", "出生日期", EditClass.KEY, ValueCheck.DATE, "生日"),
            field("MZ", "民族", EditClass.KEY, ValueCheck.ETHNICITY),
            field("ZZMM", "政治面貌", EditClass.POLITICAL, ValueCheck.POLITICAL, "政治面目"),
            field("ZJLX", "证件类型", EditClass.KEY, ValueCheck.CERTIFICATE_TYPE),
            field("SFZH", "证件号码", EditClass.KEY, ValueCheck.CERTIFICATE_NUMBER, "身份证号", "身份证"),
            field("FY", "学院", EditClass.GENERAL, ValueCheck.TEXT),
            field("ZYMC", "专业", EditClass.GENERAL, ValueCheck.TEXT),
            field("BH", "班级", EditClass.GENERAL, ValueCheck.TEXT),
            field("XZ", "学制", EditClass.GENERAL, ValueCheck.STUDY_LENGTH)));

    private static RecordField field(
            String code, String label, EditClass editClass, ValueCheck check, String... aliases) {
        return new RecordField(code, label, editClass, check, List.of(aliases), List.of());
    }

    static Stream<Arguments> phrasings() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/flows/wishes.csv"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", 2))
                .map(parts -> Arguments.of(parts[0].strip(), parts[1].strip()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("phrasings")
    void is_understood(String typed, String expected) {
        ChangeRequests wishes = new ChangeRequests(STUDENT, FIELDS, ListedValues.NONE, true);
        assertThat(understood(wishes, typed)).isEqualTo(expected);
    }

    private static String understood(ChangeRequests wishes, String typed) {
        List<String> read = new ArrayList<>();
        for (ChangeRequests.Wish wish : wishes.in(typed, Optional.empty())) {
            read.add(
                    wish instanceof ChangeRequests.Change change
                            ? change.field().code() + "=" + change.typed().strip()
                            : "-" + wish.field().code());
        }
        return read.isEmpty()
                ? wishes.wrong(typed).map(f -> f.code() + "?").orElse("")
                : String.join(" ", read).replaceAll("[。！]", "");
    }

    @Test
    void a_bare_number_names_a_field_only_where_no_choices_are_numbered() {
        assertThat(new ChangeRequests(STUDENT, FIELDS, ListedValues.NONE, false).in("5 回族", Optional.empty()))
                .isEmpty();
        assertThat(new ChangeRequests(STUDENT, FIELDS, ListedValues.NONE, false).in("第5项改为回族", Optional.empty()))
                .hasSize(1);
    }

    @Test
    void what_is_in_hand_is_meant_where_nothing_is_named() {
        Optional<RecordField> ethnicity = FIELDS.named("民族");
        assertThat(new ChangeRequests(STUDENT, FIELDS, ListedValues.NONE, false).in("应该是回族", ethnicity))
                .containsExactly(new ChangeRequests.Change(ethnicity.orElseThrow(), "回族"));
        assertThat(new ChangeRequests(STUDENT, FIELDS, ListedValues.NONE, false).in("不改了", ethnicity))
                .containsExactly(new ChangeRequests.TakeBack(ethnicity.orElseThrow()));
    }
}
