package gradcheck.language;

/**
 * An answer that a message speaks of.
 *
 * @param isDenied it is said not to be so
 * @param isWeak no more than a nod: it counts where nothing else is said
 * @param when the time the clause speaks of
 */
record Mention(String choice, boolean isDenied, boolean isWeak, When when) {
    /** The time a clause speaks of, in the order of time; what doesn't say so is after what was before. */
    enum When {
        EARLIER,
        UNSAID,
        LATER,
        NOW
    }

    boolean isPlain() {
        return !isDenied && !isWeak;
    }
}
