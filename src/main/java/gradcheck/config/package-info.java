/**
 * The settings: the files of the config folder bound to records, and the environment. All faults are told at once,
 * each with its file, line and cure.
 *
 * <p>May use every package below {@code app}. Start reading at {@link gradcheck.config.Config}.
 */
@NullMarked
package gradcheck.config;

import org.jspecify.annotations.NullMarked;
