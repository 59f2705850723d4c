package gradcheck.reminders;

import gradcheck.copy.Copy;
import gradcheck.domain.QuietHours;
import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.reminders.DailyScheduler.Decision;
import gradcheck.store.Tables;
import gradcheck.store.query.Situations.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a moment looks like before it happens: who is due, in groups, with the words they would read; who is not, and why. */
public final class Plan {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final int LOOK_AHEAD_DAYS = 30;
    /** More would not tell the group any better. */
    private static final int MOST_REASONS = 3;

    private final Season season;
    private final Policy policy;
    private final Copy copy;
    private final Reminders reminders;
    private final Lacks lacks;
    private final ReminderTexts words;
    private final Schedule schedule;

    public Plan(Reminders.Ground ground, Reminders reminders) {
        this.season = ground.season();
        this.policy = ground.policy();
        this.copy = ground.copy();
        this.reminders = reminders;
        this.lacks = new Lacks(season);
        this.words = new ReminderTexts(season, policy, copy);
        this.schedule = new Schedule(policy, season.year());
    }

    /** The plan as text, and how many people it would write to. */
    public record Sheet(String text, int people) {}

    /** @param names how many names of each group are written out */
    public Sheet at(Tables tables, Instant moment, int names) {
        ZonedDateTime now = moment.atZone(season.zone());
        LocalDate today = now.toLocalDate();
        List<Say> says = new ArrayList<>();
        says.add(head(now));
        if (!policy.calendar().isKnown(today.getYear())) {
            says.add(PlanPhrases.UNKNOWN_YEAR.with("year", today.getYear()));
        }
        Optional<QuietHours.Block> quiet = policy.quiet().at(now.toLocalTime());
        List<Decision> decisions = quiet.isPresent() ? List.of() : reminders.decisions(tables, moment);
        Map<String, List<Decision>> groups = decisions.stream()
                .filter(Decision::isQueued)
                .collect(Collectors.groupingBy(
                        d -> words.of(d.lacks(), today, d.who().muted()), LinkedHashMap::new, Collectors.toList()));
        int people = groups.values().stream().mapToInt(List::size).sum();
        says.add(quiet.map(Plan::quiet).orElseGet(() -> sum(people, groups.size())));
        int number = 1;
        for (Map.Entry<String, List<Decision>> group : sorted(groups)) {
            says.add(group(number++, group.getKey(), group.getValue(), names, today));
        }
        says.addAll(notReminded(tables, decisions, today));
        next(tables, moment).ifPresent(says::add);
        return new Sheet(says.stream().map(copy::render).collect(Collectors.joining("\n")), people);
    }

    private static Say quiet(QuietHours.Block block) {
        return PlanPhrases.QUIET.with("from", TIME.format(block.from()), "to", TIME.format(block.to()));
    }

    private static Say sum(int people, int groups) {
        return people == 0 ? PlanPhrases.NOBODY.say() : PlanPhrases.SUM.with("people", people, "groups", groups);
    }

    private static List<Map.Entry<String, List<Decision>>> sorted(Map<String, List<Decision>> groups) {
        return groups.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .toList();
    }

