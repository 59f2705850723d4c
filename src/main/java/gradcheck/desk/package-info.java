/**
 * What secretaries may ask and do: parse, scope, read or act, reply.
 *
 * <p>May use {@code message}, {@code store}, {@code domain} and {@code roster}. Start reading at {@link gradcheck.desk.Desk}.
 */
@NullMarked
package gradcheck.desk;

import org.jspecify.annotations.NullMarked;
