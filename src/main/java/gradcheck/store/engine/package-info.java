/**
 * The file and the one writer: connections, migrations, group commit, backups.
 *
 * <p>Start reading at {@link gradcheck.store.engine.Writer}.
 */
@NullMarked
package gradcheck.store.engine;

import org.jspecify.annotations.NullMarked;
