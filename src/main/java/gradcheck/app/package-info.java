/**
 * Reads the settings, builds everything with {@code new}, starts it in order and stops it in reverse; the commands.
 *
 * <p>May use every package; none may use it. Start reading at {@link gradcheck.cli.Main}.
 */
@NullMarked
package gradcheck.app;

import org.jspecify.annotations.NullMarked;
