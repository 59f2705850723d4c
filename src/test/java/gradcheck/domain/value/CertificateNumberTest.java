package gradcheck.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Check signs and masks. */
class CertificateNumberTest {
    @ParameterizedTest
    @CsvSource({"A123456(3)", "AB987654(3)", "C123456(9)", "A1234563"})
    void published_hong_kong_numbers_check(String number) {
        assertThat(CertificateNumber.checks(CertificateType.HONG_KONG, number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_hong_kong_number_has_one_check_sign_and_a_changed_digit_is_noticed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            String letters = IntStream.range(0, random.nextInt(1, 3))
                    .mapToObj(n -> Character.toString('A' + random.nextInt(26)))
                    .reduce("", String::concat);
            String body = letters + String.format("%06d", random.nextInt(1_000_000));
            List<String> right = "0123456789A"
                    .chars()
                    .mapToObj(c -> body + "(" + (char) c + ")")
                    .filter(n -> CertificateNumber.checks(CertificateType.HONG_KONG, n))
                    .toList();
            assertThat(right).as(body).hasSize(1);
            int at = letters.length() + random.nextInt(6);
            char other = (char) ('0' + (body.charAt(at) - '0' + random.nextInt(1, 10)) % 10);
            String changed =
                    right.get(0).substring(0, at) + other + right.get(0).substring(at + 1);
            assertThat(CertificateNumber.checks(CertificateType.HONG_KONG, changed))
                    .as("seed %d: %s", seed, changed)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void two_neighbouring_digits_exchanged_are_always_noticed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            String body = String.format(
                    "62%04d2004%02d%02d%03d",
                    random.nextInt(1, 9999), random.nextInt(1, 13), random.nextInt(1, 29), random.nextInt(1000));
            String right = "0123456789X"
                    .chars()
                    .mapToObj(c -> body + (char) c)
                    .filter(n -> CertificateNumber.checks(CertificateType.RESIDENT, n))
                    .findFirst()
                    .orElseThrow();
            int at = random.nextInt(16);
            if (right.charAt(at) == right.charAt(at + 1)) {
                continue;
            }
            String changed = right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
            assertThat(CertificateNumber.checks(CertificateType.RESIDENT, changed))
                    .as("seed %d: %s", seed, changed)
                    .isFalse();
        }
    }

    @Test
    void a_residence_permit_is_never_a_resident_identity_card() {
        for (String number : List.of("810000199901010014", "830000199901010026")) {
            assertThat(CertificateNumber.fits(CertificateType.RESIDENT, number)).isFalse();
            assertThat(CertificateNumber.fits(CertificateType.RESIDENCE_PERMIT, number))
                    .isTrue();
            assertThat(CertificateNumber.checks(CertificateType.RESIDENCE_PERMIT, number))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, ****************2X",
        "A123456(3), A******(3)",
        "AB987654(3), A*******(3)",
        "1234567(8), 1******(8)",
        "12345678, ******78",
        "E12345678, *******78",
        "1234, ***4",
        "7, *"
    })
    void a_chat_shows_two_signs_of_a_number_at_most(String number, String shown) {
        assertThat(Masks.tail(number)).isEqualTo(shown);
        assertThat(shown.replaceAll("[*()]", "").length()).isLessThanOrEqualTo(2);
    }
}
