/**
 * What both sides of the platform look at: who there is, every chat, the time, what was sent over the wire, the faults that
 * are planned, and which published rules the bot broke.
 *
 * <p>Uses nothing but Jackson. Start reading at {@link gradcheck.simulator.world.World}.
 */
@NullMarked
package gradcheck.simulator.world;

import org.jspecify.annotations.NullMarked;
