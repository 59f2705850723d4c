/**
 * The queue of corrections: what waits, and what a reviewer decides.
 *
 * <p>Start reading at {@link gradcheck.desk.review.Review}.
 */
@NullMarked
package gradcheck.desk.review;

import org.jspecify.annotations.NullMarked;
