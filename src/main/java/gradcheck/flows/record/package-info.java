/**
 * 学籍核对, the first check: its questions, corrections in hand, and what each still needs.
 *
 * <p>Start reading at {@link gradcheck.flows.record.RecordCheck}.
 */
@NullMarked
package gradcheck.flows.record;

import org.jspecify.annotations.NullMarked;
