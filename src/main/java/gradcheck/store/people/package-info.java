/**
 * Who there is: students, staff, their accounts and conversations.
 *
 * <p>Start reading at {@link gradcheck.store.people.Students}.
 */
@NullMarked
package gradcheck.store.people;

import org.jspecify.annotations.NullMarked;
