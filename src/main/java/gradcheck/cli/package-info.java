/**
 * The commands, each a class; what a command needs is built by {@code app}.
 *
 * <p>May use every package. Start reading at {@link gradcheck.cli.Main}.
 */
@NullMarked
package gradcheck.cli;

import org.jspecify.annotations.NullMarked;
