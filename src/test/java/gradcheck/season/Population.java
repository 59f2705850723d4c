package gradcheck.season;

import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.StudentState;
import gradcheck.message.PersonId;
import gradcheck.season.Pupil.Habit;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes the students and secretaries of a spring, and what happens to them whatever the bot does. */
final class Population {
    private static final int MOST_COLLEGES = 20;
    private static final int A_COLLEGE = 15;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final Spring spring;
    private final SplittableRandom random;
    private int colleges;
    private final List<Student> roster = new ArrayList<>();

    Population(Spring spring, SplittableRandom random) {
        this.spring = spring;
        this.random = random;
    }

    void settle(int students) {
        colleges = Math.max(1, Math.min(MOST_COLLEGES, students / A_COLLEGE));
        List<Member> staff = new ArrayList<>();
        for (int i = 0; i < colleges; i++) {
            PersonId person = new PersonId("jm-" + i);
            spring.secretaries.add(person);
            staff.add(new Member(person, Role.SECRETARY, "学院" + i, "教秘" + i, "jm" + i + "@example.edu.cn", ""));
        }
        for (int i = 0; i < students; i++) {
            add(i);
        }
        Instant start = spring.now();
        spring.store()
                .write(tables -> {
                    tables.staff().replaceAll(staff);
                    roster.forEach(s -> tables.students().put(2027, new PersonId(s.number()), s, start));
                    return start;
                })
                .join();
    }

    private void add(int index) {
        String number = String.format("3202301%05d", index);
        String college = "学院" + index % colleges;
        WebPhoto photo = photo();
        boolean retaken = photo == WebPhoto.ONLINE && random.nextInt(30) == 0;
        Set<StudentState> lacks = EnumSet.of(StudentState.UNCONFIRMED);
        switch (photo) {
            case UNKNOWN -> lacks.add(StudentState.PHOTO_UNKNOWN);
            case NOT_COLLECTED -> lacks.add(StudentState.UNCOLLECTED);
            case ONLINE -> lacks.add(StudentState.UNCHECKED);
            case COLLECTED -> {
                // Nothing to do until it shows.
            }
        }
        if (retaken) {
            lacks.add(StudentState.RETAKE);
        }
        Pupil pupil = new Pupil(number, college, habit(), lacks, spring.now());
        spring.pupils.put(pupil.person, pupil);
        roster.add(new Student(number, values(index, number, college), photo, retaken));
        fate(pupil, photo);
    }

    private void fate(Pupil pupil, WebPhoto photo) {
        if (pupil.habit == Habit.PROMPT && random.nextInt(3) == 0) {
            spring.plan(daytime(), () -> spring.whenUp(() -> spring.deeds.act(pupil)));
        }
        if (photo == WebPhoto.COLLECTED) {
            spring.plan(daytime(), () -> spring.whenUp(() -> spring.office.online(pupil)));
        }
        if (random.nextInt(50) == 0) {
            Instant from = daytime();
            spring.plan(from, () -> spring.whenUp(() -> spring.office.pause(pupil)));
            spring.plan(
                    from.plus(Duration.ofDays(4 + random.nextInt(12))),
                    () -> spring.whenUp(() -> spring.office.resume(pupil)));
        } else if (random.nextInt(40) == 0) {
            Instant from = daytime();
            spring.plan(from, () -> spring.whenUp(() -> spring.office.takeOut(pupil)));
            if (random.nextInt(4) == 0) {
                Instant back = from.plus(Duration.ofDays(2 + random.nextInt(9)));
                spring.plan(back, () -> spring.whenUp(() -> spring.office.resume(pupil)));
            }
        }
        if (random.nextInt(20) == 0) {
            spring.plan(daytime(), () -> spring.whenUp(() -> spring.office.extend(pupil)));
        }
        if (random.nextInt(12) == 0) {
            spring.plan(daytime(), () -> spring.whenUp(() -> spring.office.reopen(pupil)));
        }
        if (random.nextInt(60) == 0) {
            spring.platform.invalidUntil.put(pupil.person, daytime());
        } else if (random.nextInt(150) == 0) {
            spring.platform.unlicensed.add(pupil.person);
        }
    }

    private Instant daytime() {
        LocalDate day = Spring.FIRST.plusDays(2 + random.nextInt(spring.length.days() - 10));
        return Spring.grid(Spring.at(day, 9 + random.nextInt(12), random.nextInt(60)));
    }

    private Habit habit() {
        int roll = random.nextInt(100);
        if (roll < 40) {
            return Habit.PROMPT;
        }
        if (roll < 70) {
            return Habit.LATE;
        }
        return roll < 92 ? Habit.FORGETFUL : Habit.NEVER;
    }

    private WebPhoto photo() {
        int roll = random.nextInt(100);
        if (roll < 40) {
            return WebPhoto.ONLINE;
        }
        if (roll < 65) {
            return WebPhoto.NOT_COLLECTED;
        }
        return roll < 85 ? WebPhoto.COLLECTED : WebPhoto.UNKNOWN;
    }

    private Map<String, String> values(int index, String number, String college) {
        LocalDate born = LocalDate.of(2004, 9, 1).plusDays(random.nextInt(365));
        Map<String, String> values = new HashMap<>();
        values.put("XH", number);
        values.put("XM", "学生" + index);
        values.put("XB", "男");
        values.put("CSRQ", DATE.format(born));
        values.put("MZ", "汉族");
        values.put("ZZMM", "共青团员");
        values.put("ZJLX", "居民身份证");
        values.put("SFZH", identity(born, index));
        values.put("FY", college);
        values.put("ZYMC", "专业");
        values.put("BH", college + index % 3 + "班");
        values.put("CC", "本科");
        values.put("XZ", "4");
        values.put("RXRQ", "20230901");
        values.put("YJBYRQ", "20270630");
        values.put("KSH", String.format("23620100%06d", index));
        return values;
    }

    /** The address code 629999 is assigned to nobody. */
    private static String identity(LocalDate born, int index) {
        String body = "629999" + DATE.format(born) + String.format("%03d", index % 499 * 2 + 1);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
