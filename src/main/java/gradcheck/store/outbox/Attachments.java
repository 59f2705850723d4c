package gradcheck.store.outbox;

import gradcheck.message.Attachment;
import gradcheck.store.crypto.EncryptedColumn;
import gradcheck.store.crypto.FieldCipher;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Files on their way into a chat, sealed; deleted once they were sent or given up. */
public final class Attachments {
    private final Handle handle;
    private final FieldCipher seal;

    public Attachments(Handle handle, FieldCipher seal) {
        this.handle = handle;
        this.seal = seal;
    }

    public void put(String id, Attachment attachment, Instant at) {
        handle.createUpdate("INSERT INTO attachment (id, name, content, created_at) VALUES (:id, :name, :content, :at)")
                .bind("id", id)
                .bind("name", attachment.name())
                .bind("content", seal.sealBytes(attachment.content(), EncryptedColumn.CONTENT.at(id)))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    public Optional<Attachment> get(String id) {
        return handle.createQuery("SELECT name, content FROM attachment WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> new Attachment(
                        row.getString("name"), seal.openBytes(row.getBytes("content"), EncryptedColumn.CONTENT.at(id))))
                .findOne();
    }

    public void delete(String id) {
        handle.createUpdate("DELETE FROM attachment WHERE id = :id")
                .bind("id", id)
                .execute();
    }
}
