/**
 * The domain, pure: the student and the record, what may be corrected and how, certificate numbers, photo states, the
 * confirmation and its hash.
 *
 * <p>Uses the JDK and {@code message} only. Start reading at {@link gradcheck.domain.Student}.
 */
@NullMarked
package gradcheck.domain;

import org.jspecify.annotations.NullMarked;
