/**
 * The chat page, and the routes below {@code /sim} by which it and other programs play people and change the stage.
 *
 * <p>Uses {@code world}, {@code bot} and {@code platform}. Start reading at {@link gradcheck.simulator.page.Control}.
 */
@NullMarked
package gradcheck.simulator.page;

import org.jspecify.annotations.NullMarked;
