/**
 * The hash chains of confirmations and of the audit, and their checks.
 *
 * <p>Start reading at {@link gradcheck.domain.chain.Chain}.
 */
@NullMarked
package gradcheck.domain.chain;

import org.jspecify.annotations.NullMarked;
