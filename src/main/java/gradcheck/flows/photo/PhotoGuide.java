package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.domain.Season;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.language.Said;
import gradcheck.message.Choices;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.util.function.BiFunction;

/**
 * The way to the photo, one step at a time, for who is stuck (R22, R23), and what to do about an account (R44–R51). After
 * each step: done, or stuck here.
 */
final class PhotoGuide {
    /** Kept among the answers of who was led to the photo: the way needs no telling again. */
    static final String GUIDED = "guided";

    private static final String YES = "yes";

    private static final ChoiceQuestion<PhotoCase> SITE = step(
            PhotoPhrases.SITE,
            (about, answers) -> Heard.next(PhotoCheck.LOGIN, answers),
            (about, answers) -> new Heard.Refused(PhotoPhrases.SITE_STUCK.say()));
    private static final ChoiceQuestion<PhotoCase> ACCOUNT = ChoiceQuestion.<PhotoCase>of(PhotoPhrases.ACCOUNT_CHOICES)
            .asks(PhotoPhrases.ACCOUNT)
            .on("unregistered", PhotoGuide::unregistered)
            .on("forgotten", PhotoGuide::forgotten)
            .on("phoneChanged", PhotoGuide::phoneChanged)
            .on("missing", PhotoGuide::missing)
            .on("other", (about, answers) -> again(answers, PhotoPhrases.OTHER_TROUBLE, about))
            // The trouble is over before it was told.
            .on("loggedIn", (about, answers) -> Heard.next(PhotoCheck.HOME, answers))
            .implies("unregistered", "other")
            .implies("forgotten", "other")
            .implies("phoneChanged", "forgotten", "other")
            .implies("missing", "loggedIn");
    private static final ChoiceQuestion<PhotoCase> LOGIN = step(
                    PhotoPhrases.LOGIN,
                    (about, answers) -> Heard.next(PhotoCheck.HOME, answers),
                    (about, answers) -> Heard.next(PhotoCheck.ACCOUNT, answers))
            .otherwise(ACCOUNT::hearWords);
    private static final ChoiceQuestion<PhotoCase> HOME = step(
            PhotoPhrases.HOME,
            (about, answers) -> Heard.next(PhotoCheck.PAGE, answers),
            (about, answers) -> new Heard.Refused(PhotoPhrases.HOME_STUCK.with("phone", about.phone())));
    private static final ChoiceQuestion<PhotoCase> PAGE = step(
            PhotoPhrases.PAGE,
            (about, answers) -> Heard.next(PhotoCheck.WEB, answers.with(GUIDED, YES)),
            (about, answers) -> new Heard.Refused(PhotoPhrases.PAGE_STUCK.with("phone", about.phone())));
    /** Told at whatever question; a long story is none of these. */
    private static final ChoiceQuestion<PhotoCase> TROUBLE = ChoiceQuestion.<PhotoCase>of(Choices.of("photo.trouble"))
            .on("unregistered", PhotoGuide::unregistered)
            .on("forgotten", PhotoGuide::forgotten)
            .on("phoneChanged", PhotoGuide::phoneChanged)
            .on("missing", PhotoGuide::missing)
            .on("noLogin", (about, answers) -> Heard.next(PhotoCheck.ACCOUNT, answers))
            .on("noEntry", PhotoGuide::noEntry)
            .on("noSite", (about, answers) -> Heard.next(PhotoCheck.SITE, answers, PhotoPhrases.SITE_STUCK.say()))
            .implies("unregistered", "noLogin")
            .implies("forgotten", "noLogin")
            .implies("phoneChanged", "forgotten", "noLogin");

    private PhotoGuide() {}

    static ChoiceQuestion<PhotoCase> site() {
        return SITE;
    }

    static ChoiceQuestion<PhotoCase> login() {
        return LOGIN;
    }

    static ChoiceQuestion<PhotoCase> account() {
        return ACCOUNT;
    }

    static ChoiceQuestion<PhotoCase> home() {
        return HOME;
    }

    static ChoiceQuestion<PhotoCase> page() {
        return PAGE;
    }

    /** Somebody tells of a trouble on the way. */
    static Heard hearTrouble(Said said, PhotoCase about, Answers answers) {
        return TROUBLE.hearWords(said, about, answers);
    }

    private static ChoiceQuestion<PhotoCase> step(
            Phrase phrase, BiFunction<PhotoCase, Answers, Heard> done, BiFunction<PhotoCase, Answers, Heard> stuck) {
        return ChoiceQuestion.<PhotoCase>of(PhotoPhrases.STEP_CHOICES)
                .asks(phrase)
                .on("done", done)
                .on("stuck", stuck)
                .denied("done", "stuck");
    }

    private static Heard unregistered(PhotoCase about, Answers answers) {
        return again(answers, PhotoPhrases.UNREGISTERED, about);
    }

    private static Heard forgotten(PhotoCase about, Answers answers) {
        return again(answers, PhotoPhrases.FORGOTTEN, about);
    }

    private static Heard phoneChanged(PhotoCase about, Answers answers) {
        return again(answers, PhotoPhrases.PHONE_CHANGED, about);
    }

    /** The login is tried once more. */
    private static Heard again(Answers answers, Phrase advice, PhotoCase about) {
        return Heard.next(PhotoCheck.LOGIN, answers, advice.with("help", help(about)));
    }

    /** Who is logged in goes on from there. */
    private static Heard missing(PhotoCase about, Answers answers) {
        return Heard.next(PhotoCheck.HOME, answers, PhotoPhrases.MISSING.with("phone", about.phone()));
    }

    private static Heard noEntry(PhotoCase about, Answers answers) {
        return Heard.next(PhotoCheck.PAGE, answers, PhotoPhrases.PAGE_STUCK.with("phone", about.phone()));
    }

    /** Where 学信网 itself helps (R47–R51). */
    static Say help(PhotoCase about) {
        Season.Chsi chsi = about.season().chsi();
        return PhotoPhrases.CHSI_HELP.with("account", chsi.account(), "phone", chsi.phone(), "mail", chsi.mail());
    }
}
