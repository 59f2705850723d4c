package gradcheck.config;

import gradcheck.reminders.Calendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code calendar.yml}: which days are off and which are worked for them, and when the school is closed. */
final class CalendarConfig {
    private static final Set<String> KEYS = new TreeSet<>(List.of("years", "school_off"));
    private static final Set<String> OF_A_YEAR = new TreeSet<>(List.of("known", "off", "work"));

    /** So many days before a year its New Year's holiday has begun at the earliest, with room to spare. */
    private static final int NEW_YEARS_DAYS = 7;

    private final YamlFile file;

    private CalendarConfig(YamlFile file) {
        this.file = file;
    }

    /** Without a calendar only weekends are known; that is warned of at the start, and no fault. */
    static Calendar read(Path folder, List<String> faults) {
        Path file = folder.resolve("calendar.yml");
        return Files.isRegularFile(file)
                ? new CalendarConfig(new YamlFile(file, faults)).read()
                : new Calendar(Map.of(), Set.of());
    }

    private Calendar read() {
        file.allowOnly("", KEYS);
        Map<Integer, Calendar.Year> years = new HashMap<>();
        file.tree().at("/years").fieldNames().forEachRemaining(year -> {
            String place = "/years/" + year;
            file.allowOnly(place, OF_A_YEAR);
            String known = file.text(place + "/known");
            if (!known.equals("true") && !known.equals("false")) {
                file.fault(place + "/known", "config.value", "known", known, "true、false");
            }
            try {
                int number = Integer.parseInt(year);
                years.put(
                        number,
                        new Calendar.Year(
                                known.equals("true"), days(place + "/off", number), days(place + "/work", number)));
            } catch (NumberFormatException e) {
                file.fault(place, "calendar.year", year);
            }
        });
        return new Calendar(years, days("/school_off"));
    }

    /** Of that year; its first holiday may begin in the last days of the one before. */
    private Set<LocalDate> days(String place, int year) {
        Set<LocalDate> days = days(place);
        days.stream()
                .filter(day -> day.plusDays(NEW_YEARS_DAYS).getYear() != year && day.getYear() != year)
                .min(Comparator.naturalOrder())
                .ifPresent(day -> file.fault(place, "calendar.other", day, year));
        return days;
    }

    private Set<LocalDate> days(String place) {
        Set<LocalDate> days = new HashSet<>();
        for (String span : file.each(place)) {
            String[] ends = file.text(span).split("\\.\\.", -1);
            try {
                LocalDate first = LocalDate.parse(ends[0].strip());
                LocalDate last = ends.length == 2 ? LocalDate.parse(ends[1].strip()) : first;
                first.datesUntil(last.plusDays(1)).forEach(days::add);
            } catch (DateTimeException | IllegalArgumentException e) {
                file.fault(span, "calendar.day", file.text(span));
            }
        }
        return days;
    }
}
