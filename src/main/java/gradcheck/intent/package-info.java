/**
 * Free text to meaning: editable words and examples from the config, learnt from at the start; no
 * network, and no model that is not made of those files.
 *
 * <p>Reads its own YAML. May use {@code message} and {@code domain}. Start reading at {@link gradcheck.intent.IntentRecognizer}.
 */
@NullMarked
package gradcheck.intent;

import org.jspecify.annotations.NullMarked;
