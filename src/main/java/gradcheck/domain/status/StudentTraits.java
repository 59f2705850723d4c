package gradcheck.domain.status;

/**
 * What is known of a student besides the two checks.
 *
 * @param result what the latest confirmation came to; empty: none
 * @param isLate whether one was made after the last day
 * @param certificateType as the roster has it; empty: none
 * @param isPerhapsDoubtful whether type and number of the certificate may disagree, as far as it shows without opening it
 * @param sex as the roster has it
 */
public record StudentTraits(
        String result, boolean isLate, String certificateType, boolean isPerhapsDoubtful, String sex, Reach reach) {
    /** After so many reminders in a row without a word another one helps no more. */
    public static final int UNANSWERED = 3;

    /** Of whom nothing is known. */
    public static final StudentTraits NONE =
            new StudentTraits("", false, "", false, "", new Reach(false, false, false, 0, false));

    /**
     * Whether messages come through, by the account that is the student's.
     *
     * @param isMuted the student has said 停止提醒
     * @param isRefused the platform refused the account the last time
     * @param isHeard the student has ever written
     * @param unanswered reminders that arrived, or may have, since
     * @param isCalled somebody has telephoned since the last message
     */
    public record Reach(boolean isMuted, boolean isRefused, boolean isHeard, int unanswered, boolean isCalled) {
        boolean isSilent() {
            return unanswered >= UNANSWERED;
        }
    }
}
