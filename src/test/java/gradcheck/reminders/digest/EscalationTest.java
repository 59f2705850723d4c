package gradcheck.reminders.digest;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.WebPhoto;
import gradcheck.message.PersonId;
import gradcheck.reminders.OnSpringsStore;
import gradcheck.reminders.Springtime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a secretary should call. */
class EscalationTest extends OnSpringsStore {
    private static final PersonId ZHANG = new PersonId("zhang");

    private final Escalation escalation = new Escalation(Springtime.SEASON, clock());

    @BeforeEach
    void enrol() {
        enrolLi();
        enrol("0002", "zhang", "张三", "文学院", WebPhoto.NOT_COLLECTED);
        enrol("0003", "wang", "王五", "理学院", WebPhoto.NOT_COLLECTED);
    }

    private List<String> silent(String college) {
        return names(read(tables -> escalation.silent(tables, List.of(college))));
    }

    private List<String> left(String college, int days) {
        return names(read(tables -> escalation.left(tables, List.of(college), days)));
    }

    private static List<String> names(List<Escalation.Listed> listed) {
        return listed.stream().map(one -> one.who().name()).toList();
    }

    @Test
    void three_reminders_without_an_answer_are_silence_and_a_word_after_them_ends_it() {
        for (int i = 0; i < 3; i++) {
            reminded("m" + i, LI, "03-1" + i + " 12:20", "sent");
        }
        assertThat(silent("")).containsExactly("李四");
        assertThat(silent("理学院")).isEmpty();
        change(tables -> tables.inbox().take("key", LI, Springtime.at("03-11 18:00")));
        assertThat(silent("")).as("one reminder since").isEmpty();
    }

    @Test
    void a_reminder_that_did_not_arrive_needs_no_answer() {
        reminded("m0", LI, "03-10 12:20", "dropped: done");
        reminded("m1", LI, "03-11 12:20", "sent");
        reminded("m2", LI, "03-12 12:20", "unknown: no answer came");
        assertThat(silent("")).isEmpty();
        reminded("m3", LI, "03-13 12:20", "sent");
        assertThat(silent("")).containsExactly("李四");
    }

    @Test
    void the_longest_silent_is_called_first_and_who_has_done_everything_is_not_called() {
        for (int i = 0; i < 4; i++) {
            reminded("n" + i, ZHANG, "03-1" + i + " 12:20", "sent");
            if (i > 0) {
                reminded("m" + i, LI, "03-1" + i + " 12:20", "sent");
            }
        }
        assertThat(silent("文学院")).containsExactly("张三", "李四");
        confirm("0001");
        assertThat(silent("文学院")).containsExactly("张三");
    }

    @Test
    void who_is_left_has_a_deadline_that_many_days_away_or_nearer() {
        standAt("04-27 09:00");
        assertThat(left("文学院", 3)).containsExactly("张三");
        assertThat(left("文学院", 2)).isEmpty();
        assertThat(left("", 3)).containsExactlyInAnyOrder("张三", "王五");
    }
}
