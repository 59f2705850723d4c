package gradcheck.reminders.digest;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.outbox.Prepared;
import gradcheck.reminders.OnSpringsStore;
import gradcheck.reminders.Springtime;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.people.StaffMembers;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Reopenings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secretary's morning at 8:40: on working days, only when something changed, each of the last three days. */
class DigestTest extends OnSpringsStore {
    private Digest digest;

    @BeforeEach
    void enrol() {
        enrolLi();
        enrol("0002", "zhang", "张三", "文学院", WebPhoto.NOT_COLLECTED);
        enrol("0003", "wang", "王五", "理学院", WebPhoto.NOT_COLLECTED);
        appoint("文学院");
        digest = new Digest(ground(Springtime.SEASON, Springtime.policy()));
    }

    private int queueAt(String local) {
        standAt(local);
        return write(tables -> digest.queueDue(tables, now()));
    }

    private Outbox.Row last() {
        return read(tables -> tables.outbox().of(SECRETARY, 1)).get(0);
    }

    /** What the secretary reads that morning; empty where nothing comes. */
    private String morning(String day) {
        return queueAt(day + " 08:40") == 0 ? "" : last().body().split("\n", 2)[1];
    }

    private Digest.Facts facts(String... colleges) {
        return read(tables -> digest.facts(tables, List.of(colleges), now()));
    }

    private void correct(CorrectionState state) {
        change(tables -> tables.corrections()
                .add(
                        new CorrectionRows.Owner(Springtime.YEAR, "文学院", "0001", 1),
                        new CorrectionRows.New("MZ", "汉族", "回族", "关键", state, Map.of()),
                        now()));
    }

    @Test
    void the_numbers_are_of_the_secretarys_own_colleges_and_without_who_was_taken_out() {
        assertThat(facts("文学院")).isEqualTo(new Digest.Facts(2, 2, 1, 0, 0, 0, 0, 0));
        assertThat(facts("")).isEqualTo(new Digest.Facts(3, 3, 2, 0, 0, 0, 0, 0));
        confirm("0001");
        stand("0002", Standing.State.OUT);
        change(tables -> tables.unreachable().note(LI, "INVALID", now()));
        assertThat(facts("文学院")).isEqualTo(new Digest.Facts(1, 0, 0, 0, 0, 1, 0, 0));
        change(tables -> tables.reopenings()
                .put(Springtime.YEAR, new Reopenings.Row("0001", 2, "再看一遍", SECRETARY.value(), now())));
        assertThat(facts("文学院").unconfirmed()).as("opened again").isEqualTo(1);
    }

    @Test
    void what_waits_for_the_secretary_is_counted_and_comes_first() {
        List.of(CorrectionState.values()).forEach(this::correct);
        assertThat(facts("文学院").toReview()).as("待审核, 材料已寄, 材料已收").isEqualTo(3);
        assertThat(morning("03-16")).contains("等您审核的更正 3 件").endsWith("先看等您的更正，回复：待审核");
    }

    @Test
    void it_comes_at_its_minute_on_working_days_and_once() {
        assertThat(queueAt("03-16 08:39")).isZero();
        assertThat(queueAt("03-16 08:40")).isEqualTo(1);
        assertThat(queueAt("03-16 08:41")).isZero();
        enrol("0004", "zhao", "赵六", "文学院", WebPhoto.COLLECTED);
        assertThat(queueAt("03-20 08:40")).as("Saturday").isZero();
        assertThat(queueAt("03-22 12:00")).as("not in the morning any more").isZero();
        assertThat(queueAt("03-22 11:59")).isEqualTo(1);
        enrol("0005", "qian", "钱七", "文学院", WebPhoto.COLLECTED);
        assertThat(queueAt("06-11 08:40")).as("after the season").isZero();
    }

    @Test
    void the_first_one_is_in_time_or_comes_tomorrow() {
        assertThat(queueAt("03-16 09:41")).isZero();
        assertThat(queueAt("03-16 09:40")).isEqualTo(1);
    }

    @Test
    void a_morning_without_a_change_is_silent_and_a_change_is_told_with_its_size() {
        assertThat(morning("03-16"))
                .isEqualTo(
                        """
                        早上好，老师。2 名毕业生，现在：
                        未核对 2 人
                        照片未采集 1 人
                        等您审核的更正 0 件

                        看还差谁，回复：未核对""");
        assertThat(morning("03-17")).isEmpty();
        confirm("0001");
        change(tables -> tables.unreachable().note(LI, "INVALID", now()));
        enrol("0004", "zhao", "赵六", "文学院", WebPhoto.NOT_COLLECTED);
        enrol("0005", "qian", "钱七", "文学院", WebPhoto.NOT_COLLECTED);
        confirm("0004");
        confirm("0005");
        assertThat(morning("03-18"))
                .contains("未核对 1 人（少了 1）")
                .contains("照片未采集 3 人（多了 2）")
                .contains("收不到消息的 1 人（多了 1）");
    }

    @Test
    void who_is_no_secretary_or_has_no_students_hears_nothing() {
        appoint("法学院");
        assertThat(morning("03-16")).isEmpty();
        appoint(StaffMembers.Role.OFFICE, "");
        assertThat(morning("03-16")).isEmpty();
    }

    @Test
    void where_everybody_has_confirmed_the_next_step_is_to_look_at_the_whole() {
        confirm("0001");
        confirm("0002");
        assertThat(morning("03-16")).contains("未核对 0 人").endsWith("看总体，回复：进度");
    }

