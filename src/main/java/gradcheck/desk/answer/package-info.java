/**
 * Lists, numbers and pictures in answer to a question.
 *
 * <p>Start reading at {@link gradcheck.desk.answer.DeskAnswers}.
 */
@NullMarked
package gradcheck.desk.answer;

import org.jspecify.annotations.NullMarked;
