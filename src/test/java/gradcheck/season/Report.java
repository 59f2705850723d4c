package gradcheck.season;

import gradcheck.season.FakePlatform.Made;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One page about a spring; where a promise was broken, the seed and the shortest story that shows it. */
final class Report {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private Report() {}

    static String page(Spring spring, Findings findings, Duration took) {
        List<Violation> violations = findings.violations;
        StringBuilder page = new StringBuilder();
        long confirmed =
                spring.pupils.values().stream().filter(p -> p.saysReceipt).count();
        long bulk = spring.platform.deliveries.size();
        page.append(String.format(
                Locale.ROOT,
                "Season seed %d: %d students, %d secretaries, 1 March - %s, %s%s; %.1f s, load %.1f%n",
                spring.seed,
                spring.pupils.size(),
                spring.secretaries.size(),
                DAY.format(spring.length.last),
                spring.setup
                        .season()
                        .recordCloses()
                        .map(d -> "record closes " + d)
                        .orElse("no record window"),
                spring.setup.season().registrationRequired() ? ", registration required" : "",
                took.toMillis() / 1000.0,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        page.append(String.format(
                Locale.ROOT,
                "  %d confirmed, %d messages from students, %d arrived in %d calls, %d rounds by secretaries, %d kills%n",
                confirmed,
                spring.messages,
                bulk,
                spring.platform.calls.size(),
                spring.rounds,
                spring.kills));
        Map<String, Long> endings = spring.platform.calls.stream()
                .collect(Collectors.groupingBy(Made::ending, TreeMap::new, Collectors.counting()));
        page.append("  calls: ").append(endings).append(System.lineSeparator());
        page.append("  due and not reminded, because: ")
                .append(findings.excused)
                .append(System.lineSeparator());
        Map<String, Long> broken =
                violations.stream().collect(Collectors.groupingBy(Violation::promise, Collectors.counting()));
        findings.checked.forEach((promise, times) -> page.append(String.format(
                Locale.ROOT,
                "  %-70s %9d checked  %s%n",
                promise,
                times,
                broken.getOrDefault(promise, 0L) == 0 ? "kept" : "BROKEN " + broken.get(promise))));
        violations.forEach(v -> page.append("DBG ")
                .append(spring.seed)
                .append(" ")
                .append(v.pupil().number)
                .append(" ")
                .append(v.promise())
                .append(" :: ")
                .append(v.what().replace((char) 10, (char) 32))
                .append((char) 10));
        shortest(violations).ifPresent(v -> page.append(story(spring, v)));
        return page.toString();
    }

    static Optional<Violation> shortest(List<Violation> violations) {
        return violations.stream()
                .min(Comparator.comparing((Violation v) -> v.pupil().story.size())
                        .thenComparing(v -> v.pupil().number));
    }

    private static String times(List<Instant[]> times) {
        return times.stream()
                .sorted(Comparator.comparing(t -> t[0]))
                .map(t -> t[0] + " - " + t[1])
                .collect(Collectors.joining(", "));
    }

    private static String story(Spring spring, Violation violation) {
        Pupil pupil = violation.pupil();
        StringBuilder story = new StringBuilder();
        story.append(String.format(
                "%nBROKEN with seed %d: %s%n  %s (%s, %s): %s%n",
                spring.seed, violation.promise(), pupil.number, pupil.college, pupil.habit, violation.what()));
        pupil.story.forEach(line -> story.append("    ").append(line).append(System.lineSeparator()));
        story.append("  the bot was down: ").append(times(spring.downtimes)).append(System.lineSeparator());
        story.append("  its clock was wrong: ").append(times(spring.wrong)).append(System.lineSeparator());
        story.append("  limits were hit: ")
                .append(times(spring.platform.penalties))
                .append(System.lineSeparator());
        story.append("  the platform was out: ").append(spring.platform.outages).append(System.lineSeparator());
        story.append("  the ledger:").append(System.lineSeparator());
        spring.store().read(tables -> {
            tables.occasions().of(2027, pupil.number).forEach(row -> story.append("    ")
                    .append(row.dueAt() + " " + row.rule() + " " + row.occasion() + ": " + row.verdict())
                    .append(System.lineSeparator()));
            tables.outbox().of(pupil.person, 200).forEach(row -> story.append("    ")
                    .append(row.settledAt() + " " + row.kind() + " " + row.state() + ": "
                            + row.result().detail())
                    .append(System.lineSeparator()));
            return story;
        });
        return story.toString();
    }
}
