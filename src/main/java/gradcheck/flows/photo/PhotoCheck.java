package gradcheck.flows.photo;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.conversation.Flow;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Step;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.language.ChoiceSet;
import gradcheck.language.Language;
import gradcheck.language.Said;
import gradcheck.language.WordGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private static final ChoiceSet SEE_IT_AGAIN = ChoiceSet.words("photo.again", "again");

    private static final ChoiceQuestion<PhotoCase> LOOKED_AT_ALL = ChoiceQuestion.<PhotoCase>of(
                    PhotoPhrases.LOOKED_CHOICES)
            .asks(PhotoPhrases.LOOKED)
            .on("enough", (about, answers) -> new Heard.Ended(List.of(), List.of()))
            .on("again", (about, answers) -> Heard.next(WEB, fromTheStart()));

    private PhotoCheck() {}

    /** @param language how what is said is heard */
    public static Flow<PhotoCase> flow(Language language) {
        List<Step<PhotoCase>> steps = new ArrayList<>();
        questions()
                .forEach((name, question) -> steps.add(new Step<>(
                        name,
                        question::ask,
                        (said, about, answers) -> hear(name, question, language.hear(said), about, answers))));
        return new Flow<>(NAME, steps);
    }

    /** The questions in order, by name. */
    static Map<String, ChoiceQuestion<PhotoCase>> questions() {
        Map<String, ChoiceQuestion<PhotoCase>> questions = new LinkedHashMap<>();
        questions.put(WEB, PhotoWeb.question());
        questions.put(SITE, PhotoGuide.site());
        questions.put(LOGIN, PhotoGuide.login());
        questions.put(ACCOUNT, PhotoGuide.account());
        questions.put(HOME, PhotoGuide.home());
        questions.put(PAGE, PhotoGuide.page());
        questions.put(OWN, PhotoOwn.own());
        questions.put(WRONG, PhotoOwn.wrong());
        questions.put(RETAKEN, PhotoRetaken.retaken());
        questions.put(NEWEST, PhotoRetaken.newest());
        questions.put(PAPER, PhotoRetaken.paper());
        questions.put(RECORD, PhotoRecord.record());
        questions.put(SUBMIT, PhotoRecord.submit());
        questions.put(LOOKED, LOOKED_AT_ALL);
        return questions;
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
    public static boolean isAgain(Said said) {
        return said.word(SEE_IT_AGAIN).isPresent();
    }

    /** Whether words can be about nothing else but this check. */
    public static boolean isAbout(Said said) {
        return said.holds(WordGroup.PHOTO_SIGNS) && !said.holds(WordGroup.OTHER_PICTURES) && !said.isQuestion();
    }

    /** Whether a begun check asks anything about the photo or the record there. */
    public static boolean hasQuestion(Conversation begun) {
        return !begun.question().equals(LOOKED);
    }

    private static Answers fromTheStart() {
        return Answers.NONE.with(PhotoNext.AGAIN, "yes");
    }

    /** What is said at any question: no secrets, everything once more, the answer itself, then trouble on the way. */
    private static Heard hear(
            String name, ChoiceQuestion<PhotoCase> question, Said said, PhotoCase about, Answers answers) {
        boolean isOnTheWay = BEFORE_THE_PHOTO.contains(name);
        if (PhotoSecrets.isOffered(said.text(), name.equals(WEB) || isOnTheWay)) {
            return new Heard.Refused(PhotoPhrases.SECRET.say());
        }
        if (isAgain(said)) {
            return Heard.next(WEB, fromTheStart());
        }
        if (name.equals(WEB) && PhotoWeb.isAboutTheRecord(said)) {
            return PhotoWeb.recordRight(about, answers);
        }
        Heard heard = question.hear(said, about, answers);
        if (!(heard instanceof Heard.NotAnAnswer)) {
            return heard;
        }
        Heard trouble = PhotoGuide.hearTrouble(said, about, answers);
        if (!(trouble instanceof Heard.NotAnAnswer)) {
            return trouble;
        }
        if (isOnTheWay && !name.equals(LOOKED)) {
            return PhotoWeb.question().hearWords(said, about, answers);
        }
        Heard back = name.equals(WEB) ? trouble : PhotoWeb.hearDenied(said, about, answers);
        boolean isLeft = back instanceof Heard.NotAnAnswer && said.holds(WordGroup.LEAVES) && !said.isQuestion();
        return isLeft ? new Heard.Ended(List.of(), List.of(PhotoPhrases.LEFT.say())) : back;
    }
}
