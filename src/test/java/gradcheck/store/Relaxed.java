package gradcheck.store;

import gradcheck.app.TestSettings;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.Connections;
import org.sqlite.SQLiteConfig;

/** The store as it must not be opened: with {@code synchronous=NORMAL}, to show that a check would notice. */
public final class Relaxed {
    private Relaxed() {}

    public static Store open(String address, FieldCipher seal) {
        return Store.open(new Connections(address, SQLiteConfig.SynchronousMode.NORMAL), seal, TestSettings.season());
    }
}
