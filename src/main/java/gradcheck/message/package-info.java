/**
 * The vocabulary of what people write and what the bot answers.
 *
 * <p>Uses the JDK only; every package may use it. Start reading at {@link gradcheck.message.Incoming}.
 */
@NullMarked
package gradcheck.message;

import org.jspecify.annotations.NullMarked;
