package gradcheck.season;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.StudentState;
import gradcheck.store.record.CorrectionRows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** What students do, by habit and by chance: when they are reminded, and when they think of it themselves. */
final class Deeds {
    private final Spring spring;
    private final Office office;
    private final SplittableRandom random;

    Deeds(Spring spring, Office office, SplittableRandom random) {
        this.spring = spring;
        this.office = office;
        this.random = random;
    }

    void arrived(FakePlatform.Delivery delivery) {
        Pupil pupil = spring.pupils.get(delivery.person());
        if (pupil == null || !FakePlatform.isUnasked(delivery.text())) {
            return;
        }
        pupil.tell(delivery.at(), "is reminded: " + delivery.text().replace('\n', ' '));
        if (random.nextInt(60) == 0) {
            spring.plan(
                    Spring.grid(delivery.at().plus(Duration.ofMinutes(7))),
                    () -> spring.whenUp(() -> mute(pupil, true)));
            if (random.nextInt(3) == 0) {
                spring.plan(
                        Spring.grid(delivery.at().plus(Duration.ofDays(3))),
                        () -> spring.whenUp(() -> mute(pupil, false)));
            }
        }
        if (random.nextDouble() < pupil.habit.acts) {
            Duration later = Duration.ofMinutes(3 + random.nextInt(pupil.habit.hours * 60));
            spring.plan(awake(delivery.at().plus(later)), () -> spring.whenUp(() -> act(pupil)));
        }
    }

    private void mute(Pupil pupil, boolean muted) {
        say(pupil, muted ? "停止提醒" : "恢复提醒").join();
        pupil.mutedNow(spring.now(), muted);
    }

    /** The student does the next thing, or all of them. */
    void act(Pupil pupil) {
        for (StudentState lack : List.copyOf(pupil.now().lacks())) {
            if (!isTooLate(pupil, lack)) {
                act(pupil, lack);
            }
            if (pupil.habit != Pupil.Habit.PROMPT) {
                return;
            }
        }
    }

    private void act(Pupil pupil, StudentState lack) {
        switch (lack) {
            case UNCONFIRMED -> {
                begin(pupil);
                if (random.nextInt(7) == 0 && !pupil.lacks(StudentState.POSTPONED)) {
                    correct(pupil, spring.now());
                }
            }
            case REOPENED -> {
                confirm(pupil, List.of("重新核对", "无误"));
                pupil.lacksNow(spring.now(), StudentState.REOPENED, false);
                pupil.lacksNow(spring.now(), StudentState.SENT_BACK, false);
            }
            case UNCOLLECTED -> spring.plan(
                    Spring.at(Spring.day(spring.now()).plusDays(1 + random.nextInt(4)), 10, 5),
                    () -> spring.whenUp(() -> {
                        if (pupil.lacks(StudentState.UNCOLLECTED)) {
                            office.photo(pupil, WebPhoto.COLLECTED);
                            spring.plan(
                                    Spring.at(Spring.day(spring.now()).plusDays(9 + random.nextInt(10)), 10, 5),
                                    () -> spring.whenUp(() -> office.online(pupil)));
                        }
                    }));
            case PHOTO_UNKNOWN -> {
                boolean taken = random.nextInt(3) > 0;
                note(pupil, PhotoFact.WEB, taken ? "已上网" : "未采集");
                pupil.lacksNow(spring.now(), StudentState.PHOTO_UNKNOWN, false);
                pupil.lacksNow(spring.now(), taken ? StudentState.UNCHECKED : StudentState.UNCOLLECTED, true);
            }
            case UNCHECKED -> {
                note(pupil, PhotoFact.OWN_CHECK, "正确");
                note(pupil, PhotoFact.CHSI_RECORD, "正确");
                pupil.lacksNow(spring.now(), StudentState.UNCHECKED, false);
            }
            case RETAKE -> {
                note(pupil, PhotoFact.NEWEST, "是");
                note(pupil, PhotoFact.PAPER, "已交");
                pupil.lacksNow(spring.now(), StudentState.RETAKE, false);
            }
            case MATERIAL_DUE -> {
                hear(pupil, "材料已寄", "材料已寄");
                pupil.lacksNow(spring.now(), StudentState.MATERIAL_DUE, false);
            }
            case SENT_BACK -> {
                confirm(pupil, List.of("重新核对", "上次写错了", "无误"));
                pupil.lacksNow(spring.now(), StudentState.SENT_BACK, false);
            }
            case POSTPONED -> party(pupil);
            case UNSUBMITTED -> submit(pupil);
            default -> throw new IllegalArgumentException("nobody can be reminded of " + lack);
        }
    }

