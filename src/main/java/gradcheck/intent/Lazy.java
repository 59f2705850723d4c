package gradcheck.intent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes something dear when it is first asked for, and once. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    private Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    static <T> Supplier<T> of(Supplier<T> maker) {
        return new Lazy<>(maker);
    }

    @Override
    public T get() {
        T present = made;
        if (present != null) {
            return present;
        }
        synchronized (this) {
            T again = made == null ? maker.get() : made;
            made = again;
            return again;
        }
    }
}
