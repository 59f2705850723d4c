package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.conversation.Flow;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.conversation.Step;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * 图像校对, the second check on 学信网 (R14, R15, R20–R30, R44–R51).
 *
 * <pre>
 *  ┌─ stuck ──▶ site ─▶ login ─▶ home ─▶ page ─┐    one step at a time; login ◀─▶ account
 *  │ ▼─────────────────────────────────────────┘
 * web (1/4) ─ seen ─▶ own (2/4) ─ right ─▶ retaken (3/4) ─ yes ─▶ newest ─▶ paper
 *  │                   └─ not ─▶ wrong ──────┐  └─ no ──┐                     │
 *  └─ not seen ──────────────────────────────┴─▶ record (4/4) ◀───────────────┘
 *                                                └─ stuck ─▶ submit
 * </pre>
 *
 * Which question comes next is {@link PhotoNext}'s: what is settled is skipped. All settled leads to {@code looked}.
 */
public final class PhotoCheck {
    public static final String NAME = "photo";
    static final String WEB = "web";
    static final String SITE = "site";
    static final String LOGIN = "login";
    static final String ACCOUNT = "account";
    static final String HOME = "home";
    static final String PAGE = "page";
    static final String OWN = "own";
    static final String WRONG = "wrong";
    static final String RETAKEN = "retaken";
    static final String NEWEST = "newest";
    static final String PAPER = "paper";
    static final String RECORD = "record";
    static final String SUBMIT = "submit";
    static final String LOOKED = "looked";

    /** Where somebody may already tell what the photo looks like. */
    private static final Set<String> BEFORE_THE_PHOTO = Set.of(SITE, LOGIN, ACCOUNT, HOME, PAGE, LOOKED);

    private PhotoCheck() {}

    public static Flow<PhotoCase> flow() {
        return new Flow<>(
                NAME,
                List.of(
                        step(WEB, PhotoWeb::ask, PhotoWeb::hear),
                        step(SITE, PhotoGuide::askSite, PhotoGuide::hearSite),
                        step(LOGIN, PhotoGuide::askLogin, PhotoGuide::hearLogin),
                        step(ACCOUNT, PhotoGuide::askAccount, PhotoGuide::hearAccount),
                        step(HOME, PhotoGuide::askHome, PhotoGuide::hearHome),
                        step(PAGE, PhotoGuide::askPage, PhotoGuide::hearPage),
                        step(OWN, PhotoOwn::ask, PhotoOwn::hear),
                        step(WRONG, PhotoOwn::askWrong, PhotoOwn::hearWhich),
                        step(RETAKEN, PhotoRetaken::ask, PhotoRetaken::hear),
                        step(NEWEST, PhotoRetaken::askNewest, PhotoRetaken::hearNewest),
                        step(PAPER, PhotoRetaken::askPaper, PhotoRetaken::hearPaper),
                        step(RECORD, PhotoRecord::ask, PhotoRecord::hear),
                        step(SUBMIT, PhotoRecord::askSubmit, PhotoRecord::hearSubmit),
                        step(LOOKED, PhotoCheck::askLooked, PhotoCheck::hearLooked)));
    }

    /** The check at what is still open. */
    public static Conversation begun(PhotoCase about) {
        String open = PhotoNext.question(about, Answers.NONE);
        return Conversation.at(NAME, open.equals(PhotoNext.END) ? LOOKED : open);
    }

    /** Whether a begun check goes on where an earlier one stopped. */
    public static boolean isResumed(Conversation begun) {
        return !begun.question().equals(WEB) && !begun.question().equals(LOOKED);
    }

    /** The check from its first question, whatever was settled before. */
    public static Conversation again() {
        return new Conversation(NAME, WEB, fromTheStart(), List.of());
    }

    /** Whether somebody wants to see it all once more. */
    public static boolean isAgain(String said) {
        return Said.word(said, List.of(PhotoWords.AGAIN)) == 1;
    }

    private static Answers fromTheStart() {
        return Answers.NONE.with(PhotoNext.AGAIN, "是");
    }

    private static Step<PhotoCase> step(
            String name, BiFunction<PhotoCase, Answers, Question> ask, Step.Hearing<PhotoCase> hearing) {
        return new Step<>(name, ask, (said, about, answers) -> hear(name, said, about, answers, hearing));
    }

    /** What is said at any question: no secrets, everything once more, the answer itself, then trouble on the way. */
    private static Heard hear(
            String name, String said, PhotoCase about, Answers answers, Step.Hearing<PhotoCase> hearing) {
        if (PhotoSecrets.isOffered(said, name.equals(WEB) || BEFORE_THE_PHOTO.contains(name))) {
            return new Heard.Refused(PhotoPhrases.SECRET.say());
        }
        if (isAgain(said)) {
            return Heard.next(WEB, fromTheStart());
        }
        Heard heard = hearing.hear(said, about, answers);
        if (!(heard instanceof Heard.NotAnAnswer)) {
            return heard;
        }
        Heard trouble = PhotoGuide.hearTrouble(said, about, answers);
        return trouble instanceof Heard.NotAnAnswer && BEFORE_THE_PHOTO.contains(name)
                ? PhotoWeb.hearWords(said, about, answers)
                : trouble;
    }

    private static Question askLooked(PhotoCase about, Answers answers) {
        return new Question(PhotoPhrases.LOOKED.say(), List.of(new Choice("不用了", "1"), new Choice("重新看一遍", "2")));
    }

    private static Heard hearLooked(String said, PhotoCase about, Answers answers) {
        return switch (Said.pick(
                said, List.of(List.of("不用了", "不用", "不", "好", "好了", "看进度", "没了"), List.of("重新看一遍", "要", "看")))) {
            case 1 -> new Heard.Ended(List.of(), List.of());
            case 2 -> Heard.next(WEB, fromTheStart());
            default -> new Heard.NotAnAnswer();
        };
    }
}
