package gradcheck.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.Correction;
import gradcheck.domain.EditClass;
import gradcheck.domain.RecordField;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a value a chat shows. */
class MasksTest {
    /** R09: the field, what it was and what it should be; a certificate number stays covered, and nothing is left out. */
    @ParameterizedTest
    @CsvSource({
        "ETHNICITY, 汉族, 回族, 字段：汉族→回族",
        "ETHNICITY, '', 回族, 字段：（空）→回族",
        "DATE, 20030507, 20030508, 字段：2003-05-07→2003-05-08",
        "CERTIFICATE_NUMBER, 11010519491231002X, E12345678, 字段：****************2X→*******78",
        "CERTIFICATE_NUMBER, A123456(3), A123, 字段：A******(3)→***3",
        "CERTIFICATE_NUMBER, 1234567(8), A12345, 字段：1******(8)→****45"
    })
    void a_remark_says_before_and_after(ValueCheck check, String before, String after, String remark) {
        RecordField field = new RecordField("F", "字段", EditClass.KEY, check, List.of(), List.of());
        assertThat(new Correction(field, before, after).remark()).isEqualTo(remark);
    }
}
