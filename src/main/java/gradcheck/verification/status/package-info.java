/**
 * What is open of a student's two checks, derived once from what is known of the student: {@link
 * gradcheck.verification.status.Status#of}. Whoever lists, counts, reminds or exports reads this and derives nothing.
 *
 * <p>Uses {@code verification} only, and is pure. Start reading at {@link gradcheck.verification.status.Status}.
 */
@NullMarked
package gradcheck.verification.status;

import org.jspecify.annotations.NullMarked;
