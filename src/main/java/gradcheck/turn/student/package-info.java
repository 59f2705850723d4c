/**
 * What a student's words do to the two checks: begin, answer, confirm, look at the list.
 *
 * <p>Start reading at {@link gradcheck.turn.student.StudentWords}.
 */
@NullMarked
package gradcheck.turn.student;

import org.jspecify.annotations.NullMarked;
