/**
 * What was typed, in the writing that rules and classifier read: spelling mended, words and their meanings found
 * (the lexicon's). The only home of TinyPinyin.
 *
 * <p>Start reading at {@link gradcheck.intent.text.Normalizer}.
 */
@NullMarked
package gradcheck.intent.text;

import org.jspecify.annotations.NullMarked;
