/**
 * The bot as it is met from outside: its process, what its inspection tells of people, and its clock, which goes along with
 * the platform's.
 *
 * <p>Uses {@code world}. Start reading at {@link gradcheck.simulator.bot.Inspection}.
 */
@NullMarked
package gradcheck.simulator.bot;

import org.jspecify.annotations.NullMarked;
