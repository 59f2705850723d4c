package gradcheck.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.Fields;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is open, in one table: what is known of a student, and what follows from it. */
class StatusTest {
    private static final LocalDate LISTED = LocalDate.of(2027, 3, 15);
    private static final LocalDate TODAY = LISTED.plusDays(5);
    private static final LocalDate CLOSES = LocalDate.of(2027, 6, 10);
    private static final LocalDate PHOTO = LocalDate.of(2027, 4, 30);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Season season(boolean registrationRequired) {
        return new Season(
                2027,
                new Fields(List.of()),
                new Season.Office("", "", "", ""),
                new Season.Chsi("", "", ""),
                "",
                Optional.empty(),
                registrationRequired,
                Optional.empty(),
                Optional.of(CLOSES),
                PHOTO,
                Map.of(),
                new Season.Retention(30, Optional.empty()),
                ZONE);
    }

    private static Instant on(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }

    /** {@code v2 再 退回@1 党委}: the version confirmed, asked for again, each correction of its version, a field kept back. */
    private static RecordFacts record(String words) {
        Optional<RecordFacts.Confirmed> confirmed = Optional.empty();
        Optional<Instant> reopened = Optional.empty();
        List<CorrectionCase> corrections = new ArrayList<>();
        List<RecordFacts.Postponed> postponed = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            if (word.startsWith("v")) {
                int version = Integer.parseInt(word.substring(1));
                confirmed =
                        version == 0 ? Optional.empty() : Optional.of(new RecordFacts.Confirmed(version, on(LISTED)));
            } else if (word.equals("再")) {
                reopened = Optional.of(on(TODAY));
            } else if (word.equals("党委")) {
                postponed.add(new RecordFacts.Postponed("ZZMM", on(LISTED)));
            } else {
                String[] stateAndVersion = word.split("@", -1);
                corrections.add(new CorrectionCase(
                        corrections.size() + 1,
                        "MZ",
                        Integer.parseInt(stateAndVersion[1]),
                        CorrectionState.of(stateAndVersion[0]).orElseThrow(),
                        on(LISTED)));
            }
        }
        return new RecordFacts(confirmed, reopened, corrections, postponed);
    }

    /** {@code WEB=已上网+ OWN_CHECK=正确}; with a plus it was said a day after the list, else a day before. */
    private static Map<PhotoFact, Noted> noted(String words) {
        Map<PhotoFact, Noted> noted = new EnumMap<>(PhotoFact.class);
        for (String word : words.equals("-") ? new String[0] : words.split(" ", -1)) {
            String[] factAndValue = word.replace("+", "").split("=", -1);
            LocalDate day = word.endsWith("+") ? LISTED.plusDays(1) : LISTED.minusDays(1);
            noted.put(PhotoFact.valueOf(factAndValue[0]), new Noted(factAndValue[1], on(day)));
        }
        return noted;
    }

    private static StudentFacts facts(String record, String photo, String noted) {
        ListedPhoto listed =
                new ListedPhoto(WebPhoto.of(photo.replace("重拍", "")).orElseThrow(), on(LISTED), photo.endsWith("重拍"));
        return new StudentFacts(record(record), listed, noted(noted), Standing.ORDINARY);
    }

    private static Status status(String record, String photo, String noted) {
        return Status.of(facts(record, photo, noted), season(false), TODAY);
    }

    private static String said(Task task) {
        return task.state() + "/" + task.turn();
    }

    private static String open(Status status, boolean ofRecord) {
        String open = status.tasks().stream()
                .filter(task -> task.kind().isOfRecord() == ofRecord && !task.isDone())
                .map(StatusTest::said)
                .collect(Collectors.joining(" "));
        return open.isEmpty() ? "-" : open;
    }

    @ParameterizedTest
    @CsvSource({
        // what is known; what is open; the next step
        "v0, UNCONFIRMED/STUDENT, START_RECORD",
        "v1, -, NONE",
        "v1 再, REOPENED/STUDENT, CONFIRM_AGAIN",
        // Nothing can be asked for again that was never there.
        "v0 再, UNCONFIRMED/STUDENT, START_RECORD",
        "v1 待审核@1, PENDING/COLLEGE, NONE",
        "v1 材料待交@1, MATERIAL_DUE/STUDENT, SEND_MATERIAL",
        "v1 材料已寄@1, MATERIAL_SENT/COLLEGE, NONE",
        "v1 材料已收@1, MATERIAL_RECEIVED/COLLEGE, NONE",
        "v1 待教务处@1, WITH_OFFICE/OFFICE, NONE",
        "v1 已通过@1, -, NONE",
        "v1 已撤回@1, -, NONE",
        "v1 系统已更新@1, -, NONE",
        "v1 已退回@1, SENT_BACK/STUDENT, REWRITE_FIELD",
        // Confirmed anew since: it is history.
        "v2 已退回@1, -, NONE",
        "v2 已退回@1 已退回@2, SENT_BACK/STUDENT, REWRITE_FIELD",
        // A proof that is due stays due, whatever version it was for.
        "v2 材料待交@1, MATERIAL_DUE/STUDENT, SEND_MATERIAL",
        "v1 待审核@1 材料待交@1, PENDING/COLLEGE MATERIAL_DUE/STUDENT, SEND_MATERIAL",
        // What can be done now comes before what takes its time.
        "v1 材料待交@1 已退回@1, MATERIAL_DUE/STUDENT SENT_BACK/STUDENT, REWRITE_FIELD",
        "v1 党委, POSTPONED/PARTY, ASK_PARTY",
        "v1 再 已退回@1, REOPENED/STUDENT SENT_BACK/STUDENT, CONFIRM_AGAIN",
    })
    void of_the_record_each_thing_has_its_state_and_whose_turn_it_is(String record, String open, NextStep next) {
        Status status = status(record, "已上网", "OWN_CHECK=正确 CHSI_RECORD=正确");
        assertThat(open(status, true)).isEqualTo(open);
        assertThat(status.next().map(Task::next).orElse(NextStep.NONE)).isEqualTo(next);
        assertThat(status.isDone()).isEqualTo(open.equals("-"));
        assertThat(status.isPhotoDone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // the list; what the student says; the state that counts; whose turn; next
        "未知,   -,            PHOTO_UNKNOWN, STUDENT,  CHECK_PHOTO",
        "未知,   WEB=未采集,    UNCOLLECTED,   STUDENT,  CALL_OFFICE",
        "未知,   WEB=已采集,    COLLECTED,     PLATFORM, NONE",
        "未知,   WEB=已上网,    ONLINE,        NOBODY,   NONE",
        "未采集, -,            UNCOLLECTED,   STUDENT,  CALL_OFFICE",
        "未采集, WEB=未采集,    UNCOLLECTED,   STUDENT,  CALL_OFFICE",
        // 看到了 against the list's 未采集: the list wins, before and after, until a newer list.
        "未采集, WEB=已上网,    UNCOLLECTED,   STUDENT,  CALL_OFFICE",
        "未采集, WEB=已上网+,   UNCOLLECTED,   STUDENT,  CALL_OFFICE",
        "未采集, WEB=已采集+,   UNCOLLECTED,   STUDENT,  CALL_OFFICE",
        "已采集, -,            COLLECTED,     PLATFORM, NONE",
        "已采集, WEB=未采集,    COLLECTED,     PLATFORM, NONE",
        "已采集, WEB=未采集+,   COLLECTED,     STUDENT,  CALL_OFFICE",
        // Who sees it online knows more than a list of the collected.
        "已采集, WEB=已上网,    ONLINE,        NOBODY,   NONE",
        "已采集, WEB=已上网+,   ONLINE,        NOBODY,   NONE",
        "已上网, -,            ONLINE,        NOBODY,   NONE",
        "已上网, WEB=未采集,    ONLINE,        NOBODY,   NONE",
        "已上网, WEB=未采集+,   ONLINE,        STUDENT,  CALL_OFFICE",
        "已上网, WEB=已采集+,   ONLINE,        STUDENT,  CALL_OFFICE",
    })
    void the_photo_has_one_state_the_lists_first_else_the_students_word_C17(
            String listed, String noted, TaskState state, Actor turn, NextStep next) {
        Task web = status("v1", listed, noted).task(TaskKind.WEB_PHOTO).orElseThrow();
        assertThat(web.state()).isEqualTo(state);
        assertThat(web.turn()).isEqualTo(turn);
        assertThat(web.next()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        // the list; what was said; what is open of the second check
        "已采集, -, COLLECTED/PLATFORM OWN_UNCHECKED/PLATFORM CHSI_UNCHECKED/STUDENT",
        "已上网, -, OWN_UNCHECKED/STUDENT CHSI_UNCHECKED/STUDENT",
        "已上网, OWN_CHECK=正确, CHSI_UNCHECKED/STUDENT",
        "已上网, OWN_CHECK=正确 CHSI_RECORD=正确, -",
        "已上网, OWN_CHECK=正确 CHSI_RECORD=有误, CHSI_WRONG/OFFICE",
        "已上网, OWN_CHECK=有误 CHSI_RECORD=正确, OWN_WRONG/OFFICE",
        "已上网, OWN_CHECK=待换新照片 CHSI_RECORD=正确, OWN_AWAITS_NEW/OFFICE",
        // The list denies what the student sees: the look is taken all the same, and the call comes first.
        "未采集, WEB=已上网+, UNCOLLECTED/STUDENT OWN_UNCHECKED/STUDENT CHSI_UNCHECKED/STUDENT",
        // The student denies what the list says: the call comes first.
        "已上网, WEB=未采集+, ONLINE/STUDENT OWN_UNCHECKED/STUDENT CHSI_UNCHECKED/STUDENT",
        // Who had a new one taken owes two words more, by whoever's word it is known.
        "已上网重拍, OWN_CHECK=正确 CHSI_RECORD=正确, NEWEST_UNSAID/STUDENT PAPER_MISSING/STUDENT",
        "已上网, RETAKEN=是 OWN_CHECK=正确 CHSI_RECORD=正确, NEWEST_UNSAID/STUDENT PAPER_MISSING/STUDENT",
        "已上网, RETAKEN=否 OWN_CHECK=正确 CHSI_RECORD=正确, -",
        "已上网重拍, OWN_CHECK=正确 CHSI_RECORD=正确 NEWEST=是 PAPER=已交, -",
        "已上网重拍, OWN_CHECK=正确 CHSI_RECORD=正确 NEWEST=否 PAPER=已交, NEWEST_MISSING/OFFICE",
        "已上网重拍, OWN_CHECK=正确 CHSI_RECORD=正确 NEWEST=是, PAPER_MISSING/STUDENT",
        "已上网重拍, OWN_CHECK=正确 CHSI_RECORD=正确 NEWEST=是 PAPER=未交, PAPER_MISSING/STUDENT",
        // Of a wrong photo nothing more is asked before the office has dealt with it.
        "已上网重拍, OWN_CHECK=有误 CHSI_RECORD=正确, OWN_WRONG/OFFICE NEWEST_UNSAID/PLATFORM PAPER_MISSING/PLATFORM",
        "已采集重拍, CHSI_RECORD=正确, COLLECTED/PLATFORM OWN_UNCHECKED/PLATFORM NEWEST_UNSAID/PLATFORM PAPER_MISSING/PLATFORM",
        // The secretary's word counts for whoever it is said of.
        "已上网, OWN_CHECK=正确 CHSI_RECORD=正确 PAPER=需换新, PAPER_OUTDATED/STUDENT",
        "已上网, OWN_CHECK=正确 CHSI_RECORD=正确 PAPER=已交, -",
    })
    void of_the_photo_each_look_and_each_word_has_its_state_and_whose_turn_it_is(
            String listed, String noted, String open) {
        Status status = status("v1", listed, noted);
        assertThat(open(status, false)).isEqualTo(open);
        assertThat(status.isPhotoDone()).isEqualTo(open.equals("-"));
        assertThat(status.isDone()).isEqualTo(open.equals("-"));
    }

    /** C8: nothing is owed, and yet it is not registered: it can be asked for. */
    @ParameterizedTest
    @CsvSource({"-, PAPER_MISSING", "PAPER=未交, PAPER_MISSING", "PAPER=需换新, PAPER_OUTDATED", "PAPER=已交, PAPER_IN"})
    void everybodys_paper_photo_has_a_state(String noted, TaskState state) {
        assertThat(status("v1", "已上网", noted).has(state)).isTrue();
    }

    @Test
    void a_photo_that_was_taken_is_looked_for_once_more_after_two_weeks() {
        StudentFacts facts = facts("v1", "已采集", "-");
        LocalDate look = LISTED.plusDays(Season.PHOTO_LOOK_AGAIN_DAYS);
        assertThat(Status.of(facts, season(false), look.minusDays(1)).lookAgain())
                .isEqualTo(look);
        assertThat(web(facts, look.minusDays(1)).turn()).isEqualTo(Actor.PLATFORM);
        assertThat(web(facts, look).turn()).isEqualTo(Actor.STUDENT);
        assertThat(web(facts, look).next()).isEqualTo(NextStep.CHECK_PHOTO);
    }

    private static Task web(StudentFacts facts, LocalDate today) {
        return Status.of(facts, season(false), today).task(TaskKind.WEB_PHOTO).orElseThrow();
    }

    @Test
    void the_record_ends_on_the_students_own_last_day_the_photo_on_everybodys() {
        LocalDate own = CLOSES.plusDays(3);
        Standing longer = new Standing(Standing.State.IN, "实习", Optional.of(own), "w", Instant.EPOCH);
        StudentFacts facts = facts("v0", "未知", "-");
        Status status = Status.of(
                new StudentFacts(facts.record(), facts.listed(), facts.noted(), longer), season(false), TODAY);
        assertThat(status.task(TaskKind.RECORD).orElseThrow().deadline()).contains(own);
        assertThat(status.task(TaskKind.WEB_PHOTO).orElseThrow().deadline()).contains(PHOTO);
        assertThat(status("v0", "已上网", "-").task(TaskKind.RECORD).orElseThrow().deadline())
                .contains(CLOSES);
        assertThat(status("v0", "已采集", "-")
                        .task(TaskKind.WEB_PHOTO)
                        .orElseThrow()
                        .deadline())
                .isEmpty();
    }

    /** R17. */
    @Test
    void the_submission_is_open_only_where_the_season_requires_it_and_until_it_is_said() {
        assertThat(status("v1", "已上网", "-").task(TaskKind.REGISTRATION)).isEmpty();
        Status open = Status.of(facts("v1", "已上网", "-"), season(true), TODAY);
        assertThat(open.has(TaskState.UNSUBMITTED)).isTrue();
        assertThat(open.next().map(Task::next)).contains(NextStep.SUBMIT);
        Status said = Status.of(facts("v1", "已上网", "SUBMITTED=已提交"), season(true), TODAY);
        assertThat(said.task(TaskKind.REGISTRATION).orElseThrow().isDone()).isTrue();
    }

    @Test
    void each_thing_is_as_it_is_since_what_made_it_so() {
        Status status = status("v1 再 待审核@1", "已采集", "WEB=已上网+ OWN_CHECK=正确+");
        assertThat(status.task(TaskKind.RECORD).orElseThrow().since()).contains(on(TODAY));
        assertThat(status.task(TaskKind.CORRECTION).orElseThrow().since()).contains(on(LISTED));
        assertThat(status.task(TaskKind.WEB_PHOTO).orElseThrow().since()).contains(on(LISTED.plusDays(1)));
        assertThat(status.task(TaskKind.OWN_CHECK).orElseThrow().since()).contains(on(LISTED.plusDays(1)));
    }

    @ParameterizedTest
    @EnumSource(CorrectionState.class)
    void every_state_of_a_correction_is_a_state_of_a_task(CorrectionState state) {
        assertThat(TaskState.of(state).name()).isEqualTo(state.name());
    }
}
