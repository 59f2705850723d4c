package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.WebPhoto;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.language.Said;
import gradcheck.language.WordGroup;
import gradcheck.message.Choices;
import gradcheck.message.Phrase.Say;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Is the photo there (R15, R20–R26)? Where the answer contradicts the registrar's list both are kept, and the student is
 * told whom to call.
 */
final class PhotoWeb {
    private static final ChoiceQuestion<PhotoCase> QUESTION = ChoiceQuestion.<PhotoCase>of(PhotoPhrases.WEB_CHOICES)
            .asks(PhotoWeb::ask)
            .offering(PhotoWeb::offered)
            .on("seen", (about, answers) -> seen(answers).on(about, seenBut(about)))
            .on("notTaken", PhotoWeb::notTaken)
            .on("taken", PhotoWeb::taken)
            .on("stuck", PhotoWeb::stuck)
            .on("stillStuck", PhotoWeb::stuck)
            .on("notSeen", (about, answers) -> new Heard.Refused(PhotoPhrases.WHICH.say()))
            .implies("notTaken", "notSeen")
            .implies("taken", "notSeen")
            .implies("seen", "taken")
            .denied("seen", "notSeen")
            // Who has looked already says at once what it looks like.
            .on("allRight", PhotoWeb::allRight)
            .on("photoRight", PhotoWeb::photoRight)
            .on("photoWrong", PhotoWeb::photoWrong)
            .on("notMe", (about, answers) -> PhotoOwn.notMe(about, seen(answers), seenBut(about)))
            .implies("allRight", "seen", "taken", "photoRight")
            .implies("photoRight", "seen", "taken")
            .implies("photoWrong", "seen", "taken")
            .implies("notMe", "seen", "taken", "photoWrong")
            .ignoring("else");

    private static final Set<String> DENIED = Set.of("notSeen", "notTaken", "taken");

    private PhotoWeb() {}

    static ChoiceQuestion<PhotoCase> question() {
        return QUESTION;
    }

    /** Said at a later question: there is no photo after all. What was noted of it is taken back. */
    static Heard hearDenied(Said said, PhotoCase about, Answers answers) {
        Optional<String> choice = said.word(QUESTION.heardAs());
        boolean isSeenAfterAll = choice.filter(DENIED::contains).isEmpty();
        if (isSeenAfterAll) {
            return new Heard.NotAnAnswer();
        }
        Answers before = answers.without(PhotoFact.OWN_CHECK.name()).without(PhotoFact.RETAKEN.name());
        return switch (choice.get()) {
            case "notTaken" -> notTaken(about, before);
            case "taken" -> taken(about, before);
            default -> {
                PhotoNotes unknown = PhotoNotes.to(before).note(PhotoFact.WEB, WebPhoto.UNKNOWN.title());
                Answers open = unknown.answers().without(PhotoFact.WEB.name());
                yield new Heard.Next(PhotoCheck.WEB, open, unknown.effects(), List.of(PhotoPhrases.BACK_TO_WEB.say()));
            }
        };
    }

    /** 学信网学籍我看了，都对的: of the record, and nothing of the photo. */
    static boolean isAboutTheRecord(Said said) {
        return said.holds(WordGroup.RECORD_SIGNS)
                && !said.holds(WordGroup.OWN_PICTURE)
                && !said.isQuestion()
                && said.word(QUESTION.heardAs()).filter("allRight"::equals).isPresent();
    }

    static Heard recordRight(PhotoCase about, Answers answers) {
        return PhotoNotes.to(answers)
                .note(PhotoFact.CHSI_RECORD, PhotoFact.RIGHT)
                .on(about, PhotoPhrases.NOTED_RECORD.say());
    }

