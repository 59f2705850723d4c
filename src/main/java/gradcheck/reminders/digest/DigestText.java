package gradcheck.reminders.digest;

import gradcheck.copy.Copy;
import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.reminders.digest.Digest.Facts;
import gradcheck.reminders.digest.Escalation.Listed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a secretary reads in the morning: the numbers with what changed, the deadlines, the names, and one thing to begin with. */
final class DigestText {
    /** From then on a deadline is counted down. */
    private static final int AHEAD_DAYS = 14;

    /** More names than this nobody reads on a phone. */
    private static final int MOST_NAMES = 30;

    private final Season season;
    private final Copy copy;

    DigestText(Season season, Copy copy) {
        this.season = season;
        this.copy = copy;
    }

    /**
     * Who is named.
     *
     * @param asked who waits for the word that an account is theirs
     * @param named whom to call: the silent ones, or in the last days all who are left
     * @param isLast whether these are the last days before a deadline
     */
    record People(List<AccountAsked> asked, List<Listed> named, boolean isLast) {}

    /**
     * The whole morning.
     *
     * @param before what the last one said; empty for the first
     */
    String of(Facts facts, Optional<Facts> before, People people, LocalDate today) {
        Facts old = before.orElse(facts);
        List<Say> lines = new ArrayList<>();
        lines.add(line(DigestPhrases.UNCONFIRMED, facts.unconfirmed(), old.unconfirmed()));
        lines.add(line(DigestPhrases.UNCOLLECTED, facts.uncollected(), old.uncollected()));
        if (facts.unknown() > 0) {
            lines.add(line(DigestPhrases.UNKNOWN, facts.unknown(), old.unknown()));
        }
        lines.add(line(DigestPhrases.TO_REVIEW, facts.toReview(), old.toReview()));
        if (facts.unreachable() > 0) {
            lines.add(line(DigestPhrases.UNREACHABLE, facts.unreachable(), old.unreachable()));
        }
        lines.addAll(deadlines(today));
        List<String> text = new ArrayList<>();
        text.add(copy.render(DigestPhrases.DIGEST.with("students", facts.students(), "lines", lines)));
        List<Listed> named = people.named();
        if (!people.asked().isEmpty()) {
            text.add(copy.render(
                    DigestPhrases.ACCOUNTS.with("count", facts.accounts(), "lines", accounts(people.asked()))));
        }
        if (!named.isEmpty()) {
            text.add(copy.render((people.isLast() ? DigestPhrases.LEFT : DigestPhrases.SILENT)
                    .with("count", named.size(), "names", names(named))));
        }
        text.add(copy.render(next(facts, people)));
        return String.join("\n\n", text);
    }

    /** The deadlines that are near enough to be felt. */
    private List<Say> deadlines(LocalDate today) {
        List<Say> near = new ArrayList<>();
        season.recordCloses()
                .filter(day -> isNear(today, day))
                .ifPresent(day ->
                        near.add(deadline(DigestPhrases.RECORD_DEADLINE, DigestPhrases.RECORD_TODAY, today, day)));
        if (isNear(today, season.photoDeadline())) {
            near.add(deadline(DigestPhrases.PHOTO_DEADLINE, DigestPhrases.PHOTO_TODAY, today, season.photoDeadline()));
        }
        return near;
    }

    private static boolean isNear(LocalDate today, LocalDate day) {
        return !today.isAfter(day) && !today.plusDays(AHEAD_DAYS).isBefore(day);
    }

    private static Say deadline(Phrase counted, Phrase last, LocalDate today, LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        String said = Season.said(day);
        return days == 0 ? last.with("day", said) : counted.with("days", days, "day", said);
    }

    /** One thing to begin the morning with. */
    private static Say next(Facts facts, People people) {
        if (!people.asked().isEmpty()) {
            AccountAsked first = people.asked().get(0);
            return DigestPhrases.NEXT_ACCOUNT.with(
                    "number",
                    first.student().number(),
                    "account",
                    first.account().value());
        }
        List<Listed> named = people.named();
        if (facts.toReview() > 0) {
            return DigestPhrases.NEXT_REVIEW.say();
        }
        if (!named.isEmpty()) {
            return DigestPhrases.NEXT_CALL.with("name", named.get(0).who().name());
        }
        return facts.unconfirmed() > 0 ? DigestPhrases.NEXT_UNCONFIRMED.say() : DigestPhrases.NEXT_PROGRESS.say();
    }

    private static Say line(Phrase phrase, int now, int before) {
        Say change = now == before
                ? DigestPhrases.SAME.say()
                : (now < before ? DigestPhrases.LESS : DigestPhrases.MORE).with("count", Math.abs(now - before));
        return phrase.with("count", now, "change", change);
    }

    private static List<Say> accounts(List<AccountAsked> asked) {
        return asked.stream()
                .limit(MOST_NAMES)
                .<Say>map(a -> DigestPhrases.ACCOUNT.with(
                        "name",
                        a.student().name(),
                        "tail",
                        Student.tail(a.student().number()),
                        "account",
                        a.account().value()))
                .toList();
    }

    private static List<Say> names(List<Listed> named) {
        List<Say> names = new ArrayList<>();
        named.stream().limit(MOST_NAMES).forEach(listed -> {
            String number = listed.who().number();
            names.add(DigestPhrases.NAME.with(
                    "name", listed.who().name(),
                    "tail", Student.tail(number),
                    "className", listed.who().className(),
                    "lacks",
                            listed.lacks().stream()
                                    .map(l -> l.audience().title())
                                    .collect(Collectors.joining("、"))));
        });
        if (named.size() > MOST_NAMES) {
            names.add(DigestPhrases.MORE_NAMES.with("count", named.size() - MOST_NAMES));
        }
        return names;
    }
}
