/**
 * Values of the record: read, put into standard form, and judged (domain-facts §2 and §3).
 *
 * <p>Start reading at {@link gradcheck.domain.value.Values}.
 */
@NullMarked
package gradcheck.domain.value;

import org.jspecify.annotations.NullMarked;
