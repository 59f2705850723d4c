package gradcheck.domain;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.value.CertificateNumber;
import gradcheck.domain.value.CertificateReading;
import gradcheck.domain.value.CertificateType;
import gradcheck.domain.value.ParsedValue;
import gradcheck.domain.value.ValuePhrases;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What check signs promise, for numbers nobody chose: every slip of one digit is noticed, and nearly every exchange. */
class NumberPropertiesTest {
    private static final int NUMBERS = 300;
    private static final String SIGNS = "0123456789X";

    private static String resident(SplittableRandom random) {
        String body = "%d%05d%d%02d%02d%03d"
                .formatted(
                        random.nextInt(1, 7),
                        random.nextInt(100_000),
                        random.nextInt(1985, 2010),
                        random.nextInt(1, 13),
                        random.nextInt(1, 29),
                        random.nextInt(1000));
        return signed(body);
    }

    private static String signed(String body) {
        List<String> right = Stream.of(SIGNS.split(""))
                .map(body::concat)
                .filter(n -> CertificateNumber.checks(CertificateType.RESIDENT, n))
                .toList();
        assertThat(right).as("%s has one check sign", body).hasSize(1);
        return right.get(0);
    }

    private static boolean isTaken(String number) {
        return CertificateNumber.fits(CertificateType.RESIDENT, number)
                && CertificateNumber.checks(CertificateType.RESIDENT, number);
    }

    private static String with(String number, int at, char sign) {
        return number.substring(0, at) + sign + number.substring(at + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void any_other_digit_anywhere_is_noticed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < NUMBERS; i++) {
            String number = resident(random);
            assertThat(isTaken(number)).as("seed %d: %s", seed, number).isTrue();
            for (int at = 0; at < number.length(); at++) {
                for (int which = 0; which < SIGNS.length(); which++) {
                    char sign = SIGNS.charAt(which);
                    if (sign != number.charAt(at)) {
                        String slip = with(number, at, sign);
                        assertThat(isTaken(slip)).as("seed %d: %s", seed, slip).isFalse();
                    }
                }
            }
        }
    }

    /** Modulo 11 with eleven different remainders of its weights: two that are exchanged always tell, if their weights differ. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void any_two_signs_exchanged_are_nearly_always_noticed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int tried = 0;
        int missed = 0;
        for (int i = 0; i < NUMBERS; i++) {
            String number = resident(random);
            for (int at = 0; at < 17; at++) {
                for (int other = at + 1; other < 17; other++) {
                    if (number.charAt(at) != number.charAt(other)) {
                        String slip = with(with(number, at, number.charAt(other)), other, number.charAt(at));
                        tried++;
                        missed += isTaken(slip) ? 1 : 0;
                        if (other == at + 1) {
                            assertThat(isTaken(slip))
                                    .as("seed %d: %s", seed, slip)
                                    .isFalse();
                        }
                    }
                }
            }
        }
        assertThat(missed).as("seed %d: of %d exchanges", seed, tried).isLessThan(tried / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void a_number_may_be_typed_in_any_dress_and_only_itself_is_read(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < NUMBERS; i++) {
            String number = resident(random);
            StringBuilder typed = new StringBuilder();
            number.chars().forEach(c -> {
                typed.append(
                        random.nextInt(4) == 0
                                ? " \u200b\u3000-".substring(random.nextInt(4)).substring(0, 1)
                                : "");
                typed.appendCodePoint(random.nextBoolean() ? c + 0xFEE0 : Character.toLowerCase(c));
            });
            assertThat(CertificateReading.number(typed.toString(), "居民身份证"))
                    .as("seed %d: %s", seed, typed)
                    .isEqualTo(new ParsedValue.Accepted(number));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void fifteen_digits_are_never_taken_and_never_for_another_type(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < NUMBERS; i++) {
            String number = resident(random);
            String old = number.substring(0, 6) + number.substring(8, 17);
            assertThat(CertificateReading.number(old, "居民身份证"))
                    .isInstanceOfSatisfying(
                            ParsedValue.Refused.class,
                            r -> assertThat(r.why().phrase()).isEqualTo(ValuePhrases.CERTIFICATE_OLD));
            assertThat(CertificateNumber.typesOf(old))
                    .as("seed %d: %s", seed, old)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void permits_are_read_as_their_own_type_and_no_other(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < NUMBERS; i++) {
            String region = "8" + random.nextInt(1, 4) + "0000";
            String permit = signed(region
                    + "%d%02d%02d%03d"
                            .formatted(
                                    random.nextInt(1985, 2010),
                                    random.nextInt(1, 13),
                                    random.nextInt(1, 29),
                                    random.nextInt(1000)));
            assertThat(CertificateNumber.typesOf(permit)).containsExactly(CertificateType.RESIDENCE_PERMIT);
            String homeReturn = "HM".charAt(random.nextInt(2)) + "%08d".formatted(random.nextInt(100_000_000));
            assertThat(CertificateNumber.typesOf(homeReturn)).containsExactly(CertificateType.HOME_RETURN_PERMIT);
            String taiwan = "%08d".formatted(random.nextInt(100_000_000));
            assertThat(CertificateNumber.fits(CertificateType.TAIWAN_PERMIT, taiwan))
                    .isTrue();
            assertThat(CertificateNumber.fits(CertificateType.TAIWAN_PERMIT, taiwan.substring(1)))
                    .isFalse();
            for (String number : List.of(homeReturn, taiwan, permit)) {
                assertThat(CertificateReading.number(number, "居民身份证"))
                        .as("seed %d: %s", seed, number)
                        .isInstanceOf(ParsedValue.Refused.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void a_macau_number_is_kept_in_one_form_however_it_is_written(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < NUMBERS; i++) {
            String body = "1578".charAt(random.nextInt(4)) + "%06d".formatted(random.nextInt(1_000_000));
            int sign = random.nextInt(10);
            for (String typed : List.of(
                    body + "(" + sign + ")",
                    body + sign,
                    body + "（" + sign + "）",
                    body.charAt(0) + "/" + body.substring(1) + "/" + sign)) {
                assertThat(CertificateReading.number(typed, "澳门身份证"))
                        .as("seed %d: %s", seed, typed)
                        .isEqualTo(new ParsedValue.Accepted(body + "(" + sign + ")"));
            }
        }
    }

    @Test
    void the_properties_can_fail() {
        assertThat(isTaken("11010519491231002X")).isTrue();
        assertThat(isTaken("110105194912310020")).isFalse();
    }
}
