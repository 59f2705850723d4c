package gradcheck.turn.student;

import gradcheck.domain.PhotoEvidence;
import gradcheck.domain.Season;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.Actor;
import gradcheck.domain.status.Status;
import gradcheck.domain.status.Task;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.time.LocalDate;
import java.util.Optional;

/** The second check in the list of progress: both the registrar's word and the student's where they differ. */
final class PhotoLines {
    private final StudentView view;
    private final Status status;
    private final LocalDate today;

    PhotoLines(StudentView view, Status status, LocalDate today) {
        this.view = view;
        this.status = status;
        this.today = today;
    }

    /** The line of one task; a paper photo that nobody owes has none. */
    Optional<Say> of(Task task) {
        return switch (task.kind()) {
            case WEB_PHOTO -> Optional.of(web(task));
            case OWN_CHECK -> Optional.of(own(task));
            case NEWEST -> Optional.of(newest(task));
            case PAPER -> paper(task);
            default -> Optional.of(record(task));
        };
    }

    private Say web(Task task) {
        PhotoEvidence photo = status.photo();
        String date = Checklist.day(view, photo.at());
        if (photo.isDisputed()) {
            return disputed(photo);
        }
        return switch (task.state()) {
            case UNCOLLECTED -> notCollected(photo);
            case COLLECTED -> collected(task, photo, date);
            case ONLINE -> photo.listed() == WebPhoto.ONLINE
                    ? PhotoLinePhrases.ONLINE.with("date", date)
                    : PhotoLinePhrases.ONLINE_SAID.with("date", date);
            default -> PhotoLinePhrases.UNKNOWN.say();
        };
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
                "listDate", Checklist.day(view, photo.listedAt()),
                "said", said(photo),
                "date", Checklist.day(view, photo.saidAt()),
                "phone", phone());
    }

    private Say collected(Task task, PhotoEvidence photo, String date) {
        if (task.turn() == Actor.STUDENT) {
            return PhotoLinePhrases.COLLECTED_DUE.with("date", date);
        }
        String look = Season.said(status.lookAgain());
        return photo.isWordOnly()
                ? PhotoLinePhrases.COLLECTED_SAID.with("date", date, "look", look)
                : PhotoLinePhrases.COLLECTED.with("date", date, "look", look);
    }

    private Say own(Task task) {
        return switch (task.state()) {
            case OWN_RIGHT -> PhotoLinePhrases.OWN_RIGHT.with("date", date(task));
            case OWN_AWAITS_NEW -> PhotoLinePhrases.OWN_AWAITS.with("date", date(task));
            case OWN_WRONG -> PhotoLinePhrases.OWN_WRONG.with("date", date(task), "phone", phone());
            default -> task.turn() == Actor.STUDENT
                    ? PhotoLinePhrases.OWN_OPEN.say()
                    : PhotoLinePhrases.OWN_NOT_YET.say();
        };
    }

    private Say newest(Task task) {
        return switch (task.state()) {
            case NEWEST_ONLINE -> PhotoLinePhrases.NEWEST_RIGHT.with("date", date(task));
            case NEWEST_MISSING -> PhotoLinePhrases.NEWEST_WRONG.with("date", date(task), "phone", phone());
            default -> PhotoLinePhrases.NEWEST_OPEN.say();
        };
    }

    private Optional<Say> paper(Task task) {
        if (task.since().isEmpty()) {
            return task.isDone() ? Optional.empty() : Optional.of(PhotoLinePhrases.PAPER_OPEN.say());
        }
        Phrase phrase =
                switch (task.state()) {
                    case PAPER_IN -> PhotoLinePhrases.PAPER_RIGHT;
                    case PAPER_OUTDATED -> PhotoLinePhrases.PAPER_OLD;
                    default -> PhotoLinePhrases.PAPER_NONE;
                };
        return Optional.of(phrase.with("date", date(task)));
    }

    private Say record(Task task) {
        return switch (task.state()) {
            case CHSI_RIGHT -> PhotoLinePhrases.CHSI_RIGHT.with("date", date(task));
            case CHSI_WRONG -> PhotoLinePhrases.CHSI_WRONG.with("date", date(task), "phone", phone());
            default -> PhotoLinePhrases.CHSI_OPEN.say();
        };
    }

    private String date(Task task) {
        return task.since().map(at -> Checklist.day(view, at)).orElse("");
    }

    private String phone() {
        return view.contacts().officePhone();
    }
}
