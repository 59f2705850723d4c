package gradcheck.season;

import gradcheck.reminders.Audience;
import gradcheck.reminders.Rounds;
import gradcheck.store.CorrectionRows;
import gradcheck.store.Reopenings;
import gradcheck.store.RoundRows;
import gradcheck.verification.CorrectionState;
import gradcheck.verification.Standing;
import gradcheck.verification.WebPhoto;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What secretaries and the registrar do. */
final class Office {
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
        Audience audience = random.nextBoolean()
                ? Audience.UNCONFIRMED
                : random.nextBoolean() ? Audience.NOT_COLLECTED : Audience.UNCHECKED;
        String college = random.nextInt(3) == 0 ? "" : "学院" + random.nextInt(spring.secretaries.size());
        Instant from = spring.botNow().plus(Duration.ofMinutes(5));
        Rounds.Request request = new Rounds.Request(audience, List.of(college), Set.of());
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
        pupil.lacksNow(spring.now(), Audience.UNCHECKED, true);
    }

    void photo(Pupil pupil, WebPhoto photo) {
        Instant at = spring.now();
        spring.write(tables -> {
            tables.students().setWebPhoto(2027, pupil.number, photo, at);
            return at;
        });
        pupil.lacksNow(spring.now(), Audience.NOT_COLLECTED, false);
        pupil.lacksNow(spring.now(), Audience.PHOTO_UNKNOWN, false);
    }

    /** A secretary wants it once more, of somebody who has confirmed and corrected nothing. */
    void reopen(Pupil pupil) {
        if (!pupil.saysReceipt || pupil.corrects || pupil.lacks(Audience.REOPENED)) {
            return;
        }
        Instant at = spring.now();
        spring.write(tables -> {
            tables.reopenings().put(2027, new Reopenings.Row(pupil.number, pupil.receipts + 1, "再看一遍", "jm-0", at));
            return at;
        });
        pupil.lacksNow(at, Audience.REOPENED, true);
    }

    void review(Pupil pupil, CorrectionState from, CorrectionState to) {
        Instant at = spring.now();
        spring.write(tables -> {
            tables.corrections().of(2027, pupil.number).stream()
                    .filter(row -> row.state() == from)
                    .forEach(row -> tables.corrections().move(row.id(), from, new CorrectionRows.Step(to, "", "", at)));
            return at;
        });
        pupil.lacksNow(at, Audience.MATERIAL_DUE, false);
        pupil.lacksNow(at, Audience.SENT_BACK, to == CorrectionState.SENT_BACK);
    }

    void standing(Pupil pupil, Standing.State state) {
        Instant at = spring.now();
        spring.write(tables -> {
            tables.standings().put(2027, pupil.number, new Standing(state, "", Optional.empty(), "jm-0", at));
            return at;
        });
        pupil.takesPartNow(at, state == Standing.State.IN);
    }
}
