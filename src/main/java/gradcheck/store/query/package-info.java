/**
 * Questions about many students at once, within a scope.
 *
 * <p>Who is in a state is read from the row that a student has ({@link gradcheck.store.query.StatusRows}). Start reading at
 * {@link gradcheck.store.query.StudentQueries}.
 */
@NullMarked
package gradcheck.store.query;

import org.jspecify.annotations.NullMarked;