    /** The first check; some have become members of the Party, or believe it, and have yet to ask (R11). */
    private void begin(Pupil pupil) {
        boolean believes = random.nextInt(9) == 0;
        confirm(pupil, believes ? List.of("开始核对", "已阅读", "政治面貌改为中共预备党员", "还没问") : List.of("开始核对", "已阅读", "无误"));
        pupil.lacksNow(spring.now(), StudentState.UNCONFIRMED, false);
        pupil.lacksNow(spring.now(), StudentState.POSTPONED, believes);
    }

    /** The Party committee was asked, and said yes or no. */
    private void party(Pupil pupil) {
        if (random.nextInt(3) > 0) {
            confirm(pupil, List.of("政治面貌", "确认过了"));
            judgeSoon(pupil, spring.now());
        } else {
            spring.await(say(pupil, "政治面貌"));
            spring.await(say(pupil, "取消"));
            hear(pupil, "放弃", "已放弃");
        }
        pupil.lacksNow(spring.now(), StudentState.POSTPONED, false);
    }

    /** Submits in the 注册系统, and says so. */
    private void submit(Pupil pupil) {
        if (pupil.lacks(StudentState.UNSUBMITTED)) {
            hear(pupil, "已提交", "注册系统已提交");
            pupil.lacksNow(spring.now(), StudentState.UNSUBMITTED, false);
        }
    }

    /** What is about a confirmation can't be settled after its last day, or before the confirmation is made again. */
    private boolean isTooLate(Pupil pupil, StudentState lack) {
        return (lack == StudentState.POSTPONED || lack == StudentState.SENT_BACK)
                && !spring.asked.of(pupil.now(), Spring.day(spring.now())).contains(lack);
    }

    private void hear(Pupil pupil, String word, String expected) {
        spring.await(say(pupil, word).thenAccept(answer -> {
            if (!answer.contains(expected)) {
                spring.broken.add(new Violation(Checker.CONFIRMED, pupil, word + " was answered " + answer));
            }
        }));
    }

    private void note(Pupil pupil, PhotoFact fact, String value) {
        Instant at = spring.now();
        spring.write(tables -> {
            tables.photoFacts().note(2027, pupil.number, fact, new Noted(value, at));
            return at;
        });
    }

    private void confirm(Pupil pupil, List<String> words) {
        for (String word : words) {
            spring.await(say(pupil, word));
        }
        spring.await(say(pupil, "我确认").thenAccept(answer -> {
            if (answer.contains("回执号")) {
                pupil.saysReceipt = true;
                pupil.receipts++;
            } else {
                spring.broken.add(new Violation(Checker.CONFIRMED, pupil, "confirmed, and no receipt: " + answer));
            }
        }));
        if (spring.setup.season().registrationRequired()) {
            // The receipt sends them there; half of them go at once.
            pupil.lacksNow(spring.now(), StudentState.UNSUBMITTED, true);
            if (random.nextBoolean()) {
                Instant later = spring.now().plus(Duration.ofMinutes(10 + random.nextInt(80)));
                spring.plan(awake(later), () -> spring.whenUp(() -> submit(pupil)));
            }
        }
    }

    private void correct(Pupil pupil, Instant at) {
        boolean key = random.nextInt(3) == 0;
        CorrectionState first = key ? CorrectionState.MATERIAL_DUE : CorrectionState.PENDING;
        spring.write(tables -> tables.corrections()
                .add(
                        new CorrectionRows.Owner(2027, pupil.college, pupil.number, 1),
                        new CorrectionRows.New("MZ", "汉族", "回族", key ? "关键信息" : "一般信息", first, Map.of()),
                        at));
        if (key) {
            pupil.lacksNow(at, StudentState.MATERIAL_DUE, true);
            return;
        }
        judgeSoon(pupil, at);
    }

    private void judgeSoon(Pupil pupil, Instant at) {
        Instant later = Spring.at(Spring.day(at).plusDays(1 + random.nextInt(9)), 15, 35);
        spring.plan(later, () -> spring.whenUp(() -> office.judge(pupil)));
    }

    private CompletableFuture<String> say(Pupil pupil, String word) {
        pupil.tell(spring.now(), "says " + word);
        return spring.say(pupil.person, word);
    }

    /** Students sleep from midnight to seven. */
    private static Instant awake(Instant at) {
        ZonedDateTime local = at.atZone(Spring.ZONE);
        return Spring.grid(local.getHour() < 7 ? local.withHour(7).toInstant() : at);
    }
}
