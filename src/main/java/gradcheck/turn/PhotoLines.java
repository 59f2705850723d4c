package gradcheck.turn;

import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.verification.Noted;
import gradcheck.verification.PaperPhoto;
import gradcheck.verification.PhotoEvidence;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.Season;
import gradcheck.verification.WebPhoto;
import java.time.LocalDate;
import java.util.Optional;

/** The second check in the list of progress: both the registrar's word and the student's where they differ. */
final class PhotoLines {
    private static final String WORD = "图像校对";

    private final StudentView view;
    private final LocalDate today;
    private final Checklist list;

    PhotoLines(StudentView view, LocalDate today, Checklist list) {
        this.view = view;
        this.today = today;
        this.list = list;
    }

    void write() {
        web();
        own();
        if (isRetaken()) {
            newest();
        }
        paper();
        record();
    }

    private void web() {
        PhotoEvidence photo = view.photo();
        String date = list.day(photo.at());
        if (photo.isDisputed()) {
            list.urgent(disputed(photo), call());
            return;
        }
        switch (photo.state()) {
            case UNKNOWN -> list.open(PhotoLinePhrases.UNKNOWN.say(), WORD);
            case NOT_COLLECTED -> list.urgent(notCollected(photo), call());
            case COLLECTED -> collected(photo, date);
            case ONLINE -> list.settled(
                    photo.listed() == WebPhoto.ONLINE
                            ? PhotoLinePhrases.ONLINE.with("date", date)
                            : PhotoLinePhrases.ONLINE_SAID.with("date", date));
        }
    }

    private Say call() {
        return PhotoLinePhrases.CALL.with("phone", phone());
    }

    private Say notCollected(PhotoEvidence photo) {
        boolean isLate = today.isAfter(view.season().photoDeadline());
        Phrase phrase = isLate ? PhotoLinePhrases.NOT_COLLECTED_LATE : PhotoLinePhrases.NOT_COLLECTED;
        return phrase.with(
                "state", photo.isWordOnly() ? said(photo) : PhotoLinePhrases.LISTED_NOT_COLLECTED.say(),
                "phone", phone(),
                "deadline", view.contacts().photoDeadline());
    }

    private static Say said(PhotoEvidence photo) {
        return switch (photo.said()) {
            case ONLINE -> PhotoLinePhrases.SAID_SEEN.say();
            case COLLECTED -> PhotoLinePhrases.SAID_TAKEN.say();
            case NOT_COLLECTED, UNKNOWN -> PhotoLinePhrases.SAID_NOT_TAKEN.say();
        };
    }

    private Say disputed(PhotoEvidence photo) {
        return PhotoLinePhrases.DISPUTED.with(
                "state", photo.listed().title(),
                "listDate", list.day(photo.listedAt()),
                "said", said(photo),
                "date", list.day(photo.saidAt()),
                "phone", phone());
    }

    /** Who was photographed in time has done their part, but has to look once more (C8). */
    private void collected(PhotoEvidence photo, String date) {
        LocalDate look = lastLook(photo).plusDays(Season.PHOTO_LOOK_AGAIN_DAYS);
        if (!look.isAfter(today)) {
            list.open(PhotoLinePhrases.COLLECTED_DUE.with("date", date), WORD);
            return;
        }
        String again = Season.said(look);
        list.waiting(
                photo.isWordOnly()
                        ? PhotoLinePhrases.COLLECTED_SAID.with("date", date, "look", again)
                        : PhotoLinePhrases.COLLECTED.with("date", date, "look", again));
    }

    /** The last day on which the list or the student has said that it isn't there yet. */
    private LocalDate lastLook(PhotoEvidence photo) {
        var at = photo.saidAt().isAfter(photo.at()) ? photo.saidAt() : photo.at();
        return at.atZone(view.season().zone()).toLocalDate();
    }

    private void own() {
        Optional<Noted> noted = view.fact(PhotoFact.OWN_CHECK);
        if (noted.isEmpty()) {
            if (isOnline()) {
                list.open(PhotoLinePhrases.OWN_OPEN.say(), WORD);
            } else {
                list.waiting(PhotoLinePhrases.OWN_NOT_YET.say());
            }
            return;
        }
        String date = list.day(noted.get().at());
        switch (noted.get().value()) {
            case PhotoFact.RIGHT -> list.settled(PhotoLinePhrases.OWN_RIGHT.with("date", date));
            case PhotoFact.AWAITS_NEW -> list.waiting(PhotoLinePhrases.OWN_AWAITS.with("date", date));
            default -> list.later(PhotoLinePhrases.OWN_WRONG.with("date", date, "phone", phone()), call());
        }
    }

    private void newest() {
        Optional<Noted> noted = view.fact(PhotoFact.NEWEST);
        if (noted.isEmpty()) {
            ask(PhotoLinePhrases.NEWEST_OPEN.say());
        } else if (view.says(PhotoFact.NEWEST, PhotoFact.YES)) {
            list.settled(PhotoLinePhrases.NEWEST_RIGHT.with(
                    "date", list.day(noted.get().at())));
        } else {
            list.later(
                    PhotoLinePhrases.NEWEST_WRONG.with(
                            "date", list.day(noted.get().at()), "phone", phone()),
                    call());
        }
    }

    private void paper() {
        Optional<Noted> noted = view.fact(PhotoFact.PAPER);
        if (noted.isEmpty()) {
            if (isRetaken()) {
                ask(PhotoLinePhrases.PAPER_OPEN.say());
            }
            return;
        }
        String date = list.day(noted.get().at());
        Say bring =
                PhotoLinePhrases.PAPER_BRING.with("secretary", view.contacts().secretary());
        switch (PaperPhoto.of(noted.get().value()).orElse(PaperPhoto.HANDED_IN)) {
            case HANDED_IN -> list.settled(PhotoLinePhrases.PAPER_RIGHT.with("date", date));
            case TO_BE_RENEWED -> list.later(PhotoLinePhrases.PAPER_OLD.with("date", date), bring);
            case NOT_HANDED_IN -> list.later(PhotoLinePhrases.PAPER_NONE.with("date", date), bring);
        }
    }

    private void record() {
        Optional<Noted> noted = view.fact(PhotoFact.CHSI_RECORD);
        if (noted.isEmpty()) {
            list.open(PhotoLinePhrases.CHSI_OPEN.say(), WORD);
            return;
        }
        String date = list.day(noted.get().at());
        if (noted.get().value().equals(PhotoFact.RIGHT)) {
            list.settled(PhotoLinePhrases.CHSI_RIGHT.with("date", date));
        } else {
            list.later(PhotoLinePhrases.CHSI_WRONG.with("date", date, "phone", phone()), call());
        }
    }

    /** What the flow asks once the photo is there; before that nobody is sent to a question that won't come. */
    private void ask(Say line) {
        if (isOnline() && !view.says(PhotoFact.OWN_CHECK, PhotoFact.WRONG)) {
            list.open(line, WORD);
        } else {
            list.waiting(line);
        }
    }

    private boolean isRetaken() {
        return view.student().retaken() || view.says(PhotoFact.RETAKEN, PhotoFact.YES);
    }

    private boolean isOnline() {
        return view.photo().state() == WebPhoto.ONLINE || view.says(PhotoFact.WEB, WebPhoto.ONLINE.title());
    }

    private String phone() {
        return view.contacts().officePhone();
    }
}