    private Say head(ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        Phrase kind = policy.calendar().isWorkingDay(today) ? PlanPhrases.WORKING : PlanPhrases.OFF;
        return PlanPhrases.HEAD.with(
                "day", DAY.format(today),
                "weekday", today.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA),
                "kind", kind.say(),
                "time", TIME.format(now),
                "record",
                        season.recordCloses()
                                .<Object>map(day -> until(today, day))
                                .orElseGet(PlanPhrases.NO_WINDOW::say),
                "photo", until(today, season.photoDeadline()));
    }

    private static Say until(LocalDate today, LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return PlanPhrases.TODAY.with("date", SHORT.format(day));
        }
        return days < 0
                ? PlanPhrases.OVER.with("date", SHORT.format(day))
                : PlanPhrases.LEFT.with("date", SHORT.format(day), "days", days);
    }

    private Say group(int number, String text, List<Decision> group, int names, LocalDate today) {
        Decision first = group.get(0);
        String lacking = first.lacks().stream().map(l -> l.audience().title()).collect(Collectors.joining("＋"));
        String reasons = group.stream()
                .flatMap(d -> d.occasions().stream())
                .map(occasion -> reason(occasion, today))
                .distinct()
                .limit(MOST_REASONS)
                .collect(Collectors.joining("；"));
        Map<String, Long> byCollege = group.stream()
                .collect(Collectors.groupingBy(d -> d.who().who().college(), TreeMap::new, Collectors.counting()));
        String colleges = byCollege.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining("、"));
        String who = group.stream()
                .limit(names)
                .map(d -> d.who().who().name() + "（" + d.who().who().number() + "）")
                .collect(Collectors.joining("、"));
        Say more =
                group.size() > names ? PlanPhrases.MORE.with("count", group.size() - names) : PlanPhrases.NO_MORE.say();
        return PlanPhrases.GROUP.with(
                "number", number,
                "people", group.size(),
                "lacking", lacking,
                "reasons", reasons,
                "colleges", colleges,
                "who", who,
                "more", more,
                "text", text.replace("\n", "\n      "));
    }

    /** What should have been said on an earlier day says so. */
    private String reason(Occasion occasion, LocalDate today) {
        String reason = reason(occasion);
        return occasion.day().isBefore(today)
                ? copy.render(PlanPhrases.LATE.with("reason", reason, "date", SHORT.format(occasion.day())))
                : reason;
    }

    private String reason(Occasion occasion) {
        String rule = occasion.rule().name();
        String time = TIME.format(occasion.rule().at());
        return copy.render(occasion.countdown()
                .map(c -> PlanPhrases.COUNTING.with(
                        "rule", rule, "date", SHORT.format(c.deadline()), "before", c.daysBefore(), "time", time))
                .orElseGet(() -> PlanPhrases.WEEKLY.with("rule", rule, "time", time)));
    }

    private List<Say> notReminded(Tables tables, List<Decision> decisions, LocalDate today) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        decisions.stream()
                .filter(d -> !d.isQueued())
                .forEach(d -> counts.merge(copy.render(d.verdict().meaning().say()), 1, Integer::sum));
        int nothing = 0;
        for (Situation who : tables.situations().all(season.year())) {
            if (!who.standing().isReminded()) {
                counts.merge(who.standing().state().title(), 1, Integer::sum);
            } else if (lacks.of(who, today).isEmpty()) {
                nothing++;
            }
        }
        List<Say> says = new ArrayList<>();
        counts.forEach((why, people) -> says.add(PlanPhrases.NOT.with("people", people, "why", why)));
        if (nothing > 0) {
            says.add(PlanPhrases.NOT.with("people", nothing, "why", copy.render(PlanPhrases.DONE.say())));
        }
        Map<PersonId, String> refused = tables.unreachable().all();
        long unreachable = decisions.stream()
                .filter(d -> d.isQueued() && refused.containsKey(d.person()))
                .count();
        if (unreachable > 0) {
            says.add(PlanPhrases.UNREACHABLE.with("people", unreachable));
        }
        return says;
    }

    /** The next day on which a rule would speak to anybody, as things stand. */
    private Optional<Say> next(Tables tables, Instant moment) {
        LocalDate today = moment.atZone(season.zone()).toLocalDate();
        Set<String> numbers = tables.roll().inAny(season.year(), policy.audiences(), List.of(""));
        List<Situation> all = tables.situations().of(season.year(), numbers);
        for (LocalDate day :
                today.plusDays(1).datesUntil(today.plusDays(LOOK_AHEAD_DAYS)).toList()) {
            long people = all.stream().filter(who -> speaks(who, day)).count();
            if (people > 0) {
                return Optional.of(PlanPhrases.NEXT.with(
                        "date", SHORT.format(day),
                        "weekday", day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA),
                        "people", people));
            }
        }
        return Optional.empty();
    }

    private boolean speaks(Situation who, LocalDate day) {
        return lacks.of(who, day, policy.audiences()).stream().anyMatch(lack -> policy.rules().stream()
                .filter(rule -> rule.audience() == lack.audience())
                .flatMap(rule -> schedule.on(rule, lack.deadline(), day).stream())
                .anyMatch(occasion -> occasion.isLast() || !who.muted()));
    }
}
