package gradcheck.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.StudentState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a student has yet to do: their own next act, until its last day is over. */
class LacksTest {
    private static final LocalDate EARLY = Springtime.day("03-15");

    private static List<Lack> lacks(Season season, Situated who, LocalDate today) {
        return new Lacks(season).of(who.now(), today);
    }

    private static List<StudentState> lacks(Situated who, LocalDate today) {
        return lacks(Springtime.SEASON, who, today).stream().map(Lack::audience).toList();
    }

    @Test
    void whoever_has_done_everything_lacks_nothing() {
        assertThat(lacks(Situated.done(), EARLY)).isEmpty();
    }

    @Test
    void the_record_is_lacking_until_its_last_day_is_over_that_day_included() {
        assertThat(lacks(Situated.unconfirmed(), Springtime.CLOSES)).containsExactly(StudentState.UNCONFIRMED);
        assertThat(lacks(Situated.unconfirmed(), Springtime.CLOSES.plusDays(1))).isEmpty();
    }

    @Test
    void before_its_first_day_the_record_is_not_lacking_and_the_photo_is() {
        Season season = Springtime.season(Optional.of(EARLY), Optional.empty(), false);
        Situated who = Situated.unconfirmed().photo(WebPhoto.NOT_COLLECTED);
        assertThat(lacks(season, who, EARLY.minusDays(1)))
                .extracting(Lack::audience)
                .containsExactly(StudentState.UNCOLLECTED);
        assertThat(lacks(season, who, EARLY))
                .extracting(Lack::audience)
                .containsExactly(StudentState.UNCOLLECTED, StudentState.UNCONFIRMED);
    }

    /** R03: no date is made up. */
    @Test
    void without_a_last_day_the_record_stays_lacking_and_no_day_is_named() {
        Season season = Springtime.season(Optional.empty(), Optional.empty(), false);
        assertThat(lacks(season, Situated.unconfirmed(), Springtime.day("06-09")))
                .containsExactly(Lack.of(StudentState.UNCONFIRMED, Optional.empty()));
    }

    @Test
    void who_was_given_more_time_has_a_last_day_of_their_own() {
        LocalDate own = Springtime.CLOSES.plusDays(5);
        assertThat(lacks(Springtime.SEASON, Situated.unconfirmed().until(own), own))
                .containsExactly(Lack.of(StudentState.UNCONFIRMED, Optional.of(own)));
    }

    @Test
    void a_record_that_is_asked_for_once_more_is_one_thing_to_do_whatever_was_sent_back_before() {
        Situated who = Situated.done().reopened().postponed().review(1, 1, CorrectionState.SENT_BACK);
        assertThat(lacks(who, EARLY)).containsExactly(StudentState.REOPENED);
    }

    @Test
    void only_a_correction_of_the_latest_confirmation_that_was_sent_back_is_the_students_again() {
        Situated who = Situated.done()
                .confirmed(2)
                .review(1, 1, CorrectionState.SENT_BACK)
                .review(2, 2, CorrectionState.SENT_BACK);
        List<Lack> lacks = lacks(Springtime.SEASON, who, EARLY);
        assertThat(lacks).extracting(Lack::audience).containsExactly(StudentState.SENT_BACK);
        assertThat(lacks.get(0).reviews()).extracting(r -> r.tag()).containsExactly(2);
        assertThat(lacks.get(0).deadline()).contains(Springtime.CLOSES);
    }

    @ParameterizedTest
    @EnumSource(CorrectionState.class)
    void a_correction_that_waits_for_somebody_else_is_nobodys_lack(CorrectionState state) {
        List<StudentState> lacks = lacks(Situated.done().review(1, 1, state), EARLY);
        boolean isUpToStudent = state == CorrectionState.MATERIAL_DUE || state == CorrectionState.SENT_BACK;
        assertThat(lacks.isEmpty()).isEqualTo(!isUpToStudent);
    }

    /** R36: the proof goes to the college by mail, and that is the student's to do. */
    @Test
    void material_that_is_due_is_named_with_its_corrections() {
        List<Lack> lacks = lacks(Springtime.SEASON, Situated.done().review(7, 1, CorrectionState.MATERIAL_DUE), EARLY);
        assertThat(lacks).extracting(Lack::audience).containsExactly(StudentState.MATERIAL_DUE);
        assertThat(lacks.get(0).reviews()).extracting(r -> r.tag()).containsExactly(7);
    }

    /** R11. */
    @Test
    void what_waits_for_the_party_committees_word_is_the_students_to_ask() {
        assertThat(lacks(Situated.done().postponed(), EARLY)).containsExactly(StudentState.POSTPONED);
    }

    /** R17: filled in but not submitted is not done. */
    @Test
    void where_the_season_asks_for_it_the_submission_is_lacking_until_the_student_says_so() {
        Season required = Springtime.season(Optional.empty(), Optional.of(Springtime.CLOSES), true);
        assertThat(lacks(required, Situated.done(), EARLY))
                .extracting(Lack::audience)
                .containsExactly(StudentState.UNSUBMITTED);
        assertThat(lacks(required, Situated.done().says(PhotoFact.SUBMITTED, "已提交"), EARLY))
                .isEmpty();
    }

    /** R25: the last day of April counts. */
    @ParameterizedTest
    @CsvSource({"NOT_COLLECTED, UNCOLLECTED", "UNKNOWN, PHOTO_UNKNOWN"})
    void a_photo_that_was_not_taken_or_is_not_known_of_is_lacking_until_its_last_day(
            WebPhoto photo, StudentState audience) {
        assertThat(lacks(Springtime.SEASON, Situated.done().photo(photo), Springtime.PHOTO))
                .containsExactly(Lack.of(audience, Optional.of(Springtime.PHOTO)));
        assertThat(lacks(Situated.done().photo(photo), Springtime.PHOTO.plusDays(1)))
                .isEmpty();
    }

