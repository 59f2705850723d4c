/**
 * Free text to meaning: editable words and examples from the config, searched in memory; no network, no model.
 *
 * <p>May use {@code message} and {@code verification}. Start reading at {@link gradcheck.understanding.Understanding}.
 */
@NullMarked
package gradcheck.understanding;

import org.jspecify.annotations.NullMarked;
