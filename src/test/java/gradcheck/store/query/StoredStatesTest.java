package gradcheck.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.app.TestSettings;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.StudentState;
import gradcheck.store.Tables;
import gradcheck.store.people.Scope;
import gradcheck.store.query.Situations.Situation;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Postponed;
import gradcheck.store.record.Reopenings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk counts by a student's row, and the status derived from the other tables, fit the same students. */
class StoredStatesTest {
    /** What follows from the tasks; of the rest the tables alone know. */
    private static final Set<StudentState> DERIVED = EnumSet.of(
            StudentState.CONFIRMED,
            StudentState.UNCONFIRMED,
            StudentState.REOPENED,
            StudentState.TO_REVIEW,
            StudentState.OPEN_CORRECTION,
            StudentState.ANY_CORRECTION,
            StudentState.PENDING,
            StudentState.SENT_BACK,
            StudentState.MATERIAL_DUE,
            StudentState.WITH_OFFICE,
            StudentState.PASSED,
            StudentState.POSTPONED,
            StudentState.UNCOLLECTED,
            StudentState.COLLECTED,
            StudentState.NOT_ONLINE,
            StudentState.ONLINE,
            StudentState.PHOTO_UNKNOWN,
            StudentState.OWN_UNCHECKED,
            StudentState.OWN_CHECKED,
            StudentState.OWN_WRONG,
            StudentState.CHSI_WRONG,
            StudentState.UNCHECKED,
            StudentState.PAPER_MISSING,
            StudentState.PAPER_IN,
            StudentState.PAPER_OUTDATED,
            StudentState.RETAKE);

    private static final Map<PhotoFact, List<String>> SAID = Map.of(
            PhotoFact.WEB, List.of("未采集", "已采集", "已上网"),
            PhotoFact.OWN_CHECK, List.of(PhotoFact.RIGHT, PhotoFact.WRONG, PhotoFact.AWAITS_NEW),
            PhotoFact.CHSI_RECORD, List.of(PhotoFact.RIGHT, PhotoFact.WRONG),
            PhotoFact.RETAKEN, List.of(PhotoFact.YES, PhotoFact.NO),
            PhotoFact.NEWEST, List.of(PhotoFact.YES, PhotoFact.NO),
            PhotoFact.PAPER, List.of("未交", "已交", "需换新"));

    private final Random random = new Random(17);

    @TempDir
    Path folder;

    @Test
    void whoever_is_in_a_state_is_found_by_it_and_nobody_else() throws Exception {
        Season season = TestSettings.season();
        try (TestBot bot = new TestBot(folder)) {
            bot.store()
                    .write(tables -> {
                        tables.situations().all(season.year()).forEach(who -> scatter(tables, bot, who));
                        return true;
                    })
                    .join();
            bot.store().read(tables -> {
                LocalDate today = bot.now().atZone(season.zone()).toLocalDate();
                List<Situation> all = tables.situations().all(season.year());
                for (StudentState state : DERIVED) {
                    Set<String> derived = new TreeSet<>();
                    all.stream()
                            .filter(who -> who.status(season, today).states().contains(state))
                            .forEach(who -> derived.add(who.who().number()));
                    List<String> found = tables.roll()
                            .fitting(new StudentQueries.Asked(season.year(), Scope.ALL), StudentFilter.of(state))
                            .numbers();
                    assertThat(new TreeSet<>(found)).as(state.title()).isEqualTo(derived);
                    assertThat(derived)
                            .as("the test knows somebody: " + state.title())
                            .isNotEmpty();
                }
                assertThat(tables.roll()
                                .lines(new StudentQueries.Asked(season.year(), Scope.ALL), StudentFilter.EVERYBODY))
                        .allSatisfy(line -> assertThat(line.webPhoto())
                                .isEqualTo(photo(all, line.number()).title()));
                return true;
            });
        }
    }

    private static WebPhoto photo(List<Situation> all, String number) {
        return all.stream()
                .filter(who -> who.who().number().equals(number))
                .findFirst()
                .orElseThrow()
                .facts()
                .photo()
                .state();
    }

    private <T> T oneOf(T[] all) {
        return List.of(all).get(random.nextInt(all.length));
    }

    /** Everything that can be known of a student, each with an even chance. */
    private void scatter(Tables tables, TestBot bot, Situation who) {
        int year = bot.season();
        String number = who.who().number();
        WebPhoto listed = oneOf(WebPhoto.values());
        tables.students().setWebPhoto(year, number, listed, bot.now());
        SAID.forEach((fact, values) -> {
            if (random.nextBoolean()) {
                Duration ago = Duration.ofDays(random.nextInt(3) - 1);
                String value = values.get(random.nextInt(values.size()));
                tables.photoFacts()
                        .note(year, number, fact, new Noted(value, bot.now().minus(ago)));
            }
        });
        if (random.nextBoolean()) {
            confirm(tables, bot, who);
        }
        if (random.nextInt(4) == 0) {
            tables.postponed().keep(year, new Postponed.Row(number, "ZZMM", "群众", bot.now()));
        }
    }

    private void confirm(Tables tables, TestBot bot, Situation who) {
        int year = bot.season();
        String number = who.who().number();
        String college = who.who().college();
        tables.confirmations()
                .append(new Confirmations.New(
                        year,
                        college,
                        year + "-" + number + "-1",
                        number,
                        1,
                        "无误",
                        bot.now(),
                        false,
                        List.of(number),
                        "salt",
                        "shown"));
        CorrectionState state = oneOf(CorrectionState.values());
        if (state != CorrectionState.WITHDRAWN && random.nextBoolean()) {
            var owner = new CorrectionRows.Owner(year, college, number, 1);
            tables.corrections()
                    .add(owner, new CorrectionRows.New("MZ", "汉族", "回族", "关键信息", state, Map.of()), bot.now());
        }
        if (random.nextInt(3) == 0) {
            String actor = random.nextBoolean() ? "" : who.who().person().value();
            tables.reopenings().put(year, new Reopenings.Row(number, 2, "名单变了", actor, bot.now()));
        }
    }
}
