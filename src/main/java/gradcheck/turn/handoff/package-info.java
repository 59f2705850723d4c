/**
 * A person when one is needed: the teacher, the secretaries, and who is on duty.
 *
 * <p>Start reading at {@link gradcheck.turn.handoff.HumanHandoff}.
 */
@NullMarked
package gradcheck.turn.handoff;

import org.jspecify.annotations.NullMarked;
