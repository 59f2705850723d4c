/**
 * Every sentence the bot says, by key.
 *
 * <p>May use {@code message}; the home of the copy file's YAML. Start reading at {@link gradcheck.copy.Copy}.
 */
@NullMarked
package gradcheck.copy;

import org.jspecify.annotations.NullMarked;
