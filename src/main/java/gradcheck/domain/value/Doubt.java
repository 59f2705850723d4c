package gradcheck.domain.value;

import gradcheck.message.Phrase.Say;

/**
 * Something in the record itself that looks wrong: shown first, and never corrected by the program.
 *
 * @param code the field
 * @param why in one clause
 */
public record Doubt(String code, Say why) {}
