package gradcheck.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.Attachment;
import gradcheck.message.Choice;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kind of message comes out of the outbox as it went in. */
class OutboxCodecTest extends OnAFreshStore {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    private static final PersonId WHO = new PersonId("wang");

    private Outgoing throughTheOutbox(Outgoing message) {
        return write(tables -> {
            tables.parcels().queue(OutboxCodec.Label.reply("id", WHO, NOW), message, NOW);
            return tables.parcels().message(tables.outbox().of(WHO, 1).get(0)).orElseThrow();
        });
    }

    @Test
    void a_text() {
        Outgoing text = new Outgoing.Text("你好\n第二行");
        assertThat(throughTheOutbox(text)).isEqualTo(text);
    }

    @Test
    void a_card() {
        Outgoing card = new Outgoing.Card(
                "task-1",
                "审核",
                "民族",
                List.of(new Outgoing.Fact("姓名", "李四")),
                List.of(new Choice("通过", "通过 1"), new Choice("退回", "退回 1")));
        assertThat(throughTheOutbox(card)).isEqualTo(card);
    }

    @Test
    void a_settled_card() {
        Outgoing settled = new Outgoing.CardSettled("code", "已通过");
        assertThat(throughTheOutbox(settled)).isEqualTo(settled);
    }

    @Test
    void a_file_whose_content_is_sealed_meanwhile() {
        byte[] content = "学号,姓名".getBytes(StandardCharsets.UTF_8);
        Outgoing file = new Outgoing.File(new Attachment("名单.csv", content));
        assertThat(throughTheOutbox(file)).isEqualTo(file);
        assertThat(folder.toFile().listFiles()).allSatisfy(f -> assertThat(
                        new String(java.nio.file.Files.readAllBytes(f.toPath()), StandardCharsets.UTF_8))
                .doesNotContain("学号,姓名"));
    }

    @Test
    void a_picture() {
        Outgoing picture = new Outgoing.Picture(new Attachment("进度.png", new byte[] {1, 2, 3, 4, 5, 6}));
        assertThat(throughTheOutbox(picture)).isEqualTo(picture);
    }
}
