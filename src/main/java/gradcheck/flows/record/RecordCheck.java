package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.conversation.Flow;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.conversation.Step;
import gradcheck.domain.Correction;
import gradcheck.domain.RecordField;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * 学籍核对, the first check (R04–R19); what a correction still needs is asked before the summary (R11, R34, R43).
 *
 * <pre>
 * notice ──已阅读──▶ record ──无误──▶ (holding) ──▶ summary ──我确认──▶ (receipt)
 *   reason ────────▶ │ ▲  ▲                            │
 *       5, 民族 ──────▼ │  └───────── another ─────────┘
 *                  value ──▶ since ──▶ web ──▶ party ──▶ summary
 *              取消 ──▶ drop
 * </pre>
 */
public final class RecordCheck {
    public static final String NAME = "record";

    static final String NOTICE = "notice";
    static final String REASON = "reason";
    static final String RECORD = "record";
    static final String HOLDING = "holding";
    static final String VALUE = "value";
    public static final String SINCE = "since";
    public static final String WEB = "web";
    static final String PARTY = "party";
    static final String DROP = "drop";
    static final String DROP_ALL = "drop-all";
    public static final String SUMMARY = "summary";

    private static final String[] ALL_RIGHT = {
        "无误", "没有错", "没错", "都对", "全对", "没问题", "没有了", "没有误", "信息无误", "全部无误", "都没错", "没毛病"
    };

    /** Said below the remark, these are about the record; everything else there says that the remark is right. */
    private static final String[] NO_FAULT = {"没有错", "没错", "信息无误", "信息没有错", "信息没错", "都没错"};

    private static final String[] AGREEING = {"对", "对的", "是", "是的", "好", "好的", "可以", "可以了", "行", "嗯", "嗯嗯", "ok", "OK"};

    private RecordCheck() {}

    public static Flow<RecordCase> flow() {
        return new Flow<>(
                NAME,
                List.of(
                        new Step<>(NOTICE, RecordCheck::askNotice, RecordCheck::hearNotice),
                        new Step<>(REASON, ReopeningQuestion::ask, ReopeningQuestion::hear),
                        new Step<>(RECORD, RecordCheck::askRecord, RecordCheck::hearRecord),
                        new Step<>(
                                HOLDING,
                                HoldingQuestion::ask,
                                HoldingQuestion::hear,
                                (c, a) -> a.has(HoldingQuestion.HOLDS)),
                        new Step<>(VALUE, ValueQuestion::ask, ValueQuestion::hear),
                        new Step<>(SINCE, KeyQuestions::askSince, KeyQuestions::hearSince, KeyQuestions::hasKeys),
                        new Step<>(WEB, KeyQuestions::askWeb, KeyQuestions::hearWeb, KeyQuestions::hasChanged),
                        new Step<>(PARTY, PartyQuestion::ask, PartyQuestion::hear, PartyQuestion::hasDraft),
                        new Step<>(DROP, DropQuestion::ask, DropQuestion::hear, (c, a) -> false),
                        new Step<>(DROP_ALL, DropQuestion::askAll, DropQuestion::hearAll, (c, a) -> false),
                        new Step<>(SUMMARY, RecordCheck::askSummary, RecordCheck::hearSummary)));
    }

    /**
     * The check of a record that was confirmed before: it begins with the reason, unless that is known, and with the
     * corrections that still stand and the drafts that still wait.
     *
     * @param reason why it is checked once more; empty: it is asked
     */
    public static Conversation again(RecordCase about, String reason) {
        Answers answers = Answers.NONE;
        for (RecordCase.Earlier earlier : about.earlier()) {
            if (earlier.state().isOpen()) {
                answers = about.fields()
                        .byCode(earlier.code())
                        .map(f -> Drafts.settled(f, earlier.after()))
                        .orElse(Answers.NONE)
                        .and(answers);
            }
        }
        for (Map.Entry<String, String> waiting : about.postponed().entrySet()) {
            answers = about.fields()
                    .byCode(waiting.getKey())
                    .map(f -> Drafts.waiting(f, waiting.getValue()))
                    .orElse(Answers.NONE)
                    .and(answers);
        }
        return reason.isEmpty()
                ? new Conversation(NAME, REASON, answers, List.of())
                : new Conversation(NAME, RECORD, answers.with(ReopeningQuestion.REASON, reason), List.of());
    }

    /** A check taken up at one field: the student was told that its correction was sent back. */
    public static Conversation at(Conversation conversation, RecordField field) {
        return new Conversation(NAME, VALUE, Drafts.editing(conversation.answers(), field), List.of(RECORD));
    }

    /** A check taken up at the question about the Party committee, with the correction that was kept back. */
    public static Conversation asking(Conversation conversation, RecordField field, String value) {
        return new Conversation(
                NAME, PARTY, Drafts.put(Drafts.drop(conversation.answers(), field), field, value), List.of(RECORD));
    }

