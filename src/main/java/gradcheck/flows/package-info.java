/**
 * The guided conversations. {@code RecordCheck}, {@code PhotoCheck} and {@code Binding} each declare one: its questions
 * in order, with a diagram. What a question says and hears stands in a file of its own beside them ({@code
 * PartyQuestion}, {@code PhotoOwn} …), what people type in any of them in {@code Said} and {@code ChangeRequests}.
 *
 * <p>May use {@code conversation}, {@code domain}, {@code message} and {@code language}. Start reading at
 * {@link gradcheck.flows.record.RecordCheck}.
 */
@NullMarked
package gradcheck.flows;

import org.jspecify.annotations.NullMarked;
