package gradcheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Splitting, for texts nobody chose: every part fits, no sign is broken, and nothing but white space at a cut is lost. */
class TextLimitTest {
    private static final int TEXTS = 200;
    private static final List<String> PIECES = List.of(
            "核",
            "a",
            "é",
            "📚",
            "𬱖",
            "👨‍👩‍👧",
            "\n",
            "\n\n",
            " ",
            "。",
            "第一行",
            "x".repeat(300),
            "好".repeat(400),
            "🀄".repeat(200));

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(random.nextInt(1, PIECES.size() + 1))));
        }
        return text.toString();
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_part_fits_and_nothing_is_lost(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            List<String> parts = TextLimit.split(text);
            assertThat(withoutSpace(String.join("", parts))).as("seed %d", seed).isEqualTo(withoutSpace(text));
            for (String part : parts) {
                assertThat(part).as("seed %d", seed).isNotEmpty();
                assertThat(TextLimit.bytes(part)).as("seed %d", seed).isLessThanOrEqualTo(TextLimit.BYTES);
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(part))
                        .as("seed %d: a sign was broken", seed)
                        .isTrue();
            }
            boolean isShort = TextLimit.bytes(text) <= TextLimit.BYTES;
            assertThat(parts.size() <= 1 || !isShort).as("seed %d", seed).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void parts_are_cut_at_lines_where_there_are_any(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append("行").append("字".repeat(random.nextInt(60))).append('\n');
        }
        assertThat(TextLimit.split(text.toString())).hasSizeGreaterThan(2).allMatch(part -> part.startsWith("行"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2045, 2046, 2047, 2048, 2049, 2050})
    void at_the_limit_a_sign_of_four_bytes_goes_into_the_next_part_as_a_whole(int before) {
        List<String> parts = TextLimit.split("x".repeat(before) + "📚");
        assertThat(String.join("", parts)).isEqualTo("x".repeat(before) + "📚");
        assertThat(parts).allMatch(part -> StandardCharsets.UTF_8.newEncoder().canEncode(part));
    }

    @Test
    void what_no_message_may_hold_is_left_out() {
        assertThat(TextLimit.split("a\u0000\u0007\r\t\u001b\u2028\uFFFE\uD800b\nc"))
                .containsExactly("ab\nc");
        assertThat(TextLimit.split("")).isEmpty();
    }
}
