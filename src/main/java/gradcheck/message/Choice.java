package gradcheck.message;

/**
 * One of the answers a question offers.
 *
 * @param label what the person reads, at most ten characters where it becomes a button
 * @param says what choosing it says, exactly as if it had been typed
 */
public record Choice(String label, String says) {}
