package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.conversation.Flow;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.conversation.Step;
import gradcheck.domain.Correction;
import gradcheck.domain.RecordField;
import gradcheck.flows.ChoiceQuestion;
import gradcheck.language.Language;
import gradcheck.language.Said;
import gradcheck.language.WordGroup;
import gradcheck.message.Choices;
import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

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

    /** Where these are said the question itself must be answered first. */
    private static final Set<String> OPEN_ENDED = Set.of(HOLDING, VALUE, SINCE, WEB, PARTY, DROP, DROP_ALL);

    private static final Set<String> SIGHT = Set.of(NOTICE, RECORD, SUMMARY);

    private static final ChoiceQuestion<RecordCase> NOTICE_READ = ChoiceQuestion.<RecordCase>wholly(
                    RecordPhrases.NOTICE_CHOICES)
            .asks(RecordCheck::askNotice)
            .on("read", (about, answers) -> Heard.next(RECORD, answers))
            .on("early", (about, answers) -> new Heard.Refused(RecordPhrases.NOTICE_FIRST.say()));

    private static final ChoiceQuestion<RecordCase> RECORD_RIGHT = ChoiceQuestion.<RecordCase>wholly(
                    RecordPhrases.RECORD_CHOICES)
            .asks(RecordCheck::askRecord)
            .on("right", RecordCheck::allRight)
            .on("othersRight", RecordCheck::othersRight)
            .on("confirm", (about, answers) -> new Heard.Refused(RecordPhrases.CONFIRM_FIRST.say()))
            .on("read", (about, answers) -> new Heard.Refused(RecordPhrases.ALREADY_READ.say()));

    private static final ChoiceQuestion<RecordCase> SUMMARY_CONFIRMED = ChoiceQuestion.<RecordCase>wholly(
                    RecordPhrases.SUMMARY_CHOICES)
            .asks(RecordCheck::askSummary)
            .on("confirm", RecordCheck::confirm)
            .on("noFault", RecordCheck::noFault)
            .on("fine", (about, answers) -> new Heard.Refused(RecordPhrases.JUST_CONFIRM.say()))
            .implies("confirm", "fine", "noFault")
            .otherwise(Corrections::instead);

    private RecordCheck() {}

    /** @param language how what is said is heard */
    public static Flow<RecordCase> flow(Language language) {
        return new Flow<>(
                NAME,
                List.of(
                        step(NOTICE, NOTICE_READ, NOTICE_READ::hear, language),
                        step(REASON, ReopeningQuestion.question(), ReopeningQuestion.question()::hear, language),
                        step(RECORD, RECORD_RIGHT, RecordCheck::hearRecord, language),
                        revisitedIf(
                                (c, a) -> a.has(HoldingQuestion.HOLDS),
                                step(HOLDING, HoldingQuestion.question(), HoldingQuestion.question()::hear, language)),
                        new Step<>(
                                VALUE,
                                ValueQuestion::ask,
                                (said, c, a) -> hear(VALUE, ValueQuestion::hear, language.hear(said), c, a)),
                        revisitedIf(
                                KeyQuestions::hasKeys,
                                step(SINCE, KeyQuestions.since(), KeyQuestions.since()::hear, language)),
                        revisitedIf(
                                KeyQuestions::hasChanged,
                                step(WEB, KeyQuestions.web(), KeyQuestions.web()::hear, language)),
                        revisitedIf(
                                PartyQuestion::hasDraft,
                                step(PARTY, PartyQuestion.question(), PartyQuestion.question()::hear, language)),
                        revisitedIf(
                                (c, a) -> false, step(DROP, DropQuestion.one(), DropQuestion.one()::hear, language)),
                        revisitedIf(
                                (c, a) -> false,
                                step(DROP_ALL, DropQuestion.all(), DropQuestion.all()::hear, language)),
                        step(SUMMARY, SUMMARY_CONFIRMED, SUMMARY_CONFIRMED::hear, language)));
    }

    /** Those with choices, by name. */
    static Map<String, ChoiceQuestion<RecordCase>> questions() {
        return Map.ofEntries(
                Map.entry(NOTICE, NOTICE_READ),
                Map.entry(REASON, ReopeningQuestion.question()),
                Map.entry(RECORD, RECORD_RIGHT),
                Map.entry(HOLDING, HoldingQuestion.question()),
                Map.entry(SINCE, KeyQuestions.since()),
                Map.entry(WEB, KeyQuestions.web()),
                Map.entry(PARTY, PartyQuestion.question()),
                Map.entry(DROP, DropQuestion.one()),
                Map.entry(DROP_ALL, DropQuestion.all()),
                Map.entry(SUMMARY, SUMMARY_CONFIRMED));
    }

    private static Step<RecordCase> step(
            String name,
            ChoiceQuestion<RecordCase> question,
            ChoiceQuestion.Otherwise<RecordCase> hearing,
            Language language) {
        return new Step<>(
                name,
                question::ask,
                (said, about, answers) -> hear(name, hearing, language.hear(said), about, answers));
    }

    private static Step<RecordCase> revisitedIf(BiPredicate<RecordCase, Answers> revisit, Step<RecordCase> step) {
        return new Step<>(step.name(), step.ask(), step.hear(), revisit);
    }

    /** 我确认 and 已阅读 are heard at every question: at these, that the question comes first. */
    private static Heard hear(
            String name, ChoiceQuestion.Otherwise<RecordCase> hearing, Said said, RecordCase about, Answers answers) {
        boolean isEarly = said.is(WordGroup.CONFIRM_EXACT) || said.is(WordGroup.READ_EXACT);
        return isEarly && OPEN_ENDED.contains(name)
                ? new Heard.Refused(RecordPhrases.ANSWER_FIRST.say())
                : hearing.hear(said, about, answers);
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

    /** Whether the question is about a text that must have been seen before it is agreed to. */
    public static boolean needsSight(Conversation conversation) {
        return conversation.flow().equals(NAME) && SIGHT.contains(conversation.question());
    }

    /** Whether a number that is said names a field of the record. */
    public static boolean numbersNameFields(Conversation conversation) {
        return conversation.question().equals(RECORD);
    }

    /** Whether words are taken down as they are written: what a field should be, or why it is checked once more. */
    public static boolean takesWords(Conversation conversation) {
        return conversation.question().equals(VALUE) || conversation.question().equals(REASON);
    }

    /** Whether it is what a question of this check asks for, in any case. */
    public static boolean isItsWord(Said said) {
        return said.is(WordGroup.READ_EXACT) || said.is(WordGroup.ALL_RIGHT) || said.is(WordGroup.CONFIRM_EXACT);
    }

    /** Whether it can be about nothing else, whatever is talked about. */
    public static boolean isItsOwnWord(Said said) {
        return said.is(WordGroup.READ_EXACT) || said.is(WordGroup.CONFIRM_EXACT);
    }

    /** The notice of this year (R05–R07, R09–R12, R14); on the way to 我确认 it is the same (R19). */
    public static Say notice(RecordCase about) {
        return RecordPhrases.NOTICE.with(
                "name", about.student().name(), "year", about.contacts().year());
    }

    private static Question askNotice(RecordCase about, Answers answers, Choices offered) {
        return new Question(
                RecordPhrases.NOTICE_FIRST_TIME.with("notice", notice(about)),
                RecordPhrases.NOTICE_BRIEF.say(),
                offered);
    }

    private static Question askRecord(RecordCase about, Answers answers, Choices offered) {
        Say sheet = RecordPhrases.FIELDS.with(
                "verdict",
                RecordSheet.verdict(about),
                "lines",
                RecordSheet.lines(about),
                "drafts",
                RecordSheet.below(about, answers));
        return new Question(sheet, RecordPhrases.FIELDS_BRIEF.say(), offered);
    }

    /** A number is a field's, here; and what may be wrong is heard before what is right. */
    private static Heard hearRecord(Said said, RecordCase about, Answers answers) {
        if (isRestRight(said, about, answers)) {
            return allRight(about, answers);
        }
        Heard heard = RECORD_RIGHT.hearBeside(said, about, answers);
        return heard instanceof Heard.NotAnAnswer ? Corrections.hear(said, about, answers) : heard;
    }

    /** 其他都没问题，就是班级那个: right but for what is noted already. */
    private static boolean isRestRight(Said said, RecordCase about, Answers answers) {
        List<RecordField> drafted =
                Drafts.in(about, answers).stream().map(Correction::field).toList();
        boolean isRight = said.holds(WordGroup.OTHERS_RIGHT) || said.holds(WordGroup.ALL_RIGHT);
        List<RecordField> named = about.fields().inOrder().stream()
                .filter(field -> field.names().stream().anyMatch(said.plain()::contains))
                .toList();
        return isRight
                && !drafted.isEmpty()
                && drafted.containsAll(named)
                && !said.isQuestion()
                && ChangeRequests.of(about, false)
                        .in(said.text(), Optional.empty())
                        .isEmpty()
                && (!named.isEmpty() || said.holds(WordGroup.EXCEPTS));
    }

    private static Heard allRight(RecordCase about, Answers answers) {
        return Heard.next(HoldingQuestion.isDue(about, answers) ? HOLDING : Pending.question(about, answers), answers);
    }

    /** 别的都对: with a correction noted that is all there is to say; without one, what isn't right? */
    private static Heard othersRight(RecordCase about, Answers answers) {
        return Drafts.in(about, answers).isEmpty()
                ? new Heard.Refused(RecordPhrases.WHICH_WRONG.say())
                : allRight(about, answers);
    }

    private static Question askSummary(RecordCase about, Answers answers, Choices offered) {
        List<Object> lines = new ArrayList<>(RecordSheet.remarks(Drafts.counting(about, answers)));
        for (Correction kept : Drafts.postponed(about, answers)) {
            lines.add(RecordPhrases.POSTPONED_LINE.with("line", kept.remark()));
        }
        return new Question(summary(about, answers, lines), offered);
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

    private static Heard confirm(RecordCase about, Answers answers) {
        String needed = Pending.question(about, answers);
        return needed.equals(SUMMARY) ? confirmed(about, answers) : Heard.next(needed, answers);
    }

    /** Said below the remark it is about the record; everything else there says that the remark is right. */
    private static Heard noFault(RecordCase about, Answers answers) {
        return Drafts.in(about, answers).isEmpty()
                ? new Heard.Refused(RecordPhrases.JUST_CONFIRM.say())
                : Heard.next(DROP_ALL, answers);
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
