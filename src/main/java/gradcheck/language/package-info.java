/**
 * What was said, made comparable and heard: one normaliser, the words of {@code config/words.yml}, and the matcher that
 * finds which answer somebody gave. Whatever asks, in a flow, in a turn or at the desk, compares with what is here.
 *
 * <p>May use {@code message} and {@code domain}. Start reading at {@link gradcheck.language.NormalizedText}.
 */
@NullMarked
package gradcheck.language;

import org.jspecify.annotations.NullMarked;