    /** The registrar's word counts; only where the registrar knows nothing, or knows less than who sees it, the student's. */
    @ParameterizedTest
    @CsvSource({
        "NOT_COLLECTED, 已上网, NOT_COLLECTED",
        "NOT_COLLECTED, 已采集, NOT_COLLECTED",
        "NOT_COLLECTED, 未采集, NOT_COLLECTED",
        "UNKNOWN, 已上网, ONLINE",
        "UNKNOWN, 已采集, COLLECTED",
        "UNKNOWN, 未采集, NOT_COLLECTED",
        "COLLECTED, 已上网, ONLINE",
        "COLLECTED, 未采集, COLLECTED",
        "ONLINE, 未采集, ONLINE",
        "ONLINE, 已采集, ONLINE"
    })
    void whose_word_about_the_photo_counts(WebPhoto listed, String said, WebPhoto counts) {
        Situated who = Situated.done().photo(listed).says(PhotoFact.WEB, said);
        assertThat(who.now().facts().photo().state()).isEqualTo(counts);
        assertThat(lacks(who, EARLY).contains(StudentState.UNCOLLECTED)).isEqualTo(counts == WebPhoto.NOT_COLLECTED);
    }

    /** R23: both, the photo and 学信网's record. */
    @Test
    void a_photo_that_is_online_is_unchecked_until_both_it_and_the_record_were_looked_at() {
        LocalDate late = Springtime.PHOTO.plusDays(20);
        Situated who = Situated.done().photo(WebPhoto.ONLINE);
        assertThat(lacks(Springtime.SEASON, who, late))
                .containsExactly(Lack.of(StudentState.UNCHECKED, Optional.empty()));
        assertThat(lacks(who.says(PhotoFact.OWN_CHECK, PhotoFact.RIGHT), late)).containsExactly(StudentState.UNCHECKED);
        assertThat(lacks(who.says(PhotoFact.CHSI_RECORD, PhotoFact.RIGHT), late))
                .isEmpty();
        Situated other = Situated.done().photo(WebPhoto.ONLINE).says(PhotoFact.CHSI_RECORD, PhotoFact.WRONG);
        assertThat(lacks(other, late)).containsExactly(StudentState.UNCHECKED);
    }

    private static Situated retaken() {
        return Situated.done()
                .photo(WebPhoto.ONLINE)
                .says(PhotoFact.OWN_CHECK, PhotoFact.RIGHT)
                .says(PhotoFact.CHSI_RECORD, PhotoFact.RIGHT);
    }

    /** R27, R28. */
    @Test
    void whoever_had_a_new_photo_taken_lacks_two_words_the_newest_online_and_the_newest_on_paper() {
        assertThat(lacks(retaken(), EARLY)).isEmpty();
        assertThat(lacks(retaken().says(PhotoFact.RETAKEN, PhotoFact.NO), EARLY))
                .isEmpty();
        assertThat(lacks(retaken().says(PhotoFact.RETAKEN, PhotoFact.YES), EARLY))
                .containsExactly(StudentState.RETAKE);
        Situated known = retaken().retaken();
        assertThat(lacks(known, EARLY)).containsExactly(StudentState.RETAKE);
        assertThat(lacks(known.says(PhotoFact.NEWEST, PhotoFact.YES), EARLY)).containsExactly(StudentState.RETAKE);
        assertThat(lacks(known.says(PhotoFact.PAPER, "已交"), EARLY)).isEmpty();
        assertThat(lacks(retaken().retaken().says(PhotoFact.PAPER, "已交"), EARLY))
                .containsExactly(StudentState.RETAKE);
        assertThat(lacks(Situated.done().retaken(), EARLY))
                .as("as long as the new one is not online")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Standing.State.class)
    void who_is_paused_or_taken_out_lacks_nothing(Standing.State state) {
        assertThat(lacks(Situated.unconfirmed().standing(state), EARLY).isEmpty())
                .isEqualTo(state != Standing.State.IN);
    }

    @Test
    void the_nearest_deadline_comes_first_and_what_has_none_last() {
        Situated who = Situated.unconfirmed().photo(WebPhoto.ONLINE).retaken();
        assertThat(lacks(who, EARLY))
                .containsExactly(StudentState.UNCONFIRMED, StudentState.UNCHECKED, StudentState.RETAKE);
        Situated later = Situated.unconfirmed().photo(WebPhoto.NOT_COLLECTED).until(Springtime.PHOTO.plusDays(1));
        assertThat(lacks(later, EARLY)).containsExactly(StudentState.UNCOLLECTED, StudentState.UNCONFIRMED);
    }

    @Test
    void days_are_counted_to_the_deadline_and_the_deadline_itself_is_the_last() {
        Lack lack = Lack.of(StudentState.UNCONFIRMED, Optional.of(Springtime.CLOSES));
        assertThat(lack.daysLeft(Springtime.CLOSES.minusDays(3))).contains(3L);
        assertThat(lack.isLastDay(Springtime.CLOSES)).isTrue();
        assertThat(lack.isLastDay(Springtime.CLOSES.minusDays(1))).isFalse();
        assertThat(Lack.of(StudentState.UNCHECKED, Optional.empty()).isLastDay(Springtime.CLOSES))
                .isFalse();
    }
}
