/**
 * A make-believe WeCom and its chat page: a program of its own that shares no code with the bot and reaches it over
 * HTTP only.
 *
 * <p>The platform's API stands under {@code /cgi-bin}, the chat page under {@code /}, and what other programs drive it
 * by under {@code /sim}: {@code POST /sim/say {userid, text}} and {@code /sim/enter}, {@code /sim/media},
 * {@code /sim/menu} deliver a callback and answer with its outcome; {@code GET /sim/people}, {@code /sim/chat/<userid>},
 * {@code /sim/person/<userid>}, {@code /sim/violations}; {@code POST /sim/clock {now}}; {@code GET /sim/events} tells every new line.
 *
 * <p>Uses Javalin and Jackson. Start reading at {@link gradcheck.simulator.Main}.
 */
@NullMarked
package gradcheck.simulator;

import org.jspecify.annotations.NullMarked;
