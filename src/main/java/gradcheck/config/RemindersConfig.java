package gradcheck.config;

import gradcheck.domain.QuietHours;
import gradcheck.domain.status.StudentState;
import gradcheck.reminders.Calendar;
import gradcheck.reminders.Policy;
import gradcheck.reminders.Rule;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** {@code reminders.yml}: every fault is told with its line, in words a secretary understands. */
final class RemindersConfig {
    private static final Set<String> SETTINGS = new TreeSet<>(List.of(
            "from",
            "to",
            "per_day",
            "per_week",
            "quiet",
            "quiet_from",
            "quiet_to",
            "people_per_minute",
            "daily_budget",
            "digest_at",
            "rules"));
    private static final Set<String> OF_A_RULE = new TreeSet<>(
            List.of("name", "audience", "days_before", "weekday", "at", "cap", "if_late", "late_hours", "text"));
    private static final List<String> WEEKDAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");
    private static final int WEEK = 7;

    private final YamlFile file;
    private final List<String> faults;

    private RemindersConfig(YamlFile file, List<String> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Reads it and the calendar beside it; empty, with the faults added, when anything is wrong. */
    static Optional<Policy> read(Path folder, List<String> faults) {
        int before = faults.size();
        YamlFile file = new YamlFile(folder.resolve("reminders.yml"), faults);
        Policy policy = new RemindersConfig(file, faults).policy(CalendarConfig.read(folder, faults));
        return faults.size() == before ? Optional.of(policy) : Optional.empty();
    }

    private Policy policy(Calendar calendar) {
        file.allowOnly("", SETTINGS);
        Policy.Caps caps = new Policy.Caps(number("/per_day", 1), number("/per_week", 3));
        QuietHours quiet = new QuietConfig(file).read();
        List<Rule> rules = rules(caps, quiet);
        return new Policy(
                rules,
                caps,
                quiet,
                value("/from", RemindersConfig::monthDay, MonthDay.of(3, 1)),
                value("/to", RemindersConfig::monthDay, MonthDay.of(6, 10)),
                number("/people_per_minute", 1000),
                number("/daily_budget", 20_000),
                value("/digest_at", LocalTime::parse, LocalTime.of(8, 40)),
                calendar);
    }

    private List<Rule> rules(Policy.Caps caps, QuietHours quiet) {
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<String> places = file.each("/rules");
        if (places.isEmpty()) {
            file.fault("", "rules.none");
        }
        for (String place : places) {
            file.allowOnly(place, OF_A_RULE);
            rule(place).ifPresent(rule -> {
                check(place, rule, caps, quiet);
                if (!names.add(rule.name())) {
                    file.fault(place + "/name", "rules.twice", rule.name());
                }
                rules.add(rule);
            });
        }
        return rules;
    }

    private Optional<Rule> rule(String place) {
        int before = faults.size();
        String name = needed(place, "name");
        Optional<StudentState> audience =
                StudentState.of(needed(place, "audience")).filter(StudentState::isReminded);
        if (audience.isEmpty()) {
            file.fault(place + "/audience", "rules.audience");
        }
        List<Integer> days = daysBefore(place + "/days_before");
        Optional<DayOfWeek> weekday = weekday(place + "/weekday");
        LocalTime at = value(place + "/at", LocalTime::parse, LocalTime.NOON);
        int hours = number(place + "/late_hours", 12);
        String late = needed(place, "if_late");
        if (!Set.of("send", "drop").contains(late)) {
            file.fault(place + "/if_late", "rules.late", late);
        }
        String text = file.has(place + "/text")
                ? file.text(place + "/text")
                : audience.map(StudentState::reminder).orElse("");
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Rule(
                        name,
                        audience.orElseThrow(),
                        days,
                        weekday,
                        at,
                        number(place + "/cap", 12),
                        Duration.ofHours(hours),
                        late.equals("send"),
                        text));
    }

    private List<Integer> daysBefore(String place) {
        List<Integer> days = new ArrayList<>();
        for (String day : file.each(place)) {
            try {
                days.add(Integer.valueOf(file.text(day)));
            } catch (NumberFormatException e) {
                file.fault(day, "rules.days", file.text(day));
            }
        }
        return days;
    }

    private void check(String place, Rule rule, Policy.Caps caps, QuietHours quiet) {
        if (rule.daysBefore().isEmpty() && rule.weekday().isEmpty()) {
            file.fault(place + "/name", "rules.never", rule.name());
        }
        quiet.at(rule.at())
                .ifPresent(block -> file.fault(place + "/at", "rules.quiet", rule.at(), block.from(), block.to()));
        if (rule.at().getMinute() % 30 == 0) {
            file.fault(place + "/at", "rules.crowded", rule.at());
        }
        if (rule.late().isNegative() || rule.late().isZero()) {
            file.fault(place + "/late_hours", "rules.hours");
        }
        if (!Policy.knows(rule.text(), rule.audience())) {
            file.fault(
                    place + "/text", "rules.text", rule.text(), rule.audience().title());
        }
        for (int first : rule.daysBefore()) {
            long week = rule.daysBefore().stream()
                    .filter(day -> day >= first && day < first + WEEK)
                    .count();
            if (week > caps.perWeek()) {
                file.fault(place + "/days_before", "rules.tooMany", first, week, caps.perWeek());
                return;
            }
        }
    }

    private Optional<DayOfWeek> weekday(String place) {
        if (!file.has(place)) {
            return Optional.empty();
        }
        int day = WEEKDAYS.indexOf(file.text(place));
        if (day < 0) {
            file.fault(place, "rules.weekday", file.text(place));
            return Optional.empty();
        }
        return Optional.of(DayOfWeek.of(day + 1));
    }

    private String needed(String rule, String name) {
        String text = file.text(rule + "/" + name);
        if (text.isEmpty()) {
            file.fault(rule, "config.missing", name);
        }
        return text;
    }

    private int number(String place, int otherwise) {
        return value(place, RemindersConfig::positive, otherwise);
    }

    /** With none a day, a week or a minute nobody would ever be reminded, and the bot would seem to be at work. */
    private static int positive(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private <T> T value(String place, Function<String, T> reader, T otherwise) {
        try {
            return file.has(place) ? reader.apply(file.text(place)) : otherwise;
        } catch (DateTimeException | NumberFormatException e) {
            file.fault(place, "setting.bad", place.substring(place.lastIndexOf('/') + 1), file.text(place));
            return otherwise;
        }
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }
}
