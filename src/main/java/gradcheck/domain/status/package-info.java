/**
 * What is open of a student's two checks, derived once from what is known of the student: {@link
 * gradcheck.domain.status.Status#of}. Whoever lists, counts, reminds or exports reads this and derives nothing.
 *
 * <p>Uses {@code domain} only, and is pure. Start reading at {@link gradcheck.domain.status.Status}.
 */
@NullMarked
package gradcheck.domain.status;

import org.jspecify.annotations.NullMarked;
