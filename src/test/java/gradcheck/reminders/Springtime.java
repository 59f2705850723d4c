package gradcheck.reminders;

import gradcheck.copy.Copy;
import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.QuietHours;
import gradcheck.domain.RecordField;
import gradcheck.domain.Season;
import gradcheck.domain.status.StudentState;
import gradcheck.domain.value.ValueCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A season with its last days, its rules and the real words, for tests of single decisions. */
public final class Springtime {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final int YEAR = 2027;
    /** A Friday. */
    static final LocalDate CLOSES = LocalDate.of(YEAR, 4, 16);
    /** A Friday two weeks later. */
    static final LocalDate PHOTO = LocalDate.of(YEAR, 4, 30);

    static final Copy COPY = copy();
    public static final Season SEASON = season(Optional.empty(), Optional.of(CLOSES), false);

    private Springtime() {}

    public static Season season(Optional<LocalDate> opens, Optional<LocalDate> closes, boolean registrationRequired) {
        return new Season(
                YEAR,
                new Fields(List.of(
                        new RecordField("MZ", "民族", EditClass.KEY, ValueCheck.ETHNICITY, List.of(), List.of()))),
                new Season.Office("教务处", "0931-8912031", "0931-8912031、0931-5292748", "x@example.edu.cn"),
                new Season.Chsi("010-1", "k@example.edu.cn", "chsi"),
                "12356",
                Optional.empty(),
                registrationRequired,
                opens,
                closes,
                PHOTO,
                Map.of(),
                new Season.Retention(90, Optional.empty()),
                ZONE);
    }

    public static Policy policy(Rule... rules) {
        return policy(1000, rules);
    }

    public static Policy policy(int peopleAMinute, Rule... rules) {
        Calendar usual = new Calendar(Map.of(YEAR, new Calendar.Year(true, Set.of(), Set.of())), Set.of());
        return policy(peopleAMinute, usual, rules);
    }

    public static Policy policy(int peopleAMinute, Calendar calendar, Rule... rules) {
        return new Policy(
                List.of(rules),
                new Policy.Caps(1, 3),
                QuietHours.between(LocalTime.of(22, 0), LocalTime.of(8, 0)),
                MonthDay.of(3, 1),
                MonthDay.of(6, 10),
                peopleAMinute,
                20_000,
                LocalTime.of(8, 40),
                calendar);
    }

    /** A rule that speaks at 12:20, on Tuesdays where there is no deadline, and may be 30 hours late. */
    static Rule rule(String name, StudentState audience, Integer... daysBefore) {
        return new Rule(
                name,
                audience,
                List.of(daysBefore),
                Optional.of(DayOfWeek.TUESDAY),
                LocalTime.of(12, 20),
                5,
                Duration.ofHours(30),
                true,
                audience.reminder());
    }

    /** A rule that speaks once, so many days before the last one. */
    static Rule once(String name, StudentState audience, int daysBefore, LocalTime at) {
        return new Rule(
                name,
                audience,
                List.of(daysBefore),
                Optional.empty(),
                at,
                5,
                Duration.ofHours(30),
                true,
                audience.reminder());
    }

    /** Of a moment in Lanzhou, such as {@code 04-16 12:20}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(YEAR + "-" + local.replace(' ', 'T'))
                .atZone(ZONE)
                .toInstant();
    }

    public static LocalDate day(String local) {
        return LocalDate.parse(YEAR + "-" + local);
    }

    private static Copy copy() {
        try {
            return Copy.read(Path.of("config", "copy.zh.yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
