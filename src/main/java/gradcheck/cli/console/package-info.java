/**
 * What the commands share: who is at the keyboard, files read and written whole, and how a refusal is said.
 *
 * <p>Start reading at {@link gradcheck.cli.console.Operator}.
 */
@NullMarked
package gradcheck.cli.console;

import org.jspecify.annotations.NullMarked;
