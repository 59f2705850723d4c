/**
 * What is kept of a person and shown or deleted at their word, and what should not stand in a chat at all.
 *
 * <p>Start reading at {@link gradcheck.turn.privacy.PrivacyGuard}.
 */
@NullMarked
package gradcheck.turn.privacy;

import org.jspecify.annotations.NullMarked;
