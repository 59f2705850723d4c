package gradcheck.store.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.TextLimit;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import java.time.Instant;
import java.util.Optional;

/** Messages of every kind as rows of the outbox: packed when they are queued, unpacked when they are sent. */
public final class OutboxCodec {
    private static final String TEXT = "text";
    private static final String CARD = "card";
    private static final String CARD_SETTLED = "card-settled";
    private static final String FILE = "file";
    private static final String PICTURE = "picture";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tables tables;

    public OutboxCodec(Tables tables) {
        this.tables = tables;
    }

    /**
     * To whom, how urgently and when a message goes.
     *
     * @param id of the outbox row, made by {@link Ids}
     * @param urgency {@link Outbox#REPLY} or {@link Outbox#BULK}
     * @param occasion what makes it unique for ever; empty: nothing does
     */
    public record Label(String id, PersonId to, int urgency, Instant dueAt, Optional<String> occasion) {
        public static Label reply(String id, PersonId to, Instant now) {
            return new Label(id, to, Outbox.REPLY, now, Optional.empty());
        }
    }

    /** Queues a message; false when its occasion was queued before. */
    public boolean queue(Label label, Outgoing message, Instant now) {
        String kind = kind(message);
        boolean isNew = tables.outbox()
                .queue(
                        new Outbox.New(
                                label.id(),
                                label.to(),
                                kind,
                                body(label, message),
                                label.urgency(),
                                label.dueAt(),
                                label.occasion()),
                        now);
        if (isNew && message instanceof Outgoing.File file) {
            tables.attachments().put(label.id(), file.attachment(), now);
        } else if (isNew && message instanceof Outgoing.Picture picture) {
            tables.attachments().put(label.id(), picture.attachment(), now);
        }
        return isNew;
    }

    /** The message of a row; empty for a kind that decides at the moment of sending, or a file that is gone. */
    public Optional<Outgoing> message(Outbox.Row row) {
        return switch (row.kind()) {
            case TEXT -> Optional.of(new Outgoing.Text(row.body()));
            case CARD -> Optional.of(read(row.body(), Outgoing.Card.class));
            case CARD_SETTLED -> Optional.of(read(row.body(), Outgoing.CardSettled.class));
            case FILE -> tables.attachments().get(row.id()).map(Outgoing.File::new);
            case PICTURE -> tables.attachments().get(row.id()).map(Outgoing.Picture::new);
            default -> Optional.empty();
        };
    }

    static boolean hasFile(String kind) {
        return kind.equals(FILE) || kind.equals(PICTURE);
    }

    private static String kind(Outgoing message) {
        if (message instanceof Outgoing.Text) {
            return TEXT;
        }
        if (message instanceof Outgoing.Card) {
            return CARD;
        }
        if (message instanceof Outgoing.CardSettled) {
            return CARD_SETTLED;
        }
        return message instanceof Outgoing.File ? FILE : PICTURE;
    }

    /** What a ledger may keep: of a file only its name. */
    private static String body(Label label, Outgoing message) {
        if (message instanceof Outgoing.Text text) {
            return TextLimit.harmless(text.text());
        }
        if (message instanceof Outgoing.File file) {
            return file.attachment().name();
        }
        if (message instanceof Outgoing.Picture picture) {
            return picture.attachment().name();
        }
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not pack the message " + label.id(), e);
        }
    }

    private static <T extends Outgoing> T read(String body, Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not read a queued " + type.getSimpleName(), e);
        }
    }
}
