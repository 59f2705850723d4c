package gradcheck.season;

import gradcheck.reminders.Audience;
import gradcheck.store.CorrectionRows;
import gradcheck.store.PhotoFacts;
import gradcheck.verification.CorrectionState;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.WebPhoto;
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
        for (Audience lack : List.copyOf(pupil.now().lacks())) {
            act(pupil, lack);
            if (pupil.habit != Pupil.Habit.PROMPT) {
                return;
            }
        }
    }

    private void act(Pupil pupil, Audience lack) {
        switch (lack) {
            case UNCONFIRMED -> {
                confirm(pupil, List.of("开始核对", "已阅读", "无误"));
                pupil.lacksNow(spring.now(), Audience.UNCONFIRMED, false);
                if (random.nextInt(7) == 0) {
                    correct(pupil, spring.now());
                }
            }
            case REOPENED -> {
                confirm(pupil, List.of("重新核对", "无误"));
                pupil.lacksNow(spring.now(), Audience.REOPENED, false);
            }
            case NOT_COLLECTED -> spring.plan(
                    Spring.at(Spring.day(spring.now()).plusDays(1 + random.nextInt(4)), 10, 5),
                    () -> spring.whenUp(() -> {
                        if (pupil.lacks(Audience.NOT_COLLECTED)) {
                            office.photo(pupil, WebPhoto.COLLECTED);
                            spring.plan(
                                    Spring.at(Spring.day(spring.now()).plusDays(9 + random.nextInt(10)), 10, 5),
                                    () -> spring.whenUp(() -> office.online(pupil)));
                        }
                    }));
            case PHOTO_UNKNOWN -> {
                boolean taken = random.nextInt(3) > 0;
                note(pupil, PhotoFact.WEB, taken ? "已上网" : "未采集");
                pupil.lacksNow(spring.now(), Audience.PHOTO_UNKNOWN, false);
                pupil.lacksNow(spring.now(), taken ? Audience.UNCHECKED : Audience.NOT_COLLECTED, true);
            }
            case UNCHECKED -> {
                note(pupil, PhotoFact.OWN_CHECK, "正确");
                note(pupil, PhotoFact.CHSI_RECORD, "正确");
                pupil.lacksNow(spring.now(), Audience.UNCHECKED, false);
            }
            case RETAKE -> {
                note(pupil, PhotoFact.NEWEST, "是");
                note(pupil, PhotoFact.PAPER, "已交");
                pupil.lacksNow(spring.now(), Audience.RETAKE, false);
            }
            case MATERIAL_DUE -> office.review(pupil, CorrectionState.MATERIAL_DUE, CorrectionState.MATERIAL_SENT);
            case SENT_BACK -> office.review(pupil, CorrectionState.SENT_BACK, CorrectionState.WITHDRAWN);
            default -> {
                // Nobody is in the others in this spring.
            }
        }
    }

    private void note(Pupil pupil, PhotoFact fact, String value) {
        Instant at = spring.now();
        spring.write(tables -> {
            tables.photoFacts().note(2027, pupil.number, fact, new PhotoFacts.Noted(value, at));
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
                spring.broken.add(pupil.number + " confirmed and got no receipt: " + answer);
            }
        }));
    }

    private void correct(Pupil pupil, Instant at) {
        pupil.corrects = true;
        boolean key = random.nextInt(3) == 0;
        CorrectionState first = key ? CorrectionState.MATERIAL_DUE : CorrectionState.PENDING;
        spring.write(tables -> tables.corrections()
                .add(
                        new CorrectionRows.Owner(2027, pupil.college, pupil.number, 1),
                        new CorrectionRows.New("MZ", "汉族", "回族", key ? "关键信息" : "一般信息", first, Map.of()),
                        at));
        if (key) {
            pupil.lacksNow(at, Audience.MATERIAL_DUE, true);
            return;
        }
        boolean back = random.nextBoolean();
        spring.plan(
                Spring.at(Spring.day(at).plusDays(1 + random.nextInt(5)), 15, 35),
                () -> spring.whenUp(() -> office.review(
                        pupil, CorrectionState.PENDING, back ? CorrectionState.SENT_BACK : CorrectionState.PASSED)));
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
