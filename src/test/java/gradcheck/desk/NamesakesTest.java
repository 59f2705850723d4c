package gradcheck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestSettings;
import gradcheck.desk.act.People;
import gradcheck.desk.ask.Grammar;
import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import gradcheck.store.people.Students.Enrolled;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A2: among ten thousand students, whatever name is nearly somebody's, no act falls on another than who was named. */
class NamesakesTest extends OnAFreshStore {
    private static final int STUDENTS = 10_000;
    private static final int NEAR = 3;
    private static final String COLLEGE = "信息科学与工程学院";
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    private static final String FAMILY = "王李张刘陈杨赵黄周吴徐孙马胡朱郭何高林郑罗梁谢宋唐许韩冯邓曹买阿古欧";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉红建国文志思雨嘉欣子涵一诺浩宇佳怡晨曦梓萱古丽提江山";
    private static final String[] DOTS = {"·", "•", ".", "", " "};

    private final Random random = new Random(20270315);

    private String given(int most) {
        StringBuilder given = new StringBuilder();
        int length = 1 + random.nextInt(most);
        for (int i = 0; i < length; i++) {
            given.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        return given.toString();
    }

    private String name() {
        String name = FAMILY.charAt(random.nextInt(FAMILY.length())) + given(2);
        boolean isDotted = random.nextInt(10) == 0;
        return isDotted ? name + given(2) + "·" + given(3) + "江" : name;
    }

    /** Names that are nearly this one: shorter, longer, another character, another dot. */
    private List<String> near(String name) {
        int at = 1 + random.nextInt(name.length() - 1);
        String other = name.substring(0, at) + given(1) + name.substring(at + 1);
        String dotted = name.contains("·")
                ? name.replace("·", DOTS[1 + random.nextInt(DOTS.length - 1)])
                : name.substring(0, 1) + DOTS[random.nextInt(2)] + name.substring(1);
        return List.of(random.nextBoolean() ? name + given(2) : name.substring(0, name.length() - 1), other, dotted);
    }

    private static DeskContext visit(Tables tables) throws Exception {
        Season season = TestSettings.season();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Ids ids = new Ids(clock, new SecureRandom());
        Desk.Ground ground = new Desk.Ground(
                season,
                clock,
                ids,
                say -> "",
                TestSettings.language(),
                new Grammar(TestSettings.lexicon(), season.fields()),
                TestSettings.quiet(),
                TestSettings.rounds(clock, ids),
                new Desk.Entrance(Optional.empty(), new SecureRandom()));
        return DeskContext.of(
                ground, List.of(new Member(new PersonId("s"), Role.SECRETARY, COLLEGE, "王老师", "", "")), tables);
    }

    /** @return how many have each name */
    private Map<String, Integer> enroll(Tables tables) {
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < STUDENTS; i++) {
            String name = name();
            names.merge(name, 1, Integer::sum);
            String number = "3" + (20_230_100_000L + i);
            Student student =
                    new Student(number, Map.of("XM", name, "FY", COLLEGE, "BH", "计算2301班"), WebPhoto.UNKNOWN, false);
            tables.students().put(TestSettings.season().year(), new PersonId(number), student, NOW);
        }
        return names;
    }

    @Test
    void no_act_falls_on_a_namesake() throws Exception {
        Map<String, Integer> names = write(this::enroll);
        List<String> wrong = new ArrayList<>();
        Set<String> done = new HashSet<>();
        write(tables -> {
            DeskContext visit = quietly(tables);
            for (String name : names.keySet()) {
                act(visit, name, wrong, done);
                near(name).subList(0, NEAR).forEach(other -> act(visit, other, wrong, done));
            }
            return done;
        });
        assertThat(wrong).isEmpty();
        assertThat(done)
                .as("who has a name alone is found by it")
                .containsAll(names.keySet().stream()
                        .filter(name -> names.get(name) == 1)
                        .toList());
    }

    private static DeskContext quietly(Tables tables) {
        try {
            return visit(tables);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void act(DeskContext visit, String said, List<String> wrong, Set<String> done) {
        People.with(visit, "移出", said + " 退学", (who, reason) -> {
            taken(who, said, reason, wrong);
            done.add(said);
            return List.of();
        });
    }

    private static void taken(Enrolled who, String said, String reason, List<String> wrong) {
        if (!who.student().name().equals(said) || !reason.equals("退学")) {
            wrong.add(said + " took " + who.student().name() + " for " + reason);
        }
    }
}
