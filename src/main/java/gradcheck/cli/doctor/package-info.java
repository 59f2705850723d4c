/**
 * {@code doctor}: looks at everything the bot needs and says the cure of each fault; brings a folder up to date.
 *
 * <p>Start reading at {@link gradcheck.cli.doctor.Doctor}.
 */
@NullMarked
package gradcheck.cli.doctor;

import org.jspecify.annotations.NullMarked;
