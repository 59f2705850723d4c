package gradcheck.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.domain.status.StudentState;
import gradcheck.message.PersonId;
import gradcheck.store.people.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counting and listing agree, whatever is asked, and find people where they are. */
class StudentQueriesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(StudentState.class)
    void a_count_a_list_and_the_shares_of_a_condition_agree(StudentState condition) throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            StudentQueries.Asked asked = new StudentQueries.Asked(bot.season(), Scope.ALL);
            bot.store().read(tables -> {
                StudentFilter sought = StudentFilter.of(condition);
                StudentQueries.Fitting fitting = tables.roll().fitting(asked, sought);
                assertThat(tables.roll().lines(asked, sought))
                        .extracting(StudentQueries.Line::number)
                        .containsExactlyElementsOf(fitting.numbers());
                for (Tallies.Group group : Tallies.Group.values()) {
                    assertThat(tables.tallies().shares(asked, sought, group).stream()
                                    .mapToInt(Tallies.Share::fitting)
                                    .sum())
                            .isEqualTo(fitting.numbers().size());
                }
                assertThat(condition.title()).isNotBlank();
                return condition;
            });
        }
    }

    @Test
    void the_account_is_the_one_the_student_has_tied() throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            PersonId own = new PersonId("own-account");
            StudentQueries.Asked asked = new StudentQueries.Asked(bot.season(), Scope.ALL);
            PersonId listed = bot.named("张三").orElseThrow();
            bot.store()
                    .write(tables -> {
                        tables.bindings().bind(bot.season(), "320230100003", own, bot.now());
                        tables.mutes().mute(own, bot.now());
                        return own;
                    })
                    .join();
            bot.store().read(tables -> {
                assertThat(tables.roll()
                                .among(asked, List.of("320230100003"))
                                .get(0)
                                .person())
                        .isEqualTo(own)
                        .isNotEqualTo(listed);
                assertThat(tables.roll()
                                .fitting(asked, StudentFilter.of(StudentState.MUTED))
                                .numbers())
                        .containsExactly("320230100003");
                return own;
            });
        }
    }

    @Test
    void every_class_is_found_with_its_college_and_major_and_none_of_another_scope() throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            bot.store().read(tables -> {
                List<StudentQueries.Place> all =
                        tables.roll().places(new StudentQueries.Asked(bot.season(), Scope.ALL));
                assertThat(all).hasSize(7).contains(new StudentQueries.Place("文学院", "汉语2301班", "汉语言文学"));
                Scope one = new Scope(false, List.of("化学化工学院"));
                assertThat(tables.roll().places(new StudentQueries.Asked(bot.season(), one)))
                        .hasSize(2)
                        .allMatch(p -> p.college().equals("化学化工学院"));
                return all;
            });
        }
    }

    @Test
    void what_was_sought_is_read_back_as_it_was_written() {
        StudentFilter sought = new StudentFilter(
                java.util.Set.of(StudentState.UNCONFIRMED, StudentState.OVERSEAS),
                List.of("文学院"),
                List.of("a班", "b班"),
                List.of("汉语言文学"),
                "MZ",
                Instant.ofEpochMilli(5),
                Instant.ofEpochMilli(9));
        assertThat(StudentFilter.read(sought.written())).isEqualTo(sought);
        assertThat(StudentFilter.read(StudentFilter.EVERYBODY.written())).isEqualTo(StudentFilter.EVERYBODY);
    }
}
