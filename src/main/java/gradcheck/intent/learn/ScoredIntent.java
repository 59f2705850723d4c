package gradcheck.intent.learn;

/**
 * Something a text may have meant.
 *
 * @param target an entry's id, a colon and a fixed word, or {@code !} and the kind of what is no question to the manual
 * @param score how likely it is, from 0 to 1
 */
public record ScoredIntent(String target, double score) {}
