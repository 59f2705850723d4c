/**
 * The data key, and every value that is sealed with it.
 *
 * <p>Start reading at {@link gradcheck.store.crypto.FieldCipher}.
 */
@NullMarked
package gradcheck.store.crypto;

import org.jspecify.annotations.NullMarked;
