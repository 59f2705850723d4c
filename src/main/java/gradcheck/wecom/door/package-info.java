/**
 * The way in: verify, decrypt, decode to {@code Incoming}; what can't be what the platform sends is turned away.
 *
 * <p>Start reading at {@link gradcheck.wecom.door.Door}.
 */
@NullMarked
package gradcheck.wecom.door;

import org.jspecify.annotations.NullMarked;
