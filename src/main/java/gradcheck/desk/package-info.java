/**
 * What secretaries may ask and do: parse, scope, read or act, reply.
 *
 * <p>May use {@code message}, {@code store}, {@code domain}, {@code roster} and {@code language}. Start reading at
 * {@link gradcheck.desk.Desk}.
 */
@NullMarked
package gradcheck.desk;

import org.jspecify.annotations.NullMarked;
