/**
 * What may stand in a line of the log: one event, {@code key=value}, never a person's text, name, number or key.
 *
 * <p>May use nothing: the JDK only. Start reading at {@link gradcheck.log.Cause}.
 */
@NullMarked
package gradcheck.log;

import org.jspecify.annotations.NullMarked;
