package gradcheck.cli;

import gradcheck.config.Config;
import gradcheck.config.TerminalText;
import gradcheck.domain.Season;
import gradcheck.store.Tables;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a new year needs before its students can be asked: each thing is there, missing, or worth a look. */
final class SeasonChecklist {
    /** A year that was written out where {@code {year}} belongs. */
    private static final Pattern WRITTEN_YEAR = Pattern.compile("(20\\d\\d)\\s*[届年]");

    private final Config.Settings settings;
    private final int year;
    private final List<String> lines = new ArrayList<>();
    private int missing;

    /** @param settings as they are configured now, perhaps still for another year */
    SeasonChecklist(Config.Settings settings, int year) {
        this.settings = settings;
        this.year = year;
    }

    List<String> lines() {
        return lines;
    }

    int missing() {
        return missing;
    }

    void check(Tables tables) throws IOException {
        Season season = settings.season();
        need(season.year() == year, "season.year", season.year(), year);
        notice();
        need(isOfThisYear(season.photoDeadline()), "season.deadline", season.photoDeadline(), year);
        window(season);
        there(
                "season.office",
                season.office().name(),
                season.office().phones(),
                season.office().mail());
        calendar();
        staff(tables);
        int students = tables.students().ofCollege(year, "").size();
        note(students > 0 ? "season.roster.there" : "season.roster.none", year, students);
    }

    private void notice() throws IOException {
        Path copy = settings.folder().resolve("copy.zh.yml");
        List<String> sentences = Files.readAllLines(copy, StandardCharsets.UTF_8);
        boolean isFree = true;
        for (int i = 0; i < sentences.size(); i++) {
            Matcher written = WRITTEN_YEAR.matcher(sentences.get(i));
            if (written.find() && !written.group(1).equals(Integer.toString(year))) {
                need(false, "season.notice", i + 1, written.group());
                isFree = false;
            }
        }
        if (isFree) {
            there("season.notice.free");
        }
    }

    private void window(Season season) {
        Optional<LocalDate> opens = season.recordOpens();
        Optional<LocalDate> closes = season.recordCloses();
        if (opens.isEmpty() && closes.isEmpty()) {
            note("season.window.none");
            return;
        }
        for (LocalDate day :
                List.of(opens.or(() -> closes).get(), closes.or(() -> opens).get())) {
            if (!isOfThisYear(day)) {
                need(false, "season.window", day, year);
                return;
            }
        }
        there(
                "season.window.there",
                opens.map(LocalDate::toString).orElse("…"),
                closes.map(LocalDate::toString).orElse("…"));
    }

    private void calendar() {
        Path calendar = settings.folder().resolve("calendar.yml");
        if (!Files.exists(calendar)) {
            note("season.calendar.none");
            return;
        }
        need(settings.reminders().calendar().isKnown(year), "season.calendar", year);
    }

    private void staff(Tables tables) {
        List<Member> all = tables.staff().all();
        boolean hasOffice = all.stream().anyMatch(m -> m.role() == Role.OFFICE);
        need(hasOffice, "season.staff.office");
        Set<String> colleges = new TreeSet<>(settings.season().colleges().keySet());
        tables.seasons()
                .before(year + 1)
                .ifPresent(latest -> colleges.addAll(tables.students().colleges(latest)));
        for (String college : colleges) {
            boolean hasSecretary = all.stream()
                    .anyMatch(m -> m.role() == Role.SECRETARY && m.college().equals(college));
            need(hasSecretary, "season.staff", college);
        }
    }

    /** A class graduates in summer; its year begins in the summer before. */
    private boolean isOfThisYear(LocalDate day) {
        return day.isAfter(LocalDate.of(year - 1, Month.JULY, 31)) && day.isBefore(LocalDate.of(year, Month.AUGUST, 1));
    }

    private void need(boolean isThere, String key, Object... values) {
        missing += isThere ? 0 : 1;
        lines.add(
                isThere
                        ? TerminalText.of("season.there", TerminalText.of(key + ".ok", values))
                        : TerminalText.of("season.missing", TerminalText.of(key, values)));
    }

    private void there(String key, Object... values) {
        lines.add(TerminalText.of("season.there", TerminalText.of(key, values)));
    }

    private void note(String key, Object... values) {
        lines.add(TerminalText.of("season.note", TerminalText.of(key, values)));
    }
}
