/**
 * Sends what a turn has queued: claims what is due, hands it to a {@link gradcheck.outbox.Channel}, settles the outcome.
 *
 * <p>May use {@code message}, {@code store} and {@code domain}. Start reading at {@link gradcheck.outbox.Channel}.
 */
@NullMarked
package gradcheck.outbox;

import org.jspecify.annotations.NullMarked;