    private static Question ask(PhotoCase about, Answers answers, Choices offered) {
        Say known =
                switch (about.photo().listed()) {
                    case UNKNOWN -> PhotoPhrases.KNOWN_UNKNOWN.say();
                    case NOT_COLLECTED -> PhotoPhrases.KNOWN_NOT_COLLECTED.say();
                    case COLLECTED -> PhotoPhrases.KNOWN_COLLECTED.say();
                    case ONLINE -> PhotoPhrases.KNOWN_ONLINE.say();
                };
        Say text = answers.has(PhotoGuide.GUIDED)
                ? ChoiceQuestion.saying(PhotoPhrases.WEB_GUIDED, offered)
                : ChoiceQuestion.saying(PhotoPhrases.WEB, offered, "known", known);
        return new Question(text, ChoiceQuestion.saying(PhotoPhrases.WEB_BRIEF, offered), offered);
    }

    private static Choices offered(PhotoCase about, Answers answers) {
        String stuck = answers.has(PhotoGuide.GUIDED) ? "stillStuck" : "stuck";
        return PhotoPhrases.WEB_CHOICES.only("seen", "notTaken", "taken", stuck);
    }

    private static Heard stuck(PhotoCase about, Answers answers) {
        return Heard.next(PhotoCheck.SITE, answers);
    }

    private static Heard allRight(PhotoCase about, Answers answers) {
        return seen(answers)
                .note(PhotoFact.OWN_CHECK, PhotoFact.RIGHT)
                .note(PhotoFact.CHSI_RECORD, PhotoFact.RIGHT)
                .on(about, seenBut(about, PhotoPhrases.NOTED_ALL_RIGHT.say()));
    }

    private static Heard photoRight(PhotoCase about, Answers answers) {
        return seen(answers).note(PhotoFact.OWN_CHECK, PhotoFact.RIGHT).on(about, seenBut(about));
    }

    private static Heard photoWrong(PhotoCase about, Answers answers) {
        PhotoNotes seen = seen(answers);
        return new Heard.Next(PhotoCheck.WRONG, seen.answers(), seen.effects(), List.of(seenBut(about)));
    }

    private static PhotoNotes seen(Answers answers) {
        return PhotoNotes.to(answers).note(PhotoFact.WEB, WebPhoto.ONLINE.title());
    }

    private static Say[] seenBut(PhotoCase about, Say... before) {
        if (about.photo().listed() != WebPhoto.NOT_COLLECTED) {
            return before;
        }
        Say[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = PhotoPhrases.SEEN_BUT_NOT.with("phone", about.phone());
        return more;
    }

    private static Heard notTaken(PhotoCase about, Answers answers) {
        WebPhoto listed = about.photo().listed();
        Say what = listed == WebPhoto.COLLECTED || listed == WebPhoto.ONLINE
                ? PhotoPhrases.IS_BUT_NOT_TAKEN.with("state", listed.title(), "phone", about.phone())
                : notCollected(about);
        return PhotoNotes.to(answers)
                .note(PhotoFact.WEB, WebPhoto.NOT_COLLECTED.title())
                .on(about, what);
    }

    private static Say notCollected(PhotoCase about) {
        String deadline = about.contacts().photoDeadline();
        return about.isLate()
                ? PhotoPhrases.NOT_COLLECTED_LATE.with("phone", about.phone(), "deadline", deadline)
                : PhotoPhrases.NOT_COLLECTED.with("phone", about.phone(), "deadline", deadline);
    }

    private static Heard taken(PhotoCase about, Answers answers) {
        String deadline = about.contacts().photoDeadline();
        Say what =
                switch (about.photo().listed()) {
                    case NOT_COLLECTED -> PhotoPhrases.TAKEN_BUT_NOT.with("phone", about.phone(), "deadline", deadline);
                    case ONLINE -> PhotoPhrases.ONLINE_BUT_NOT.with("phone", about.phone());
                    case UNKNOWN, COLLECTED -> PhotoPhrases.COLLECTED.with(
                            "phone", about.phone(),
                            "deadline", deadline,
                            "date", Season.said(about.today().plusDays(Season.PHOTO_LOOK_AGAIN_DAYS)));
                };
        return PhotoNotes.to(answers)
                .note(PhotoFact.WEB, WebPhoto.COLLECTED.title())
                .on(about, what);
    }
}
