package gradcheck.roster.read;

import gradcheck.domain.QuietHours;
import gradcheck.domain.chain.Chain;
import gradcheck.message.Attachment;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.message.TextLimit;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec.Label;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells people what a file has changed: queued with the change, once for each occasion, never in quiet hours. */
public final class Notices {
    /** Enough of a hash to tell two contents apart. */
    private static final int SHORT = 16;

    private final Function<Say, String> words;
    private final Ids ids;
    private final QuietHours quiet;
    private final ZoneId zone;

    /** @param words renders what is said */
    public Notices(Function<Say, String> words, Ids ids, QuietHours quiet, ZoneId zone) {
        this.words = words;
        this.ids = ids;
        this.quiet = quiet;
        this.zone = zone;
    }

    /** Queues the message; false when this occasion was told before. */
    boolean tell(Tables tables, PersonId to, List<Say> says, String occasion, Instant now) {
        String text = says.stream().map(s -> words.apply(s).strip()).collect(Collectors.joining("\n\n"));
        List<String> parts = TextLimit.split(text);
        boolean isNew = false;
        for (int i = 0; i < parts.size(); i++) {
            String unique = i == 0 ? occasion : occasion + "|" + i;
            Label label = new Label(ids.next(), to, Outbox.BULK, quiet.forNotice(now, zone), Optional.of(unique));
            isNew |= tables.parcels().queue(label, new Outgoing.Text(parts.get(i)), now);
        }
        return isNew;
    }

    /** Queues a file, once for each occasion. */
    void send(Tables tables, PersonId to, Attachment file, String occasion, Instant now) {
        Label label = new Label(ids.next(), to, Outbox.BULK, quiet.forNotice(now, zone), Optional.of(occasion));
        tables.parcels().queue(label, new Outgoing.File(file), now);
    }

    String rendered(Say say) {
        return words.apply(say).strip();
    }

    /** A name for what changed, the same for the same content. */
    static String digest(List<String> content) {
        return Chain.content(content).substring(0, SHORT);
    }
}
