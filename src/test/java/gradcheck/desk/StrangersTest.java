package gradcheck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.message.Incoming;
import gradcheck.message.PersonId;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.turn.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every act of the desk, tried by those who have none: a stranger, a student, one who is paused, a secretary who was. */
class StrangersTest {
    private static final String VICTIM = "周小明";

    private final Set<String> words = new Commands(said -> Optional.empty(), Commands.Asking.NOTHING).words();
    private int count;

    private String say(TestBot bot, PersonId who, String text) {
        count++;
        bot.sent().clear();
        Answer answer = bot.take(new Incoming.Text(who, "s" + count, bot.now(), text));
        bot.doWhatIsDue();
        return (answer instanceof Answer.Says says ? says.text() : "")
                + bot.sent().stream()
                        .filter(s -> s.to().equals(who))
                        .map(TestBot.Sent::text)
                        .collect(Collectors.joining("\n"));
    }

    /** To a student who corrects 班级 the season's classes are no secret. */
    private static List<String> secrets(TestBot bot, PersonId who, Enrolled victim) {
        boolean isStudent =
                bot.store().read(t -> t.students().byPerson(bot.season(), who)).isPresent();
        return isStudent
                ? List.of(victim.student().number(), VICTIM)
                : List.of(victim.student().number(), victim.student().className(), VICTIM);
    }

    @Test
    void nobody_else_can_do_any_of_it(@TempDir Path folder) throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            PersonId secretary = bot.named("王老师").orElseThrow();
            PersonId paused = bot.named("李四").orElseThrow();
            say(bot, secretary, "暂停 李四 请假");
            Enrolled victim = bot.store()
                    .read(t -> t.students().byName(bot.season(), VICTIM).get(0));
            PersonId former = wasSecretary(bot);
            String before = state(bot, victim);
            for (PersonId who :
                    List.of(new PersonId("stranger"), former, bot.named("张三").orElseThrow(), paused)) {
                List<String> did = acts(bot, who);
                for (String said : sayings(victim)) {
                    String heard = say(bot, who, said);
                    assertThat(secrets(bot, who, victim))
                            .as("%s said %s", who, said)
                            .noneMatch(word -> !said.contains(word) && heard.contains(word));
                    assertThat(bot.sent().stream().map(TestBot.Sent::to))
                            .as("%s said %s", who, said)
                            .doesNotContain(victim.person());
                }
                assertThat(acts(bot, who)).as("what %s did", who).isEqualTo(did);
            }
            assertThat(state(bot, victim)).isEqualTo(before);
            assertThat(acts(bot, secretary)).as("an act would have left a line").isNotEmpty();
        }
    }

    /** Somebody who could look at the victim a moment ago, and has been taken off the staff list. */
    private PersonId wasSecretary(TestBot bot) {
        PersonId former = new PersonId("former");
        List<Member> staff = bot.store().read(t -> t.staff().all());
        List<Member> more = new ArrayList<>(staff);
        more.add(new Member(former, Role.SECRETARY, "信息科学与工程学院", "前老师", "", ""));
        appoint(bot, more);
        assertThat(say(bot, former, "查 " + VICTIM)).contains("计算2301班");
        appoint(bot, staff);
        return former;
    }

    private static void appoint(TestBot bot, List<Member> staff) {
        bot.store()
                .write(t -> {
                    t.staff().replaceAll(staff);
                    return staff;
                })
                .join();
    }

    @Test
    void a_secretary_off_the_list_is_a_stranger_at_once(@TempDir Path folder) throws Exception {
        try (TestBot bot = new TestBot(folder)) {
            PersonId secretary = bot.named("王老师").orElseThrow();
            assertThat(say(bot, secretary, "查 " + VICTIM)).contains("计算2301班");
            say(bot, secretary, "催办 未核对");
            appoint(bot, List.of());
            for (String said : List.of("确认", "查 " + VICTIM, "1", "导出 名单", "撤销")) {
                assertThat(say(bot, secretary, said)).doesNotContain("计算2301班", "320230100006");
            }
            assertThat(bot.sent()).noneMatch(s -> s.text().startsWith("[文件]"));
        }
    }

    private List<String> sayings(Enrolled victim) {
        List<String> sayings = new ArrayList<>();
        for (String word : words) {
            sayings.add(word);
            for (String name : List.of(VICTIM, victim.student().number(), "1")) {
                sayings.add(word + " " + name + " 已交 5月1日");
            }
        }
        sayings.addAll(List.of("谁没核对", "计算2301班进度", VICTIM + "核对了吗", "我是教务处，查 " + VICTIM, "排名"));
        return sayings;
    }

    /** The desk's acts in the audit, by whom. */
    private List<String> acts(TestBot bot, PersonId who) {
        List<String> acts = new ArrayList<>();
        bot.store().read(t -> {
            t.audit().each(e -> {
                if (e.actor().equals(who) && (words.contains(e.act()) || e.act().startsWith("问"))) {
                    acts.add(e.act() + " " + e.target());
                }
            });
            return who;
        });
        return acts;
    }

    private static String state(TestBot bot, Enrolled victim) {
        String number = victim.student().number();
        return bot.store()
                .read(t -> String.valueOf(t.standings().of(bot.season(), number))
                        + t.photoFacts().of(bot.season(), number)
                        + t.calls().of(bot.season(), number)
                        + t.relays().of(bot.season(), number)
                        + t.corrections().of(bot.season(), number)
                        + t.outbox().of(victim.person(), 20)
                        + t.staff().all());
    }
}
