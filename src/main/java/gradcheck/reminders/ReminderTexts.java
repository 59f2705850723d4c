package gradcheck.reminders;

import gradcheck.copy.Copy;
import gradcheck.domain.Season;
import gradcheck.domain.status.CorrectionCase;
import gradcheck.domain.status.StudentState;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One message of everything a student lacks: what, how many days are left, what happens otherwise, and the one next
 * step. Nothing in it is the student's own but the numbers of their corrections, so that equal reminders are equal texts.
 */
final class ReminderTexts {
    private static final Map<String, Phrase> LINES = Map.ofEntries(
            Map.entry("record", ReminderPhrases.UNCONFIRMED),
            Map.entry("again", ReminderPhrases.REOPENED),
            Map.entry("back", ReminderPhrases.SENT_BACK),
            Map.entry("material", ReminderPhrases.MATERIAL_DUE),
            Map.entry("party", ReminderPhrases.PARTY),
            Map.entry("submit", ReminderPhrases.UNSUBMITTED),
            Map.entry("photo", ReminderPhrases.NOT_COLLECTED),
            Map.entry("unknown", ReminderPhrases.PHOTO_UNKNOWN),
            Map.entry("check", ReminderPhrases.UNCHECKED),
            Map.entry("retake", ReminderPhrases.RETAKE),
            Map.entry("paper", ReminderPhrases.PAPER));
    private static final Map<StudentState, Phrase> STEPS = Map.ofEntries(
            Map.entry(StudentState.UNCONFIRMED, ReminderPhrases.STEP_UNCONFIRMED),
            Map.entry(StudentState.REOPENED, ReminderPhrases.STEP_REOPENED),
            Map.entry(StudentState.SENT_BACK, ReminderPhrases.STEP_SENT_BACK),
            Map.entry(StudentState.MATERIAL_DUE, ReminderPhrases.STEP_MATERIAL_DUE),
            Map.entry(StudentState.POSTPONED, ReminderPhrases.STEP_PARTY),
            Map.entry(StudentState.UNSUBMITTED, ReminderPhrases.STEP_UNSUBMITTED),
            Map.entry(StudentState.UNCOLLECTED, ReminderPhrases.STEP_NOT_COLLECTED),
            Map.entry(StudentState.PHOTO_UNKNOWN, ReminderPhrases.STEP_PHOTO),
            Map.entry(StudentState.UNCHECKED, ReminderPhrases.STEP_PHOTO),
            Map.entry(StudentState.RETAKE, ReminderPhrases.STEP_RETAKE),
            Map.entry(StudentState.PAPER_MISSING, ReminderPhrases.STEP_PAPER));
    /** R07, R26, R30: what the manual says, and nothing it doesn't. */
    private static final Map<StudentState, Phrase> WHYS = Map.of(
            StudentState.UNCONFIRMED, ReminderPhrases.WHY_RECORD,
            StudentState.REOPENED, ReminderPhrases.WHY_RECORD,
            StudentState.UNCOLLECTED, ReminderPhrases.WHY_PHOTO,
            StudentState.RETAKE, ReminderPhrases.WHY_SAME);
    /** So many days before the end "still" becomes "only". */
    private static final int NEAR = 7;

    private final Season season;
    private final Policy policy;
    private final Copy copy;

    ReminderTexts(Season season, Policy policy, Copy copy) {
        this.season = season;
        this.policy = policy;
        this.copy = copy;
    }

    /** Whether there are words of that name, and they fit what the audience lacks. */
    static boolean fits(String text, StudentState audience) {
        Phrase phrase = LINES.get(text);
        Phrase usual = LINES.get(audience.reminder());
        return phrase != null && usual != null && usual.placeholders().containsAll(phrase.placeholders());
    }

    /** The whole message; for who has stopped reminders it is the last notice, and says so. */
    String of(List<Lack> lacks, LocalDate today, boolean muted) {
        List<Say> parts = new ArrayList<>();
        parts.add(head(lacks, today, muted));
        for (int i = 0; i < lacks.size(); i++) {
            Say line = line(lacks.get(i), today);
            parts.add(lacks.size() == 1 ? line : ReminderPhrases.NUMBERED.with("number", i + 1, "line", line));
        }
        Set<Phrase> whys = new LinkedHashSet<>();
        lacks.forEach(lack -> {
            if (WHYS.containsKey(lack.audience())) {
                whys.add(WHYS.get(lack.audience()));
            }
        });
        whys.forEach(why -> parts.add(why.say()));
        parts.add(ReminderPhrases.NEXT.with("step", step(lacks.get(0))));
        if (!muted && !lacks.get(0).isLastDay(today)) {
            parts.add(ReminderPhrases.STOP.say());
        }
        return parts.stream().map(copy::render).collect(Collectors.joining("\n"));
    }

    private static Say head(List<Lack> lacks, LocalDate today, boolean muted) {
        if (muted) {
            return ReminderPhrases.HEAD_MUTED.say();
        }
        if (lacks.get(0).isLastDay(today)) {
            return ReminderPhrases.HEAD_TODAY.say();
        }
        return lacks.size() == 1 ? ReminderPhrases.HEAD.say() : ReminderPhrases.HEAD_MANY.with("count", lacks.size());
    }

    private Say line(Lack lack, LocalDate today) {
        Phrase phrase = LINES.getOrDefault(policy.text(lack.audience()), ReminderPhrases.UNCONFIRMED);
        Map<String, Object> values = new HashMap<>(Map.of("when", when(lack, today)));
        if (phrase.placeholders().contains("corrections")) {
            values.put("corrections", lack.reviews().stream().map(this::named).collect(Collectors.joining("、")));
        }
        return phrase.with(values);
    }

    private Say when(Lack lack, LocalDate today) {
        if (lack.deadline().isEmpty()) {
            return ReminderPhrases.WHEN_NONE.say();
        }
        long days = lack.daysLeft(today).orElseThrow();
        LocalDate last = lack.deadline().get();
        String date = Season.said(last);
        if (days == 0) {
            return ReminderPhrases.WHEN_TODAY.say();
        }
        if (days == 1) {
            return ReminderPhrases.WHEN_TOMORROW.with("date", date);
        }
        return days <= NEAR
                ? ReminderPhrases.WHEN_NEAR.with("days", days, "date", date)
                : ReminderPhrases.WHEN_FAR.with("days", days, "date", date);
    }

    private Say step(Lack lack) {
        Phrase phrase = STEPS.getOrDefault(lack.audience(), ReminderPhrases.STEP_PHOTO);
        if (phrase.placeholders().contains("phone")) {
            return phrase.with("phone", season.office().phone());
        }
        return phrase.placeholders().contains("field")
                ? phrase.with("field", label(lack.reviews().get(0)))
                : phrase.say();
    }

    private String named(CorrectionCase review) {
        return label(review) + "（" + review.tag() + "）";
    }

    private String label(CorrectionCase review) {
        return season.fields().label(review.field());
    }
}
