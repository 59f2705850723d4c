/**
 * HTTP: the callback, one-time pages, health, and in a rehearsal what the bot did.
 *
 * <p>The home of Javalin. May use {@code message}, {@code turn}, {@code desk}, {@code wecom}, {@code store}, {@code log},
 * and for the inspection {@code domain} and {@code conversation}. Start reading at {@link gradcheck.web.WebServer}.
 */
@NullMarked
package gradcheck.web;

import org.jspecify.annotations.NullMarked;
