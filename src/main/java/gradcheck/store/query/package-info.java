/**
 * Questions about many students at once, within a scope.
 *
 * <p>Start reading at {@link gradcheck.store.query.StudentQueries}.
 */
@NullMarked
package gradcheck.store.query;

import org.jspecify.annotations.NullMarked;
