package gradcheck.app;

import gradcheck.reminders.Audience;
import gradcheck.reminders.Calendar;
import gradcheck.reminders.Policy;
import gradcheck.reminders.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code reminders.yml} and {@code calendar.yml}: every fault is told with its line, in words a secretary understands. */
final class ReminderFiles {
    private static final String RULES = "reminders.yml";
    private static final String CALENDAR = "calendar.yml";
    private static final Set<String> SETTINGS = Set.of(
            "from",
            "to",
            "per_day",
            "per_week",
            "quiet_from",
            "quiet_to",
            "people_per_minute",
            "daily_budget",
            "digest_at",
            "rules");
    private static final Set<String> OF_A_RULE =
            Set.of("name", "audience", "days_before", "weekday", "at", "cap", "if_late", "late_hours", "text");
    private static final List<String> WEEKDAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");
    private static final int WEEK = 7;

    private final Path folder;
    private final List<String> faults;

    private ReminderFiles(Path folder, List<String> faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** Reads both; empty, with the faults added, when anything is wrong. */
    static Optional<Policy> read(Path folder, List<String> faults) {
        int before = faults.size();
        Policy policy = new ReminderFiles(folder, faults).policy();
        return faults.size() == before ? Optional.of(policy) : Optional.empty();
    }

    private Policy policy() {
        YamlEntry file = file(RULES);
        unknown(RULES, file, SETTINGS);
        Calendar calendar = calendar(file(CALENDAR));
        Policy.Caps caps = new Policy.Caps(number(file, "per_day", 1), number(file, "per_week", 3));
        Policy.Quiet quiet = new Policy.Quiet(
                value(file, "quiet_from", LocalTime::parse, LocalTime.of(22, 0)),
                value(file, "quiet_to", LocalTime::parse, LocalTime.of(8, 0)));
        List<Rule> rules = rules(file, caps, quiet);
        return new Policy(
                rules,
                caps,
                quiet,
                value(file, "from", ReminderFiles::monthDay, MonthDay.of(3, 1)),
                value(file, "to", ReminderFiles::monthDay, MonthDay.of(6, 10)),
                number(file, "people_per_minute", 1000),
                number(file, "daily_budget", 20_000),
                value(file, "digest_at", LocalTime::parse, LocalTime.of(8, 40)),
                calendar);
    }

    private List<Rule> rules(YamlEntry file, Policy.Caps caps, Policy.Quiet quiet) {
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<YamlEntry> entries = file.get("rules").map(YamlEntry::list).orElse(List.of());
        if (entries.isEmpty()) {
            fault(RULES, file.line(), Main.word("rules.none"));
        }
        for (YamlEntry entry : entries) {
            unknown(RULES, entry, OF_A_RULE);
            rule(entry).ifPresent(rule -> {
                check(entry, rule, caps, quiet);
                if (!names.add(rule.name())) {
                    fault(RULES, entry, "name", Main.word("rules.twice", rule.name()));
                }
                rules.add(rule);
            });
        }
        return rules;
    }

    private Optional<Rule> rule(YamlEntry entry) {
        int before = faults.size();
        String name = needed(entry, "name");
        Optional<Audience> audience = Audience.of(needed(entry, "audience"));
        if (audience.isEmpty()) {
            fault(RULES, entry, "audience", Main.word("rules.audience"));
        }
        List<Integer> days = new ArrayList<>();
        entry.get("days_before").map(YamlEntry::list).orElse(List.of()).forEach(day -> {
            try {
                days.add(Integer.valueOf(day.text()));
            } catch (NumberFormatException e) {
                fault(RULES, day.line(), Main.word("rules.days", day.text()));
            }
        });
        Optional<DayOfWeek> weekday = entry.get("weekday").flatMap(day -> weekday(entry, day.text()));
        LocalTime at = value(entry, "at", LocalTime::parse, LocalTime.NOON);
        int hours = number(entry, "late_hours", 12);
        String late = needed(entry, "if_late");
        if (!Set.of("send", "drop").contains(late)) {
            fault(RULES, entry, "if_late", Main.word("rules.late", late));
        }
        String text = entry.get("text")
                .map(YamlEntry::text)
                .orElse(audience.map(Audience::text).orElse(""));
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Rule(
                        name,
                        audience.orElseThrow(),
                        days,
                        weekday,
                        at,
                        number(entry, "cap", 12),
                        Duration.ofHours(hours),
                        late.equals("send"),
                        text));
    }

