package gradcheck.reminders.digest;

import gradcheck.domain.Season;
import gradcheck.domain.status.StudentState;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.TextLimit;
import gradcheck.outbox.Prepared;
import gradcheck.reminders.Policy;
import gradcheck.reminders.Reminders;
import gradcheck.reminders.digest.Escalation.Listed;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.people.Scope;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.query.Tallies;
import gradcheck.store.query.Tallies.Share;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A secretary's morning: how far the colleges are and who needs a call, on working days and only when something changed;
 * in the last three days before a deadline each morning, with the names.
 */
public final class Digest {
    /** What a digest's row is called in the outbox; its body begins with the day it is good for. */
    public static final String KIND = "digest";

    private static final int LAST_DAYS = 3;
    /** Later than that it is late; better so than not at all, as long as it is morning. */
    private static final Duration IN_TIME = Duration.ofHours(1);

    private static final LocalTime NOON = LocalTime.NOON;

    private final Season season;
    private final Policy policy;
    private final Ids ids;
    private final Escalation escalation;
    private final DigestText words;

    public Digest(Reminders.Ground ground) {
        this.season = ground.season();
        this.policy = ground.policy();
        this.ids = ground.ids();
        Clock clock = ground.clock();
        this.escalation = new Escalation(season, clock);
        this.words = new DigestText(season, ground.copy());
    }

    /**
     * How far a secretary's colleges are: numbers of students, of whom each may be in several.
     *
     * @param unconfirmed never confirmed, or to be confirmed once more
     * @param toReview corrections, not students: those that wait for the secretary's own step
     * @param silent who has not answered three reminders
     * @param unreachable whom the platform refused the last time
     * @param unknown of whose photo nobody has said anything; version 1.0.0 did not count them
     * @param accounts requests for another account that wait for the secretary; nor these
     */
    public record Facts(
            int students,
            int unconfirmed,
            int uncollected,
            int toReview,
            int silent,
            int unreachable,
            int unknown,
            int accounts) {
        String written() {
            return students + "," + unconfirmed + "," + uncollected + "," + toReview + "," + silent + "," + unreachable
                    + "," + unknown + "," + accounts;
        }

        static Facts read(String written) {
            String[] n = written.split(",", -1);
            return new Facts(at(n, 0), at(n, 1), at(n, 2), at(n, 3), at(n, 4), at(n, 5), at(n, 6), at(n, 7));
        }

        /** What 1.0.0 has written ends before the last. */
        private static int at(String[] numbers, int place) {
            return place < numbers.length ? Integer.parseInt(numbers[place]) : 0;
        }
    }

    /** Of these it says how many there are. */
    private static final List<StudentState> COUNTED = List.of(
            StudentState.UNCONFIRMED, StudentState.UNCOLLECTED, StudentState.UNREACHABLE, StudentState.PHOTO_UNKNOWN);

    /** What mornings are made from, read once for all secretaries. */
    private record Morning(
            Map<StudentState, List<Share>> shares,
            Map<String, Integer> toReview,
            List<Listed> perhaps,
            List<AccountAsked> asked,
            boolean isLast,
            Instant now,
            boolean isLate) {
        Facts facts(Collection<String> colleges) {
            return new Facts(
                    own(StudentState.UNCONFIRMED, colleges)
                            .mapToInt(Share::students)
                            .sum(),
                    count(StudentState.UNCONFIRMED, colleges),
                    count(StudentState.UNCOLLECTED, colleges),
                    toReview.entrySet().stream()
                            .filter(e -> isOf(colleges, e.getKey()))
                            .mapToInt(Map.Entry::getValue)
                            .sum(),
                    Escalation.silent(perhaps, colleges).size(),
                    count(StudentState.UNREACHABLE, colleges),
                    count(StudentState.PHOTO_UNKNOWN, colleges),
                    asked(colleges).size());
        }

        private int count(StudentState state, Collection<String> colleges) {
            return own(state, colleges).mapToInt(Share::fitting).sum();
        }

        private Stream<Share> own(StudentState state, Collection<String> colleges) {
            return shares.getOrDefault(state, List.of()).stream().filter(share -> isOf(colleges, share.name()));
        }

        private static boolean isOf(Collection<String> colleges, String college) {
            return colleges.contains("") || colleges.contains(college);
        }

        List<AccountAsked> asked(Collection<String> colleges) {
            return asked.stream().filter(a -> a.isOf(colleges)).toList();
        }
    }

    /** What the colleges' morning would say now; one empty name stands for all colleges. */
    public Facts facts(Tables tables, Collection<String> colleges, Instant now) {
        return morning(tables, now).facts(colleges);
    }

