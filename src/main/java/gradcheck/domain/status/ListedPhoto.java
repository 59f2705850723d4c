package gradcheck.domain.status;

import gradcheck.domain.WebPhoto;
import java.time.Instant;

/**
 * What the registrar's lists say of a student's photo.
 *
 * @param at when the state became what it is
 * @param retaken whether it was taken anew with 新华社 (R27)
 */
public record ListedPhoto(WebPhoto state, Instant at, boolean retaken) {}
