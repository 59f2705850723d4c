/**
 * Reads what members of staff ask in ordinary Chinese: subject, state, question and time, put together from words of the
 * config. Pure: it knows no student and no clock but what it is handed.
 *
 * <p>May use {@code store} and {@code domain}. Start reading at {@link gradcheck.desk.ask.Grammar}.
 */
@NullMarked
package gradcheck.desk.ask;

import org.jspecify.annotations.NullMarked;
