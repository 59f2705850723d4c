package gradcheck.season;

import gradcheck.season.FakePlatform.Kill;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** What goes wrong in a spring: the bot is killed, the platform is out or limits it, and its clock is wrong. */
final class Mishaps {
    private final Spring spring;
    private final Office office;
    private final SplittableRandom random;
    private boolean killBetween;
    private boolean killInPrepare;

    Mishaps(Spring spring, Office office, SplittableRandom random) {
        this.spring = spring;
        this.office = office;
        this.random = random;
    }

    /** Whether the bot is to die between queueing and sending; it dies of that once. */
    boolean killsBetween() {
        boolean kills = killBetween;
        killBetween = false;
        return kills;
    }

    boolean killsInPrepare() {
        return killInPrepare;
    }

    /** The bot is dead; for how long. */
    Duration died() {
        killInPrepare = false;
        int fate = random.nextInt(20);
        return fate == 0
                ? Duration.ofHours(1 + random.nextInt(7))
                : fate < 6 ? Duration.ofMinutes(1 + random.nextInt(90)) : Duration.ofSeconds(1 + random.nextInt(90));
    }

    void plan() {
        for (int i = 0; i < spring.length.kills; i++) {
            // Mostly when something is being sent: then a crash hurts.
            boolean sending = random.nextInt(4) > 0;
            Instant when = sending
                    ? Spring.at(day(), random.nextBoolean() ? 8 : 12, random.nextInt(60))
                    : Spring.at(day(), random.nextInt(24), random.nextInt(60));
            spring.plan(when, this::kill);
        }
        for (int i = 0; i < often(6); i++) {
            Instant from = Spring.at(day(), 8 + random.nextInt(6), random.nextInt(60));
            spring.platform.outages.add(new FakePlatform.Outage(
                    from, from.plus(Duration.ofMinutes(5 + random.nextInt(240))), random.nextInt(3) == 0));
        }
        for (int i = 0; i < often(12); i++) {
            // A minute's limit mostly, an hour's, and once in a while the day's.
            Instant from = Spring.at(day(), random.nextBoolean() ? 8 : 12, random.nextInt(60));
            int kind = random.nextInt(16);
            spring.platform.limits.add(new FakePlatform.Limit(
                    from,
                    kind == 0
                            ? hit -> Spring.at(Spring.day(hit).plusDays(1), 0, 0)
                            : hit -> hit.plus(kind < 5 ? Duration.ofMinutes(60) : Duration.ofSeconds(60))));
        }
        for (int i = 0; i < often(6); i++) {
            Instant from = Spring.at(day(), 9 + random.nextInt(7), random.nextInt(60));
            int minutes = random.nextInt(29) - 14;
            Instant to = from.plus(Duration.ofMinutes(30 + random.nextInt(90)));
            spring.wrong.add(new Instant[] {from, to});
            spring.plan(from, () -> spring.jump(Duration.ofMinutes(minutes)));
            spring.plan(to, () -> spring.jump(Duration.ZERO));
        }
        for (int i = 0; i < often(10); i++) {
            spring.plan(Spring.at(day(), 9 + random.nextInt(12), 1 + random.nextInt(28)), office::startRound);
        }
    }

    /** So often in a whole spring. */
    private int often(int times) {
        return (times * spring.length.days() + Length.WHOLE.days() - 1) / Length.WHOLE.days();
    }

    private LocalDate day() {
        return Spring.FIRST.plusDays(1 + random.nextInt(spring.length.days() - 4));
    }

    private void kill() {
        if (spring.bot() == null || spring.platform.isKilling() || killInPrepare || killBetween) {
            spring.plan(spring.now().plus(Duration.ofHours(3)), this::kill);
            return;
        }
        int where = random.nextInt(10);
        if (where < 4) {
            spring.platform.killNext(Kill.BEFORE);
        } else if (where < 7) {
            spring.platform.killNext(Kill.AFTER);
        } else if (where < 9) {
            killInPrepare = true;
        } else {
            killBetween = true;
        }
        // Where nothing is sent any more on that day, it dies in its sleep.
        spring.plan(spring.now().plus(Duration.ofHours(6)), () -> {
            if ((spring.platform.isKilling() || killInPrepare) && spring.bot() != null) {
                spring.platform.killNext(Kill.NONE);
                spring.die();
            }
        });
    }
}
