package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.desk.file.DeskFiles;
import gradcheck.domain.status.StudentState;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.people.Scope;
import gradcheck.store.people.StaffMembers;
import gradcheck.store.query.RandomActs;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C8: there is one vocabulary: what can be asked can be counted, listed, ranked, reminded and sent as a file. */
class EveryStateTest extends OnABot {
    /** 未提交 alone is what secretaries call a record that was not confirmed; who wrote a correction has one. */
    private static final Map<StudentState, StudentState> SAID = Map.of(
            StudentState.UNSUBMITTED, StudentState.UNCONFIRMED, StudentState.ANY_CORRECTION, StudentState.CORRECTED);

    private static final Pattern SHARE = Pattern.compile(" (\\d+)/\\d+（");

    private PersonId office;

    @BeforeEach
    void scatter() {
        RandomActs acts = new RandomActs(new Random(5), bot);
        for (int i = 0; i < 120; i++) {
            bot.store().write(acts::some).join();
        }
        office = bot.store().read(tables -> tables.staff().all().stream()
                .filter(member -> member.role() == StaffMembers.Role.OFFICE)
                .findFirst()
                .orElseThrow()
                .person());
    }

    private List<String> in(StudentState state) {
        return bot.store().read(tables -> tables.roll()
                .fitting(new StudentQueries.Asked(bot.season(), Scope.ALL), StudentFilter.of(state))
                .numbers());
    }

    @Test
    void every_state_can_be_asked_for_listed_ranked_reminded_and_sent_as_a_file() throws Exception {
        for (StudentState state : StudentState.values()) {
            StudentState meant = SAID.getOrDefault(state, state);
            String counted = "全校" + meant.title() + " " + in(meant).size() + " 人";
            String nobody = meant.title() + "的一个也没有";
            boolean isNobody = in(meant).isEmpty();
            assertThat(say(office, "催办 " + state.title()))
                    .as(state.title())
                    .doesNotContain("催谁", "没看懂")
                    .containsAnyOf("要催", "没有可以催的", "不用催", "下一步不在学生手里");
            assertThat(inFile(state)).as(state.title()).isEqualTo(in(state).size());
            String ranking = say(office, "各学院" + state.title() + "的有多少人");
            if (isNobody) {
                assertThat(ranking).contains(nobody).doesNotContain("共 0 人");
            } else {
                assertThat(ranked(ranking)).as(ranking).isEqualTo(in(meant).size());
            }
            if (state != StudentState.PERHAPS_DOUBTFUL) {
                assertThat(say(office, state.title() + "的有多少人")).contains(counted);
                assertThat(say(office, state.title() + "的名单")).contains(isNobody ? nobody : counted + "（共");
            }
        }
    }

    private static int ranked(String ranking) {
        return SHARE.matcher(ranking)
                .results()
                .mapToInt(share -> Integer.parseInt(share.group(1)))
                .sum();
    }

    /** How many students the file with the state's list has. */
    private int inFile(StudentState state) throws Exception {
        // What was sent before counts no more against what may be sent in a minute.
        bot.at(bot.now().plusSeconds(61));
        String body = bot.now().toEpochMilli() + "\n" + StudentFilter.of(state).written();
        bot.store()
                .write(tables -> tables.outbox()
                        .queue(
                                new Outbox.New(
                                        nextKey(),
                                        office,
                                        DeskFiles.LIST,
                                        body,
                                        Outbox.REPLY,
                                        bot.now(),
                                        Optional.empty()),
                                bot.now()))
                .join();
        bot.sent().clear();
        bot.doWhatIsDue();
        byte[] file = bot.sent().stream()
                .map(TestBot.Sent::message)
                .filter(Outgoing.File.class::isInstance)
                .map(message -> ((Outgoing.File) message).attachment().content())
                .reduce((first, last) -> last)
                .orElseThrow();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheetAt(0).getLastRowNum();
        }
    }

    /** Findings C8, in the words in which they were found. */
    @Test
    void what_nobody_was_found_by_is_heard() {
        assertThat(say(office, "谁没交纸质照片"))
                .contains("纸质照片没交 " + in(StudentState.PAPER_MISSING).size() + " 人");
        assertThat(say(office, "催一下没交纸质照片的")).contains("要催纸质照片没交的");
        assertThat(say(office, "催办 材料待交")).containsAnyOf("要催材料待交的", "没有可以催的（材料待交）");
    }
}
