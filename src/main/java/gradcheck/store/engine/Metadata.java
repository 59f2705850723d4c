package gradcheck.store.engine;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Small facts about the installation itself, by name. */
public final class Metadata {
    private final Handle handle;

    public Metadata(Handle handle) {
        this.handle = handle;
    }

    public Optional<String> get(String name) {
        return handle.createQuery("SELECT value FROM mark WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    public void set(String name, String value) {
        handle.createUpdate("INSERT INTO mark (name, value) VALUES (:name, :value)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
                .bind("name", name)
                .bind("value", value)
                .execute();
    }
}
