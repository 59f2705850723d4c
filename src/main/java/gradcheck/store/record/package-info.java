/**
 * What was confirmed, corrected, said and done: mostly append-only.
 *
 * <p>Start reading at {@link gradcheck.store.record.Confirmations}.
 */
@NullMarked
package gradcheck.store.record;

import org.jspecify.annotations.NullMarked;
