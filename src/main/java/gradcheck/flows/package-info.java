/**
 * The guided conversations, one file each.
 *
 * <p>May use {@code conversation}, {@code verification} and {@code message}. Start reading at {@link gradcheck.flows.RecordCheck}.
 */
@NullMarked
package gradcheck.flows;

import org.jspecify.annotations.NullMarked;
