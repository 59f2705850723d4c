/**
 * What the desk remembers between messages.
 *
 * <p>Start reading at {@link gradcheck.store.desk.DeskActs}.
 */
@NullMarked
package gradcheck.store.desk;

import org.jspecify.annotations.NullMarked;
