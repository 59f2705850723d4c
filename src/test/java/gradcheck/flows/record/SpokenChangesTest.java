package gradcheck.flows.record;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.value.ListedValues;
import gradcheck.domain.value.ParsedValue;
import gradcheck.domain.value.ValueCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings B1, B2, B4: corrections as people say them, with the value somewhere in the sentence, and never the sentence. */
class SpokenChangesTest {
    private static final Student STUDENT = new Student(
            "320230100002",
            Map.of(
                    "XH", "320230100002",
                    "XM", "吴远行",
                    "XB", "男",
                    "MZ", "汉族",
                    "ZZMM", "共青团员",
                    "ZJLX", "居民身份证",
                    "FY", "文学院",
                    "ZYMC", "汉语言文学",
                    "BH", "2023级汉语2301班",
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
            field("BH", "班级", EditClass.GENERAL, ValueCheck.TEXT, "班"),
            field("XZ", "学制", EditClass.GENERAL, ValueCheck.STUDY_LENGTH)));
    private static final ListedValues LISTED = new ListedValues(() -> Map.of(
            "FY", List.of("文学院", "化学化工学院", "信息科学与工程学院"),
            "ZYMC", List.of("汉语言文学", "化学", "计算机科学与技术", "软件工程", "地理科学"),
            "BH", List.of("2023级汉语2301班", "2023级汉语2302班", "计算2301班", "计算2302班", "2023级药学(1)班", "2023级地理科学2班")));

    private static RecordField field(
            String code, String label, EditClass editClass, ValueCheck check, String... aliases) {
        return new RecordField(code, label, editClass, check, List.of(aliases), List.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "不是名字是民族民族改成土家族 | MZ=土家族",
                "好嘛谢谢那民族呢汉族不对嘛应该土家族哈 | MZ=土家族",
                "那你帮我写起嘛民族汉族→土家族 | MZ=土家族",
                "我民族是土家族不是汉族我家里人都是土家族 | MZ=土家族",
                "民族写错了 我是土家族 还有政治面貌我是团员不是群众 | MZ=土家族",
                "姓名改为王若溪，民族也改成满族 | MZ=满族 XM=王若溪",
                "民族呢 我说了要改满族的 怎么没有 | MZ=满族",
                "我妈是满族的 | ",
                "改成满族能加分吗 | ",
                "民族是汉族 没错 | -MZ",
                "土家族加分吗 | ",
                "不是啊 我是说政治面貌要改成预备党员 | ZZMM=预备党员",
                "政治面貌改为中共预备党员 书记说已经批了 | ZZMM=中共预备党员",
                "政治面貌我还没成为预备党员呢 下周才开会 | ",
                "我的名字是林志遠 繁體的 台胞證上面是繁體 | XM=林志遠",
                "名字应该是吴远航，航空的航 | XM=吴远航",
                "班级改计算2302班 | BH=计算2302班",
                "还是汉语2302班啊 我辅导员说可以的 | ",
                "班级应该是汉语2302班呗 | BH=汉语2302班",
                "我转到软件工程了 专业改成软件工程 | ZYMC=软件工程",
                "那专业那个不改了吧 删掉 | -ZYMC",
                "不删！！我是说专业那条不要了 | -ZYMC",
                "在吗 我民族写错了应该是回族 还有班级改成计算2302班 | BH=计算2302班 MZ=回族",
                "可以吗 民族改成回族 | MZ=回族",
                "性别改为女 | XB=女",
                "性别改成女 | XB=女",
                "性别不对 应该是女 | XB=女",
                "男改成女 | XB=女",
                "性别别改了 | -XB",
                "民族那条先别交，其余交 | ",
                "高考的时候填错了 | ",
                "就是通信工程2班 不改 | ",
            })
    void what_is_said_becomes_what_is_wished(String said, String wished) {
        assertThat(told(said, Optional.empty())).isEqualTo(wished == null ? "" : wished);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "MZ | 土家族 | MZ=土家族",
                "MZ | 应该是土家族 我户口本上就是 | MZ=土家族",
                "BH | 汉语2302班呗 | BH=汉语2302班",
                "BH | 是汉语2302班 你写全 | BH=汉语2302班",
                "BH | 不要呗字！汉语2302班 | BH=汉语2302班",
                "XM | 不是名字是民族民族改成土家族 | MZ=土家族",
                "ZZMM | 改成共青团员 | ZZMM=共青团员",
            })
    void in_answer_to_what_a_field_should_be(String code, String said, String wished) {
        assertThat(told(
                        said,
                        FIELDS.inOrder().stream()
                                .filter(f -> f.code().equals(code))
                                .findFirst()))
                .isEqualTo(wished == null ? "" : wished);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BH | 汉语2302班 | 2023级汉语2302班",
                "BH | 2302 | 2023级汉语2302班",
                "BH | 药学1班 | 2023级药学(1)班",
                "BH | 地科2班 | ? 2023级地理科学2班 地科2班",
                "ZYMC | 应用化学 | ? 化学 应用化学",
                "BH | 法学2301班 | 法学2301班",
                "BH | 高考的时候填错了 | ?",
                "BH | 就是通信工程2班 不改 | ?",
                "BH | 通信工程9班 | 通信工程9班",
                "ZYMC | 软件工程专业 | ? 软件工程 软件工程专业",
                "ZYMC | 不对啊，是临床药学 | ?",
                "ZYMC | 计算机科学 | ? 计算机科学与技术 计算机科学",
            })
    void a_value_is_one_of_the_season_or_asked_about(String code, String typed, String read) {
        RecordField field = FIELDS.inOrder().stream()
                .filter(f -> f.code().equals(code))
                .findFirst()
                .orElseThrow();
        ParsedValue value = LISTED.read(field, typed, STUDENT);
        String got = value instanceof ParsedValue.Accepted accepted
                ? accepted.value()
                : ("? " + String.join(" ", ((ParsedValue.Refused) value).suggestions())).strip();
        assertThat(got).isEqualTo(read);
    }

    @Test
    void a_question_wishes_nothing() {
        assertThat(told("民族能改成回族吗", Optional.empty())).isEmpty();
    }

    private static String told(String said, Optional<RecordField> inHand) {
        return new ChangeRequests(STUDENT, FIELDS, LISTED, false)
                .in(said, inHand).stream()
                        .map(wish -> wish instanceof ChangeRequests.Change change
                                ? change.field().code() + "=" + change.typed()
                                : "-" + wish.field().code())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }
}
