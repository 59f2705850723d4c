package gradcheck.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LruCacheTest {
    private final List<String> sought = new ArrayList<>();
    private final LruCache<Integer> memo = new LruCache<>(text -> {
        sought.add(text);
        return text.length();
    });

    @Test
    void what_was_found_is_known_the_next_time() {
        assertThat(memo.of("我确认")).isEqualTo(3);
        assertThat(memo.of("我确认")).isEqualTo(3);
        assertThat(memo.of("1")).isEqualTo(1);
        assertThat(memo.of("1")).isEqualTo(1);
        assertThat(sought).containsExactly("我确认", "1");
    }

    @Test
    void numbers_and_long_texts_are_never_kept() {
        String story = "我的照片上个月在新华社重新拍过了可是学信网上还是旧的那一张怎么办";
        for (String text : List.of("电话13800138000", "123", story)) {
            memo.of(text);
            memo.of(text);
        }
        assertThat(sought).hasSize(6);
    }

    @Test
    void what_came_long_ago_is_forgotten() {
        memo.of("无误");
        for (int i = 0; i < 3000; i++) {
            memo.of(Character.toString(0x4E00 + i));
        }
        memo.of("无误");
        assertThat(sought).filteredOn("无误"::equals).hasSize(2);
    }
}