    private void check(YamlEntry entry, Rule rule, Policy.Caps caps, Policy.Quiet quiet) {
        if (rule.daysBefore().isEmpty() && rule.weekday().isEmpty()) {
            fault(RULES, entry, "name", Main.word("rules.never", rule.name()));
        }
        if (quiet.covers(rule.at())) {
            fault(RULES, entry, "at", Main.word("rules.quiet", rule.at(), quiet.from(), quiet.to()));
        }
        if (rule.at().getMinute() % 30 == 0) {
            fault(RULES, entry, "at", Main.word("rules.crowded", rule.at()));
        }
        if (rule.late().isNegative() || rule.late().isZero()) {
            fault(RULES, entry, "late_hours", Main.word("rules.hours"));
        }
        if (!Policy.knows(rule.text(), rule.audience())) {
            fault(
                    RULES,
                    entry,
                    "text",
                    Main.word("rules.text", rule.text(), rule.audience().title()));
        }
        for (int first : rule.daysBefore()) {
            long week = rule.daysBefore().stream()
                    .filter(day -> day >= first && day < first + WEEK)
                    .count();
            if (week > caps.perWeek()) {
                fault(RULES, entry, "days_before", Main.word("rules.tooMany", first, week, caps.perWeek()));
                return;
            }
        }
    }

    private Optional<DayOfWeek> weekday(YamlEntry entry, String text) {
        int day = WEEKDAYS.indexOf(text);
        if (day < 0) {
            fault(RULES, entry, "weekday", Main.word("rules.weekday", text));
            return Optional.empty();
        }
        return Optional.of(DayOfWeek.of(day + 1));
    }

    private Calendar calendar(YamlEntry file) {
        unknown(CALENDAR, file, Set.of("years", "school_off"));
        Map<Integer, Calendar.Year> years = new HashMap<>();
        file.get("years").ifPresent(list -> list.named().forEach((year, entry) -> {
            unknown(CALENDAR, entry, Set.of("known", "off", "work"));
            boolean known = entry.get("known")
                    .map(YamlEntry::text)
                    .filter("true"::equals)
                    .isPresent();
            try {
                years.put(Integer.valueOf(year), new Calendar.Year(known, days(entry, "off"), days(entry, "work")));
            } catch (NumberFormatException e) {
                fault(CALENDAR, entry.line(), Main.word("calendar.year", year));
            }
        }));
        return new Calendar(years, days(file, "school_off"));
    }

    private Set<LocalDate> days(YamlEntry entry, String name) {
        Set<LocalDate> days = new HashSet<>();
        for (YamlEntry span : entry.get(name).map(YamlEntry::list).orElse(List.of())) {
            String[] ends = span.text().split("\\.\\.", -1);
            try {
                LocalDate first = LocalDate.parse(ends[0].strip());
                LocalDate last = ends.length == 2 ? LocalDate.parse(ends[1].strip()) : first;
                first.datesUntil(last.plusDays(1)).forEach(days::add);
            } catch (DateTimeException | IllegalArgumentException e) {
                fault(CALENDAR, span.line(), Main.word("calendar.day", span.text()));
            }
        }
        return days;
    }

    private YamlEntry file(String name) {
        Path file = folder.resolve(name);
        YamlEntry nothing = new YamlEntry(1, "", List.of(), Map.of());
        if (!Files.isRegularFile(file)) {
            // Without a calendar only weekends are known; that is warned of at the start, and no fault.
            if (name.equals(RULES)) {
                faults.add(Main.word("config.no.file", file));
            }
            return nothing;
        }
        try {
            return YamlEntry.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            faults.add(Main.word("config.no.text", file));
        } catch (YamlEntry.Broken e) {
            faults.add(Main.word("config.no.yaml", file, e.line(), e.why()));
        }
        return nothing;
    }

    private void unknown(String file, YamlEntry entry, Set<String> known) {
        entry.named().forEach((name, value) -> {
            if (!known.contains(name)) {
                fault(file, value.line(), Main.word("setting.unknown", name));
            }
        });
    }

    private String needed(YamlEntry entry, String name) {
        Optional<String> text = entry.get(name).map(YamlEntry::text).filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            fault(RULES, entry.line(), Main.word("setting.missing", name));
        }
        return text.orElse("");
    }

    private int number(YamlEntry entry, String name, int otherwise) {
        return value(entry, name, Integer::valueOf, otherwise);
    }

    private <T> T value(YamlEntry entry, String name, Function<String, T> reader, T otherwise) {
        Optional<YamlEntry> found = entry.get(name);
        try {
            return found.map(e -> reader.apply(e.text())).orElse(otherwise);
        } catch (DateTimeException | NumberFormatException e) {
            fault(
                    RULES,
                    entry,
                    name,
                    Main.word("setting.bad", name, found.map(YamlEntry::text).orElse("")));
            return otherwise;
        }
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    private void fault(String file, YamlEntry entry, String name, String what) {
        fault(file, entry.get(name).map(YamlEntry::line).orElse(entry.line()), what);
    }

    private void fault(String file, int line, String what) {
        faults.add(Main.word("config.at", file, line, what));
    }
}
