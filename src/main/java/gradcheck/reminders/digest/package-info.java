/**
 * The secretaries' morning digest: what waits for them, and who was reminded often and moved nothing.
 *
 * <p>Start reading at {@link gradcheck.reminders.digest.Digest}.
 */
@NullMarked
package gradcheck.reminders.digest;

import org.jspecify.annotations.NullMarked;
