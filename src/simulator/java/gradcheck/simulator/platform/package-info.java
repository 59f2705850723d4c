/**
 * The platform itself: the API that the bot calls, held to the published pages, and the callbacks that call the bot.
 *
 * <p>Uses {@code world} and {@code bot}. Start reading at {@link gradcheck.simulator.platform.Platform} for what the bot
 * calls, and at {@link gradcheck.simulator.platform.Callbacks} for what is told to it.
 */
@NullMarked
package gradcheck.simulator.platform;

import org.jspecify.annotations.NullMarked;
