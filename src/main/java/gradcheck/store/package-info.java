/**
 * The database: opening, migrations, one writer with group commit, one class per table, column encryption.
 *
 * <p>The only home of Jdbi and of SQLite. May use {@code message}, {@code conversation}, {@code domain} and
 * {@code log}. Start reading at {@link gradcheck.store.Store}.
 */
@NullMarked
package gradcheck.store;

import org.jspecify.annotations.NullMarked;
