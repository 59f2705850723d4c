package gradcheck.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registrar's list against the student's word, in every order of time. */
class PhotoEvidenceTest {
    @ParameterizedTest
    @CsvSource({
        // listed, said, said after the list, counts, disputed
        "未知,   未知,   false, 未知,   false",
        "未知,   未采集, true,  未采集, false",
        "未知,   已上网, true,  已上网, false",
        "未采集, 未知,   false, 未采集, false",
        "未采集, 未采集, true,  未采集, false",
        "未采集, 已采集, true,  未采集, true",
        "未采集, 已采集, false, 未采集, true",
        "未采集, 已上网, true,  未采集, true",
        "已采集, 未采集, false, 已采集, false",
        "已采集, 未采集, true,  已采集, true",
        "已采集, 已采集, true,  已采集, false",
        "已采集, 已上网, true,  已上网, false",
        "已上网, 未采集, false, 已上网, false",
        "已上网, 已采集, false, 已上网, false",
        "已上网, 已采集, true,  已上网, true",
        "已上网, 已上网, true,  已上网, false"
    })
    void the_list_is_the_truth_and_a_claim_against_it_is_disputed(
            String listed, String said, boolean after, String counts, boolean disputed) {
        Instant day = Instant.parse("2027-03-15T02:00:00Z");
        PhotoEvidence photo = new PhotoEvidence(
                WebPhoto.of(listed).orElseThrow(),
                day,
                WebPhoto.of(said).orElseThrow(),
                after ? day.plusSeconds(60) : day.minusSeconds(60));
        assertThat(photo.state().title()).isEqualTo(counts);
        assertThat(photo.isDisputed()).isEqualTo(disputed);
    }

    @ParameterizedTest
    @CsvSource({
        // listed, said, since the student's word, on the student's word alone
        "未知,   未知,   false, false",
        "未知,   未采集, true,  true",
        "未采集, 未知,   false, false",
        "未采集, 已上网, false, false",
        "已采集, 已采集, false, false",
        "已采集, 已上网, true,  false",
        "已上网, 已上网, false, false"
    })
    void a_state_holds_since_the_word_it_rests_on(String listed, String said, boolean sinceSaid, boolean wordOnly) {
        Instant list = Instant.parse("2027-03-15T02:00:00Z");
        Instant word = list.plusSeconds(60);
        PhotoEvidence photo = new PhotoEvidence(
                WebPhoto.of(listed).orElseThrow(), list, WebPhoto.of(said).orElseThrow(), word);
        assertThat(photo.at()).isEqualTo(sinceSaid ? word : list);
        assertThat(photo.isWordOnly()).isEqualTo(wordOnly);
    }
}
