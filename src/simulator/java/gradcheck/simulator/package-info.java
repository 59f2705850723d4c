/**
 * A make-believe WeCom and its chat page: a program of its own that shares no code with the bot and reaches it over
 * HTTP only.
 *
 * <p>The platform's API stands under {@code /cgi-bin}, the chat page under {@code /}, and what other programs drive it
 * by under {@code /sim}:
 *
 * <ul>
 *   <li>what people do, each a callback whose outcome is the answer: {@code POST /sim/say {userid, text}},
 *       {@code /sim/enter}, {@code /sim/media}, {@code /sim/upload}, {@code /sim/menu}, {@code /sim/tap {userid, line,
 *       key, selected}};
 *   <li>what they see: {@code GET /sim/people}, {@code /sim/chat/<userid>}, {@code /sim/person/<userid>},
 *       {@code /sim/menu}, {@code /sim/media/<id>}, and {@code /sim/events} as it happens;
 *   <li>the stage: {@code POST /sim/clock {now, run}}, {@code /sim/faults {seed, faults}} ({@link
 *       gradcheck.simulator.world.InjectedFault}), {@code /sim/person {userid, client, reach}}, {@code /sim/bot {do}};
 *   <li>what came of it: {@code GET /sim/violations}, {@code /sim/advice}, {@code /sim/wire}, {@code /sim/saved}.
 * </ul>
 *
 * <p>Four packages stand on each other: {@code world}, {@code bot}, {@code platform}, {@code page}; here the program is
 * put together. Uses Javalin and Jackson. Start reading at {@link gradcheck.simulator.Simulator}.
 */
@NullMarked
package gradcheck.simulator;

import org.jspecify.annotations.NullMarked;
