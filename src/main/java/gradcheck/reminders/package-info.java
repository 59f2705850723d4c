/**
 * Who is due for what and when; queues reminders and decides at the moment of sending whether they still hold.
 *
 * <p>May use {@code message}, {@code domain}, {@code store}, {@code outbox} and {@code copy}. Start reading at
 * {@link gradcheck.reminders.Reminders}.
 */
@NullMarked
package gradcheck.reminders;

import org.jspecify.annotations.NullMarked;
