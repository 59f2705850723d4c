/**
 * Files out, and what proves them.
 *
 * <p>Start reading at {@link gradcheck.roster.write.Exports}.
 */
@NullMarked
package gradcheck.roster.write;

import org.jspecify.annotations.NullMarked;
