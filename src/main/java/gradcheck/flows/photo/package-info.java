/**
 * 图像校对 on 学信网, the second check: its questions and what comes next.
 *
 * <p>Start reading at {@link gradcheck.flows.photo.PhotoCheck}.
 */
@NullMarked
package gradcheck.flows.photo;

import org.jspecify.annotations.NullMarked;
