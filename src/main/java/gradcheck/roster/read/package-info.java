/**
 * Lists in: people, photo states and staff; what changed, what follows from it, and what was refused.
 *
 * <p>Start reading at {@link gradcheck.roster.read.RosterFile}.
 */
@NullMarked
package gradcheck.roster.read;

import org.jspecify.annotations.NullMarked;
