package gradcheck.domain;

import java.time.Instant;

/**
 * What is known of the photo on 学信网 from both sides. The registrar's list is the truth about collection; the student's
 * word is kept beside it, and counts where the list says nothing.
 *
 * @param said {@link WebPhoto#UNKNOWN} for who has said nothing
 */
public record PhotoEvidence(WebPhoto listed, Instant listedAt, WebPhoto said, Instant saidAt) {

    /** The state that counts. */
    public WebPhoto state() {
        return countsAsSaid() ? said : listed;
    }

    /** Since when. */
    public Instant at() {
        return countsAsSaid() && said != WebPhoto.UNKNOWN ? saidAt : listedAt;
    }

    /** Whether it rests on the student's word alone. */
    public boolean isWordOnly() {
        return listed == WebPhoto.UNKNOWN && said != WebPhoto.UNKNOWN;
    }

    /** Whether the two contradict each other; a list that has moved on since the student spoke does not. */
    public boolean isDisputed() {
        if (listed == WebPhoto.UNKNOWN || said == WebPhoto.UNKNOWN) {
            return false;
        }
        return listed == WebPhoto.NOT_COLLECTED
                ? said != WebPhoto.NOT_COLLECTED
                : said.compareTo(listed) < 0 && saidAt.isAfter(listedAt);
    }

    /** Who sees the photo online knows more than a list that says collected; a claim never overrules 未采集. */
    private boolean countsAsSaid() {
        return listed == WebPhoto.UNKNOWN || (listed == WebPhoto.COLLECTED && said == WebPhoto.ONLINE);
    }
}
