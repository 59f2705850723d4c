/**
 * Sends what a turn has queued: takes what is due, keeps the calls, hands them to a {@link gradcheck.outbox.Channel}, settles what
 * became of them.
 *
 * <p>May use {@code message}, {@code store} and {@code domain}. Start reading at {@link gradcheck.outbox.Channel}.
 */
@NullMarked
package gradcheck.outbox;

import org.jspecify.annotations.NullMarked;
