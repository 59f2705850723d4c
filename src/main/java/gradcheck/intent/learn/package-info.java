/**
 * What the words of the config teach: examples, features, and the one classifier with its weights.
 *
 * <p>Start reading at {@link gradcheck.intent.learn.SoftmaxClassifier}.
 */
@NullMarked
package gradcheck.intent.learn;

import org.jspecify.annotations.NullMarked;
