package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.Correction;
import gradcheck.domain.EditClass;
import gradcheck.domain.RecordField;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The two questions about key information (R34): did it change while at school, and does 学信网 still show the old value?
 * From the answers follows the way of the proof: R35–R38, R31–R32, or a case that the manual leaves to the secretary (C9).
 */
public final class KeyQuestions {
    /** Changed while at school. */
    public static final String AT_SCHOOL = "在校期间变更";
    /** Wrong since admission. */
    public static final String FROM_THE_START = "入学时就有误";

    static final String UNCERTAIN = "不清楚";
    /** 学信网 still shows the old value. */
    static final String OLD = "未变更";

    static final String NEW = "已变更";

    private static final List<List<String>> SINCE = List.of(
            List.of("在校期间", "在校", "在校期间改的", "入学后改的", "入学后", "上学期间", "大学期间", "后来改的", "改过", "改名了", "改过名"),
            List.of("入学时就错了", "入学就错", "入学时", "入学的时候", "刚入学", "一直是错的", "录错了", "系统录错", "本来就错", "没改过", "高考时", "报名时"),
            List.of("说不清", "不清楚", "不知道", "不确定", "忘了"));
    private static final List<List<String>> WEB = List.of(
            List.of("旧的", "还是旧的", "没改", "也没改", "没变", "都没改", "还没改", "一样是旧的"),
            List.of("新的", "已经是新的", "改了", "已改", "改过来了", "已经改了"),
            List.of("没看过", "没看", "不知道", "不清楚", "不确定", "还没看"));

    private KeyQuestions() {}

    static Question askSince(RecordCase about, Answers answers) {
        Say text = RecordPhrases.SINCE.with("labels", labels(askedSince(about, answers)));
        return new Question(
                text, List.of(new Choice("在校期间改的", "1"), new Choice("入学时就错了", "2"), new Choice("说不清", "3")));
    }

    static Heard hearSince(String said, RecordCase about, Answers answers) {
        int picked = Said.pick(said, SINCE);
        if (picked == 0) {
            return Corrections.instead(said, about, answers);
        }
        String since = List.of(AT_SCHOOL, FROM_THE_START, UNCERTAIN).get(picked - 1);
        List<RecordField> fields = askedSince(about, answers);
        Answers now = answers;
        for (RecordField field : fields) {
            now = Drafts.withDetail(now, Drafts.SINCE, field, since);
        }
        return picked == 1 ? Heard.next(RecordCheck.WEB, now) : guided(fields, about, now);
    }

    static Question askWeb(RecordCase about, Answers answers) {
        Say text = RecordPhrases.WEB.with("labels", labels(askedWeb(about, answers)));
        return new Question(text, List.of(new Choice("还是旧的", "1"), new Choice("已经是新的", "2"), new Choice("没看过", "3")));
    }

    static Heard hearWeb(String said, RecordCase about, Answers answers) {
        int picked = Said.pick(said, WEB);
        if (picked == 0) {
            return Corrections.instead(said, about, answers);
        }
        String web = List.of(OLD, NEW, UNCERTAIN).get(picked - 1);
        List<RecordField> fields = askedWeb(about, answers);
        Answers now = answers;
        for (RecordField field : fields) {
            now = Drafts.withDetail(now, Drafts.WEB, field, web);
        }
        return guided(fields, about, now);
    }

    static boolean hasKeys(RecordCase about, Answers answers) {
        return !keys(about, answers).isEmpty();
    }

    static boolean hasChanged(RecordCase about, Answers answers) {
        return !changed(about, answers).isEmpty();
    }

    /** What is asked about: the fields whose story is not known, or all of them for who has come back to the question. */
    private static List<RecordField> askedSince(RecordCase about, Answers answers) {
        List<RecordField> lacking = lackingSince(about, answers);
        return lacking.isEmpty() ? keys(about, answers) : lacking;
    }

    private static List<RecordField> askedWeb(RecordCase about, Answers answers) {
        List<RecordField> lacking = lackingWeb(about, answers);
        return lacking.isEmpty() ? changed(about, answers) : lacking;
    }

    /** The key drafts whose story is not known yet. */
    static List<RecordField> lackingSince(RecordCase about, Answers answers) {
        return keys(about, answers).stream()
                .filter(f -> Drafts.detail(answers, Drafts.SINCE, f).isEmpty())
                .toList();
    }

    static List<RecordField> lackingWeb(RecordCase about, Answers answers) {
        return changed(about, answers).stream()
                .filter(f -> Drafts.detail(answers, Drafts.WEB, f).isEmpty())
                .toList();
    }

    /** The key drafts that changed while at school. */
    private static List<RecordField> changed(RecordCase about, Answers answers) {
        return keys(about, answers).stream()
                .filter(f -> Drafts.detail(answers, Drafts.SINCE, f)
                        .filter(AT_SCHOOL::equals)
                        .isPresent())
                .toList();
    }

    private static List<RecordField> keys(RecordCase about, Answers answers) {
        return Drafts.in(about, answers).stream()
                .map(Correction::field)
                .filter(f -> f.editClass() == EditClass.KEY)
                .toList();
    }

    private static Heard guided(List<RecordField> fields, RecordCase about, Answers answers) {
        return fields.isEmpty()
                ? Heard.next(Pending.question(about, answers), answers)
                : Heard.next(Pending.question(about, answers), answers, guidance(fields, about, answers));
    }

    /** What to prepare and where to send it, by the story; nothing is promised (R32). */
    private static Say guidance(List<RecordField> fields, RecordCase about, Answers answers) {
        RecordField any = fields.get(0);
        String since = Drafts.detail(answers, Drafts.SINCE, any).orElse(UNCERTAIN);
        String web = Drafts.detail(answers, Drafts.WEB, any).orElse(UNCERTAIN);
        if (since.equals(AT_SCHOOL) && !web.equals(NEW)) {
            return RecordPhrases.PROOF.with(
                    "labels", labels(fields),
                    "mail", about.contacts().proofMail(),
                    "subject", subject(fields, about));
        }
        return since.equals(AT_SCHOOL)
                ? RecordPhrases.HALF_CHANGED.with(
                        "labels", labels(fields), "secretary", about.contacts().secretary())
                : RecordPhrases.FROM_THE_START.with(
                        "labels", labels(fields),
                        "secretary", about.contacts().secretary(),
                        "mail", about.contacts().proofMail());
    }

    private static Say subject(List<RecordField> fields, RecordCase about) {
        return RecordPhrases.SUBJECT.with(
                "year", about.contacts().year(),
                "number", about.student().number(),
                "name", about.student().name(),
                "labels", labels(fields));
    }

    private static String labels(List<RecordField> fields) {
        return fields.stream().map(RecordField::label).collect(Collectors.joining("、"));
    }
}
