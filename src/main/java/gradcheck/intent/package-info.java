/**
 * Free text to meaning: editable words and examples from the config, learnt from at the start; no
 * network, and no model that is not made of those files.
 *
 * <p>Reads its own YAML. May use {@code message}, {@code domain} and {@code language}. Start reading at {@link gradcheck.intent.IntentRecognizer}.
 */
@NullMarked
package gradcheck.intent;

import org.jspecify.annotations.NullMarked;
