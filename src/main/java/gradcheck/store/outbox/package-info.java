/**
 * What came in and what is to be sent, with what became of it.
 *
 * <p>Start reading at {@link gradcheck.store.outbox.Outbox}.
 */
@NullMarked
package gradcheck.store.outbox;

import org.jspecify.annotations.NullMarked;
