package gradcheck.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersInSentencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "不是问 我改证件号码 629999-20040912-0122 | 629999200409120122",
                "那 6299 9920 0409 1201 22 行了吧 | 629999200409120122",
                "629999 20040912 0122 | 629999200409120122",
                "8 629999200409120122 | 629999200409120122",
                "629999２００４０９１２0122 全角的 | 629999200409120122",
                "係 A123456(3) 嚟㗎 | a123456(3)",
                "最后两位是22 | -",
                "我是2302班的 | -",
            })
    void a_certificate_number_is_found_in_its_groups(String said, String number) {
        assertThat(CertificateNumber.in(said).orElse("-")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "打错了 是6月9号 不是8号 | 20040609",
                "应该是2005.6.9 | 20050609",
                "不是11号 是13号 | 20040613",
                "2005年12月1日 手滑 | 20051201",
                "系统写2月29 我是3月1号 | 20040301",
                "应该写6月9号 | 20040609",
                "我是8班的 | -",
            })
    void a_day_is_told_from_what_it_is_not(String said, String day) {
        assertThat(SpokenDay.in(said, "20040608").orElse("-")).isEqualTo(day);
    }
}
