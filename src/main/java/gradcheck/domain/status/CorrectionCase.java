package gradcheck.domain.status;

import gradcheck.domain.CorrectionState;
import java.time.Instant;

/**
 * A correction and where its review stands; the values stay sealed.
 *
 * @param field the field's code
 * @param version of the confirmation it belongs to
 * @param at when it became what it is
 */
public record CorrectionCase(int tag, String field, int version, CorrectionState state, Instant at) {}