    /** Whether words are taken down as they are written: what a field should be, or why it is checked once more. */
    public static boolean takesWords(Conversation conversation) {
        return conversation.question().equals(VALUE) || conversation.question().equals(REASON);
    }

    /** Whether it is what a question of this check asks for, in any case. */
    public static boolean isItsWord(String word) {
        return List.of("已阅读", "无误", "我确认").contains(word);
    }

    static boolean isAllRight(String said) {
        return Said.isOneOf(said, ALL_RIGHT);
    }

    /** The notice of this year (R05–R07, R09–R12, R14); on the way to 我确认 it is the same (R19). */
    public static Say notice(RecordCase about) {
        return RecordPhrases.NOTICE.with(
                "name", about.student().name(), "year", about.contacts().year());
    }

    private static Question askNotice(RecordCase about, Answers answers) {
        return new Question(
                RecordPhrases.NOTICE_FIRST_TIME.with("notice", notice(about)),
                RecordPhrases.NOTICE_BRIEF.say(),
                List.of(new Choice("已阅读", "已阅读")));
    }

    private static Heard hearNotice(String said, RecordCase about, Answers answers) {
        if (Said.isOneOf(
                said, "已阅读", "已读", "看完了", "读完了", "读过了", "已看", "1", "好", "好的", "知道了", "收到", "嗯", "ok", "OK", "阅读完毕")) {
            return Heard.next(RECORD, answers);
        }
        boolean early = Said.isOneOf(said, ALL_RIGHT) || Said.isOneOf(said, "我确认");
        return early ? new Heard.Refused(RecordPhrases.NOTICE_FIRST.say()) : new Heard.NotAnAnswer();
    }

    private static Question askRecord(RecordCase about, Answers answers) {
        Say sheet = RecordPhrases.FIELDS.with(
                "verdict",
                RecordSheet.verdict(about),
                "lines",
                RecordSheet.lines(about),
                "drafts",
                RecordSheet.below(about, answers));
        return new Question(sheet, RecordPhrases.FIELDS_BRIEF.say(), List.of(new Choice("无误", "无误")));
    }

    private static Heard hearRecord(String said, RecordCase about, Answers answers) {
        if (Said.isOneOf(said, ALL_RIGHT)) {
            return Heard.next(
                    HoldingQuestion.isDue(about, answers) ? HOLDING : Pending.question(about, answers), answers);
        }
        return Said.isOneOf(said, "我确认")
                ? new Heard.Refused(RecordPhrases.CONFIRM_FIRST.say())
                : Corrections.hear(said, about, answers);
    }

    private static Question askSummary(RecordCase about, Answers answers) {
        List<Object> lines = new ArrayList<>(RecordSheet.remarks(Drafts.counting(about, answers)));
        for (Correction kept : Drafts.postponed(about, answers)) {
            lines.add(RecordPhrases.POSTPONED_LINE.with("line", kept.remark()));
        }
        return new Question(summary(about, answers, lines), List.of(new Choice("我确认", "我确认")));
    }

    private static Say summary(RecordCase about, Answers answers, List<Object> lines) {
        if (!Drafts.counting(about, answers).isEmpty()) {
            return RecordPhrases.SUMMARY.with(
                    "lines", lines, "secretary", about.contacts().secretary());
        }
        return lines.isEmpty()
                ? RecordPhrases.SUMMARY_RIGHT.with(
                        "count", about.fields().inOrder().size())
                : RecordPhrases.SUMMARY_POSTPONED.with("lines", RecordSheet.remarks(Drafts.postponed(about, answers)));
    }

    private static Heard hearSummary(String said, RecordCase about, Answers answers) {
        if (Said.isOneOf(said, "我确认", "确认", "确认提交", "我确定")) {
            String needed = Pending.question(about, answers);
            return needed.equals(SUMMARY) ? confirmed(about, answers) : Heard.next(needed, answers);
        }
        if (Said.isOneOf(said, NO_FAULT) && !Drafts.in(about, answers).isEmpty()) {
            return Heard.next(DROP_ALL, answers);
        }
        if (Said.isOneOf(said, ALL_RIGHT) || Said.isOneOf(said, AGREEING)) {
            return new Heard.Refused(RecordPhrases.JUST_CONFIRM.say());
        }
        return Corrections.instead(said, about, answers);
    }

    private static Heard confirmed(RecordCase about, Answers answers) {
        List<RecordConfirmed.Detailed> corrections = Drafts.counting(about, answers).stream()
                .map(c -> new RecordConfirmed.Detailed(c, Drafts.details(answers, c.field())))
                .toList();
        String reason = answers.get(ReopeningQuestion.REASON).orElse("");
        return new Heard.Ended(
                List.of(new RecordConfirmed(corrections, Drafts.postponed(about, answers), reason)), List.of());
    }
}
