package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.PersonId;
import gradcheck.roster.write.Exports;
import gradcheck.roster.write.Exports.Format;
import gradcheck.roster.write.Exports.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What material a key correction came with is written down with its receipt, and stands in the exported corrections (R36). */
class MaterialTest extends OnABot {
    private PersonId secretary;

    @BeforeEach
    void material_is_on_its_way() {
        secretary = bot.named("王老师").orElseThrow();
        List.of("开始核对", "已阅读", "民族改为回族", "1", "1", "我确认", "材料已寄").forEach(this::say);
    }

    private String exported() {
        Exports exports = new Exports(TestSettings.season());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bot.store().read(tables -> {
            try {
                return exports.write(new Exports.Order(Kind.CORRECTIONS, "", Format.CSV), tables, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void words_after_the_number_are_the_material() {
        assertThat(say(secretary, "材料已收 1 户口本复印件、个人申请")).contains("材料已收：户口本复印件、个人申请", "通过 1");
        assertThat(exported()).contains("户口本复印件、个人申请,材料已收,,王老师");
        say(secretary, "撤销");
        assertThat(exported()).doesNotContain("户口本").contains("材料已寄");
    }

    @Test
    void a_receipt_needs_no_words_and_a_particle_is_none() {
        assertThat(say(secretary, "材料已收 1 了")).contains("材料已收。");
        assertThat(exported()).contains(",材料已收,,王老师").doesNotContain(",了,");
    }

    @Test
    void more_than_can_be_kept_is_said_and_nothing_is_done() {
        assertThat(say(secretary, "材料已收 1 " + "证".repeat(201))).contains("200 个字以内");
        assertThat(exported()).contains("材料已寄").doesNotContain("证证");
    }
}
