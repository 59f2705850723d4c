/**
 * Who is this? First contact, greeting, and the account that is to be a student's.
 *
 * <p>Start reading at {@link gradcheck.turn.onboarding.Newcomers}.
 */
@NullMarked
package gradcheck.turn.onboarding;

import org.jspecify.annotations.NullMarked;
