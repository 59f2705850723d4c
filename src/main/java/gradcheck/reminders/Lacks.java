package gradcheck.reminders;

import gradcheck.store.Situations.Review;
import gradcheck.store.Situations.Situation;
import gradcheck.verification.CorrectionState;
import gradcheck.verification.PaperPhoto;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.Season;
import gradcheck.verification.WebPhoto;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a student still has to do, from what is stored now. Only what is the student's own next act: what waits for a
 * secretary or the registrar is nobody's lack, and after its deadline nothing is reminded of any more.
 */
final class Lacks {
    private final Season season;

    Lacks(Season season) {
        this.season = season;
    }

    /** The most urgent first: by deadline, what has none after it. */
    List<Lack> of(Situation who, LocalDate today) {
        if (!who.standing().isReminded()) {
            return List.of();
        }
        List<Lack> lacks = new ArrayList<>();
        if (season.recordOpens().filter(today::isBefore).isEmpty()) {
            record(who, lacks);
        }
        photo(who, lacks);
        lacks.removeIf(lack -> lack.deadline().filter(today::isAfter).isPresent());
        lacks.sort(Comparator.comparing((Lack lack) -> lack.deadline().orElse(LocalDate.MAX))
                .thenComparing(Lack::audience));
        return lacks;
    }

    private void record(Situation who, List<Lack> lacks) {
        Optional<LocalDate> closes = who.standing().until().or(season::recordCloses);
        if (who.version() == 0) {
            lacks.add(Lack.of(Audience.UNCONFIRMED, closes));
            return;
        }
        if (who.reopened()) {
            lacks.add(Lack.of(Audience.REOPENED, closes));
            return;
        }
        List<Review> back = reviews(who, CorrectionState.SENT_BACK).stream()
                .filter(r -> r.version() == who.version())
                .toList();
        List<Review> due = reviews(who, CorrectionState.MATERIAL_DUE);
        if (!back.isEmpty()) {
            lacks.add(new Lack(Audience.SENT_BACK, closes, back));
        }
        if (!due.isEmpty()) {
            lacks.add(new Lack(Audience.MATERIAL_DUE, closes, due));
        }
        if (who.postponed()) {
            lacks.add(Lack.of(Audience.PARTY, closes));
        }
        if (season.registrationRequired() && who.said(PhotoFact.SUBMITTED).isEmpty()) {
            lacks.add(Lack.of(Audience.UNSUBMITTED, closes));
        }
    }

    /** R25's date is for collecting; for looking at the photo nobody has set one. */
    private void photo(Situation who, List<Lack> lacks) {
        Optional<LocalDate> deadline = Optional.of(season.photoDeadline());
        switch (who.webPhoto()) {
            case NOT_COLLECTED -> lacks.add(Lack.of(Audience.NOT_COLLECTED, deadline));
            case UNKNOWN -> lacks.add(Lack.of(Audience.PHOTO_UNKNOWN, deadline));
            case ONLINE -> {
                boolean looked = who.said(PhotoFact.OWN_CHECK).isPresent()
                        && who.said(PhotoFact.CHSI_RECORD).isPresent();
                if (!looked) {
                    lacks.add(Lack.of(Audience.UNCHECKED, Optional.empty()));
                }
            }
            case COLLECTED -> {
                // Taken, and weeks may pass before it shows: there is nothing to be done.
            }
        }
        if (isRetakeOpen(who)) {
            lacks.add(Lack.of(Audience.RETAKE, Optional.empty()));
        }
    }

    /** R27–R29: who has had a new photo taken says whether the newest is online, and brings the newest on paper. */
    private static boolean isRetakeOpen(Situation who) {
        boolean retaken = who.photo().retaken() || who.says(PhotoFact.RETAKEN, PhotoFact.YES);
        boolean unsaid = who.said(PhotoFact.NEWEST).isEmpty();
        boolean paperOld = !who.says(PhotoFact.PAPER, PaperPhoto.HANDED_IN.title());
        return retaken && who.webPhoto() == WebPhoto.ONLINE && (unsaid || paperOld);
    }

    private static List<Review> reviews(Situation who, CorrectionState state) {
        return who.reviews().stream().filter(r -> r.state() == state).toList();
    }
}