    private Morning morning(Tables tables, Instant now) {
        LocalDate today = now.atZone(season.zone()).toLocalDate();
        StudentQueries.Asked everywhere = new StudentQueries.Asked(season.year(), Scope.ALL);
        Map<StudentState, List<Share>> shares = new EnumMap<>(StudentState.class);
        COUNTED.forEach(state ->
                shares.put(state, tables.tallies().shares(everywhere, StudentFilter.of(state), Tallies.Group.COLLEGE)));
        boolean isLast = isLastDays(today);
        Instant at = today.atTime(policy.digestAt()).atZone(season.zone()).toInstant();
        return new Morning(
                shares,
                tables.tallies().corrections(everywhere, StudentState.TO_REVIEW),
                escalation.perhaps(tables, LAST_DAYS),
                AccountAsked.all(tables, season.year()),
                isLast,
                now,
                now.isAfter(at.plus(IN_TIME)));
    }

    /** Queues this morning's digests, each once; how many messages. */
    public int queueDue(Tables tables, Instant now) {
        ZonedDateTime local = now.atZone(season.zone());
        ZonedDateTime at = local.toLocalDate().atTime(policy.digestAt()).atZone(season.zone());
        LocalDate today = local.toLocalDate();
        boolean isMorning = !local.isBefore(at) && local.toLocalTime().isBefore(NOON);
        boolean isDay = policy.isSeason(today, season.year())
                && (isLastDays(today) || policy.calendar().isWorkingDay(today));
        if (!isMorning || !isDay) {
            return 0;
        }
        Morning morning = tables.aside(today, beside -> morning(beside, now));
        Map<PersonId, List<Member>> secretaries = tables.staff().all().stream()
                .filter(m -> m.role() == Role.SECRETARY)
                .collect(Collectors.groupingBy(Member::person, LinkedHashMap::new, Collectors.toList()));
        int queued = 0;
        for (Map.Entry<PersonId, List<Member>> secretary : secretaries.entrySet()) {
            List<String> colleges = secretary.getValue().stream()
                    .map(Member::college)
                    .distinct()
                    .toList();
            queued += queue(tables, secretary.getKey(), colleges, morning);
        }
        return queued;
    }

    /** A digest at the moment of sending: it holds for its own day, and is not tried into the night. */
    public Prepared prepared(Outbox.Row row, Instant now) {
        ZonedDateTime local = now.atZone(season.zone());
        String[] dayAndText = row.body().split("\n", 2);
        LocalDate day = LocalDate.parse(dayAndText[0]);
        if (!policy.quiet().firstFree(local).toLocalDate().equals(day)) {
            return new Prepared.Dropped(OutcomeCause.TOO_LATE);
        }
        return policy.quiet().covers(local.toLocalTime())
                ? new Prepared.Later(policy.soonest(local).toInstant(), OutcomeCause.QUIET_HOURS)
                : new Prepared.Ready(new Outgoing.Text(dayAndText[1]), policy.lastMinute(day, season.zone()));
    }

    private boolean isLastDays(LocalDate today) {
        return Stream.concat(Stream.of(season.photoDeadline()), season.recordCloses().stream())
                .anyMatch(
                        day -> !today.isAfter(day) && !today.plusDays(LAST_DAYS).isBefore(day));
    }

    private int queue(Tables tables, PersonId secretary, List<String> colleges, Morning morning) {
        Facts facts = morning.facts(colleges);
        Optional<Facts> before = tables.digests().last(secretary).map(Facts::read);
        if (morning.isLate() && before.isEmpty()) {
            // Nothing was missed: the first one comes tomorrow, in time.
            return 0;
        }
        boolean changed = before.filter(facts::equals).isEmpty();
        boolean isAwaited = facts.accounts() > 0;
        if (!(changed || morning.isLast() || isAwaited) || facts.students() == 0) {
            return 0;
        }
        List<Listed> named = morning.isLast()
                ? escalation.left(morning.perhaps(), colleges, LAST_DAYS)
                : Escalation.silent(morning.perhaps(), colleges);
        LocalDate today = morning.now().atZone(season.zone()).toLocalDate();
        var people = new DigestText.People(morning.asked(colleges), named, morning.isLast());
        List<String> parts = TextLimit.split(words.of(facts, before, people, today));
        int queued = 0;
        for (int i = 0; i < parts.size(); i++) {
            Optional<String> occasion = Optional.of("digest|" + secretary + "|" + today + "|" + i);
            Outbox.New part = new Outbox.New(
                    ids.next(), secretary, KIND, today + "\n" + parts.get(i), Outbox.BULK, morning.now(), occasion);
            queued += tables.outbox().queue(part, morning.now()) ? 1 : 0;
        }
        if (queued > 0) {
            tables.digests().keep(secretary, facts.written(), today);
        }
        return queued;
    }
}
