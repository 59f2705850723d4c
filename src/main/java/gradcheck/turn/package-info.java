/**
 * One message, one transaction: seen before? who? what do they mean? run, store, queue.
 *
 * <p>May use {@code message}, {@code conversation}, {@code flows}, {@code desk}, {@code intent}, {@code language},
 * {@code copy}, {@code store}, {@code domain}. Start reading at {@link gradcheck.turn.MessageService}.
 */
@NullMarked
package gradcheck.turn;

import org.jspecify.annotations.NullMarked;
