package gradcheck.season;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.StudentState;
import gradcheck.message.PersonId;
import gradcheck.reminders.ReminderRounds;
import gradcheck.store.outbox.RoundRows;
import gradcheck.store.record.CorrectionRows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What secretaries and the registrar do. */
final class Office {
    /** Whom rounds are for, the usual ones oftener. */
    private static final List<StudentState> AUDIENCES = List.of(
            StudentState.UNCONFIRMED,
            StudentState.UNCONFIRMED,
            StudentState.UNCONFIRMED,
            StudentState.UNCOLLECTED,
            StudentState.UNCHECKED,
            StudentState.POSTPONED,
            StudentState.UNSUBMITTED);

    private final Spring spring;
    private final SplittableRandom random;

    Office(Spring spring, SplittableRandom random) {
        this.spring = spring;
        this.random = random;
    }

    void startRound() {
        if (spring.bot() == null) {
            return;
        }
        StudentState audience = AUDIENCES.get(random.nextInt(AUDIENCES.size()));
        String college = random.nextInt(3) == 0 ? "" : "学院" + random.nextInt(spring.secretaries.size());
        Instant from = spring.botNow().plus(Duration.ofMinutes(5));
        ReminderRounds.Request request = new ReminderRounds.Request(audience, List.of(college), Set.of());
        RoundRows.Row round = spring.store()
                .write(tables -> spring.bot().rounds().start(tables, request, spring.secretaries.get(0), from))
                .join();
        spring.rounds++;
        int fate = random.nextInt(4);
        if (fate == 0) {
            spring.write(tables -> spring.bot().rounds().pause(tables, round.id()));
            spring.plan(
                    spring.now().plus(Duration.ofMinutes(random.nextBoolean() ? 90 : 3 * 24 * 60)),
                    () -> spring.whenUp(
                            () -> spring.write(t -> spring.bot().rounds().resume(t, round.id()))));
        } else if (fate == 1) {
            spring.plan(
                    spring.now().plus(Duration.ofMinutes(3)),
                    () -> spring.whenUp(
                            () -> spring.write(t -> spring.bot().rounds().cancel(t, round.id()))));
        } else if (fate == 2) {
            spring.plan(
                    spring.now().plus(Duration.ofDays(2)),
                    () -> spring.whenUp(() -> spring.write(
                            t -> spring.bot().rounds().resendFailed(t, round.id(), spring.secretaries.get(0)))));
        }
    }

    void online(Pupil pupil) {
        photo(pupil, WebPhoto.ONLINE);
        pupil.lacksNow(spring.now(), StudentState.UNCHECKED, true);
    }

    void photo(Pupil pupil, WebPhoto photo) {
        Instant at = spring.now();
        spring.write(tables -> {
            tables.students().setWebPhoto(2027, pupil.number, photo, at);
            return at;
        });
        pupil.lacksNow(spring.now(), StudentState.UNCOLLECTED, false);
        pupil.lacksNow(spring.now(), StudentState.PHOTO_UNKNOWN, false);
    }

    /** A secretary wants it once more, of somebody who has confirmed. */
    void reopen(Pupil pupil) {
        if (pupil.saysReceipt && !pupil.lacks(StudentState.REOPENED)) {
            say(pupil, "重开 " + pupil.number + " 再看一遍", "重开核对");
            pupil.lacksNow(spring.now(), StudentState.REOPENED, true);
        }
    }

    void pause(Pupil pupil) {
        say(pupil, "暂停 " + pupil.number + " 请病假", "已暂停");
        pupil.takesPartNow(spring.now(), false);
    }

    /** Who graduates a year later is out of this year's list. */
    void takeOut(Pupil pupil) {
        say(pupil, "移出 " + pupil.number + " 延期毕业", "移出今年名单");
        pupil.takesPartNow(spring.now(), false);
    }

    void resume(Pupil pupil) {
        say(pupil, "恢复 " + pupil.number, "已恢复");
        pupil.takesPartNow(spring.now(), true);
    }

    /** More time for the record, some days after everybody else's last day where there is one. */
    void extend(Pupil pupil) {
        LocalDate today = Spring.day(spring.now());
        LocalDate from =
                spring.setup.season().recordCloses().filter(today::isBefore).orElse(today);
        LocalDate until = from.plusDays(2 + random.nextInt(14));
        String day = until.getMonthValue() + "月" + until.getDayOfMonth() + "日";
        say(pupil, "延期 " + pupil.number + " " + day, "延期到 " + day);
        pupil.extendedNow(spring.now(), until);
    }

    /** The secretary decides about the correction that waits. */
    void judge(Pupil pupil) {
        spring.settle();
        Optional<Integer> tag = spring.store().read(tables -> tables.corrections().of(2027, pupil.number).stream()
                .filter(row -> row.state() == CorrectionState.PENDING)
                .map(CorrectionRows.Row::tag)
                .findFirst());
        boolean back = random.nextBoolean();
        tag.ifPresent(number -> {
            say(pupil, back ? "退回 " + number + " 查过了，系统里是对的" : "通过 " + number, back ? "退回" : "通过");
            pupil.lacksNow(spring.now(), StudentState.SENT_BACK, back);
        });
    }

    /** In words, as the secretary of the student's college; what students have begun to say is heard before. */
    private void say(Pupil pupil, String words, String expected) {
        spring.settle();
        pupil.tell(spring.now(), "the secretary says " + words);
        String answer = spring.say(new PersonId(pupil.college.replace("学院", "jm-")), words)
                .join();
        if (!answer.contains(expected)) {
            spring.broken.add(new Violation(Checker.CONFIRMED, pupil, words + " was answered " + answer));
        }
    }
}