    @Test
    void who_did_not_answer_three_times_is_named_and_called_first() {
        for (int i = 0; i < 3; i++) {
            reminded("m" + i, LI, "03-1" + i + " 12:20", "sent");
        }
        assertThat(morning("03-16"))
                .contains("提醒过三次都没回音的 1 人")
                .contains("李四（0001，一班）：未核对")
                .endsWith("打完一个，回复：已联系 李四 结果");
    }

    /** R25: from three days before, that day included, each morning with names; the day after is silent again. */
    @ParameterizedTest
    @CsvSource({
        "04-12, false",
        "04-13, true",
        "04-16, true",
        "04-17, false",
        "04-27, true",
        "04-30, true",
        "05-03, false"
    })
    void in_the_last_three_days_before_a_deadline_it_comes_each_morning_with_the_names(String day, boolean comes) {
        change(tables -> tables.digests().keep(SECRETARY, facts("文学院").written(), Springtime.day("03-16")));
        String morning = morning(day);
        assertThat(!morning.isEmpty()).isEqualTo(comes);
        if (comes) {
            assertThat(morning).contains("快截止了，还差的").contains("张三（0002，一班）：");
        }
    }

    @Test
    void the_last_days_speak_on_a_day_off_too() {
        digest = new Digest(ground(
                Springtime.season(Optional.empty(), Optional.of(Springtime.day("04-18")), false), Springtime.policy()));
        assertThat(morning("04-17")).contains("学籍核对还有 1 天截止（4月18日，含当天）");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "04-01 | ''",
                "04-02 | 学籍核对还有 14 天截止（4月16日，含当天）",
                "04-15 | 学籍核对还有 1 天截止（4月16日，含当天）",
                "04-16 | 今天（4月16日）是学籍核对的最后一天＋照片采集还有 14 天截止（4月30日，含当天）",
                "04-19 | 照片采集还有 11 天截止（4月30日，含当天）",
                "04-30 | 今天（4月30日）是照片采集的最后一天"
            })
    void a_deadline_is_counted_down_from_two_weeks_before_and_its_own_day_is_called_the_last(
            String day, String deadlines) {
        String near = morning(day)
                .lines()
                .filter(line -> line.contains("截止（") || line.contains("最后一天"))
                .collect(Collectors.joining("＋"));
        assertThat(near).isEqualTo(deadlines);
    }

    @Test
    void thirty_names_fit_and_the_rest_is_counted() {
        for (int i = 10; i < 39; i++) {
            enrol("00" + i, "p" + i, "赵" + i, "文学院", WebPhoto.COLLECTED);
        }
        assertThat(all("04-15")).contains("还差的 31 人").contains("……另有 1 人。");
        stand("0001", Standing.State.OUT);
        assertThat(all("04-16")).contains("还差的 30 人").doesNotContain("另有");
    }

    private String all(String day) {
        int parts = queueAt(day + " 08:40");
        return read(tables -> tables.outbox().of(SECRETARY, parts)).stream()
                .map(row -> row.body())
                .reduce("", (later, earlier) -> earlier + later);
    }

    @Test
    void it_holds_for_its_own_day_until_the_evening() {
        queueAt("03-16 08:40");
        assertThat(digest.prepared(last(), Springtime.at("03-16 21:59")))
                .isEqualTo(new Prepared.Ready(
                        new Outgoing.Text(last().body().split("\n", 2)[1]), Springtime.at("03-16 21:59")));
        assertThat(digest.prepared(last(), Springtime.at("03-16 22:00")))
                .isEqualTo(new Prepared.Dropped(OutcomeCause.TOO_LATE));
        assertThat(digest.prepared(last(), Springtime.at("03-17 09:00")))
                .isEqualTo(new Prepared.Dropped(OutcomeCause.TOO_LATE));
    }

    @Test
    void facts_read_as_they_were_written() {
        Digest.Facts facts = new Digest.Facts(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Digest.Facts.read(facts.written())).isEqualTo(facts);
        assertThat(Digest.Facts.read("1,2,3,4,5,6"))
                .as("the first version's")
                .isEqualTo(new Digest.Facts(1, 2, 3, 4, 5, 6, 0, 0));
    }

    /** C17: the photo's state that counts, as the lists and the reminders have it. */
    @Test
    void a_photo_is_counted_by_the_state_that_counts_and_the_unknown_are_not_kept_back() {
        change(tables -> tables.students().setWebPhoto(Springtime.YEAR, "0001", WebPhoto.UNKNOWN, now()));
        change(tables -> tables.students().setWebPhoto(Springtime.YEAR, "0002", WebPhoto.UNKNOWN, now()));
        assertThat(facts("文学院").uncollected()).isZero();
        assertThat(facts("文学院").unknown()).isEqualTo(2);
        assertThat(morning("03-16")).contains("照片未知 2 人");
        Noted said = new Noted(WebPhoto.NOT_COLLECTED.title(), now());
        change(tables -> tables.photoFacts().note(Springtime.YEAR, "0001", PhotoFact.WEB, said));
        assertThat(facts("文学院").uncollected()).isEqualTo(1);
        assertThat(facts("文学院").unknown()).isEqualTo(1);
    }

    @Test
    void a_secretary_of_two_colleges_gets_one_morning_of_both() {
        appoint("文学院", "理学院");
        assertThat(morning("03-16")).startsWith("早上好，老师。3 名毕业生");
    }
}
