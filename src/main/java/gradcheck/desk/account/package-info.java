/**
 * Whose account is whose: requests, what is decided about them, and who is told.
 *
 * <p>Start reading at {@link gradcheck.desk.account.AccountRequests}.
 */
@NullMarked
package gradcheck.desk.account;

import org.jspecify.annotations.NullMarked;
