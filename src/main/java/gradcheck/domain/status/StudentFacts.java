package gradcheck.domain.status;

import gradcheck.domain.Noted;
import gradcheck.domain.PhotoEvidence;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * All that a student's status is derived from.
 *
 * @param noted what was said of the second check; each fact's last word
 */
public record StudentFacts(RecordFacts record, ListedPhoto listed, Map<PhotoFact, Noted> noted, Standing standing) {
    public StudentFacts {
        noted = Map.copyOf(noted);
    }

    /** The same student, as if nothing were said of pausing or taking out. */
    public StudentFacts active() {
        return new StudentFacts(record, listed, noted, Standing.ORDINARY);
    }

    /** The same student, of whom nothing else was said of the second check. */
    public StudentFacts saying(Map<PhotoFact, Noted> said) {
        return new StudentFacts(record, listed, said, standing);
    }

    /** What was said of it; empty: nothing. */
    public Optional<Noted> noted(PhotoFact fact) {
        return Optional.ofNullable(noted.get(fact));
    }

    public boolean says(PhotoFact fact, String value) {
        return noted(fact).filter(said -> said.value().equals(value)).isPresent();
    }

    /** What the registrar's list and the student say of the photo. */
    public PhotoEvidence photo() {
        Optional<Noted> said = noted(PhotoFact.WEB);
        return new PhotoEvidence(
                listed.state(),
                listed.at(),
                said.flatMap(noted -> WebPhoto.of(noted.value())).orElse(WebPhoto.UNKNOWN),
                said.map(Noted::at).orElse(Instant.EPOCH));
    }

    /** Whether a new photo was taken with 新华社, by whoever's word (R27). */
    public boolean isRetaken() {
        return listed.retaken() || says(PhotoFact.RETAKEN, PhotoFact.YES);
    }
}
