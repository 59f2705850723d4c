/**
 * The pure dialogue engine: what was asked, what was heard, what happens next.
 *
 * <p>Uses the JDK and {@code message} only. Start reading at {@link gradcheck.conversation.Dialogue}.
 */
@NullMarked
package gradcheck.conversation;

import org.jspecify.annotations.NullMarked;
