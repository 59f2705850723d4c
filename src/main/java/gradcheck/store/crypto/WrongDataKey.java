package gradcheck.store.crypto;

/** A sealed value that this key doesn't open: the key is another one, or the value was moved or damaged. */
public final class WrongDataKey extends IllegalStateException {
    private static final long serialVersionUID = 1;

    WrongDataKey(EncryptedColumn.Place place, Exception cause) {
        super("could not open the value of " + place + ": is the data key the right one?", cause);
    }

    WrongDataKey(String message) {
        super(message);
    }
}
