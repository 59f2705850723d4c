package gradcheck.reminders;

import gradcheck.copy.Copy;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.message.TextLimit;
import gradcheck.reminders.Escalation.Listed;
import gradcheck.store.Ids;
import gradcheck.store.Outbox;
import gradcheck.store.Parcels;
import gradcheck.store.Situations.Situation;
import gradcheck.store.StaffMembers.Member;
import gradcheck.store.StaffMembers.Role;
import gradcheck.store.Tables;
import gradcheck.verification.CorrectionState;
import gradcheck.verification.Season;
import gradcheck.verification.WebPhoto;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A secretary's morning: how far the colleges are and who needs a call, on working days and only when something changed;
 * in the last three days before a deadline each morning, with the names.
 */
public final class Digest {
    private static final int LAST_DAYS = 3;
    /** More names than this nobody reads on a phone. */
    private static final int MOST_NAMES = 30;

    private static final int TAIL = 4;
    /** Later than that in the day it is no morning digest any more. */
    private static final Duration MORNING = Duration.ofHours(1);

    private final Season season;
    private final Policy policy;
    private final Copy copy;
    private final Ids ids;
    private final Escalation escalation;

    public Digest(Reminders.Ground ground) {
        this.season = ground.season();
        this.policy = ground.policy();
        this.copy = ground.copy();
        this.ids = ground.ids();
        Clock clock = ground.clock();
        this.escalation = new Escalation(season, clock);
    }

    /** How far a secretary's colleges are. */
    public record Facts(int students, int unconfirmed, int uncollected, int toReview, int silent, int unreachable) {
        String written() {
            return students + "," + unconfirmed + "," + uncollected + "," + toReview + "," + silent + "," + unreachable;
        }

        static Facts read(String written) {
            String[] n = written.split(",", -1);
            return new Facts(at(n, 0), at(n, 1), at(n, 2), at(n, 3), at(n, 4), at(n, 5));
        }

        private static int at(String[] numbers, int place) {
            return Integer.parseInt(numbers[place]);
        }
    }

    /** What the colleges' morning would say now. */
    public Facts facts(Tables tables, Collection<String> colleges) {
        return facts(tables, colleges, escalation.silent(tables, colleges));
    }

    private Facts facts(Tables tables, Collection<String> colleges, List<Listed> silent) {
        List<Situation> all = tables.situations().all(season.year()).stream()
                .filter(s -> colleges.contains("") || colleges.contains(s.who().college()))
                .filter(s -> s.standing().state() != gradcheck.verification.Standing.State.OUT)
                .toList();
        Map<PersonId, String> refused = tables.unreachable().all();
        return new Facts(
                all.size(),
                (int) all.stream().filter(s -> s.version() == 0).count(),
                (int) all.stream()
                        .filter(s -> s.webPhoto() == WebPhoto.NOT_COLLECTED)
                        .count(),
                (int) all.stream()
                        .flatMap(s -> s.reviews().stream())
                        .filter(r -> r.state() == CorrectionState.PENDING
                                || r.state() == CorrectionState.MATERIAL_SENT
                                || r.state() == CorrectionState.MATERIAL_RECEIVED)
                        .count(),
                silent.size(),
                (int) all.stream()
                        .filter(s -> refused.containsKey(s.who().person()))
                        .count());
    }

    /** Queues this morning's digests, each once; how many messages. */
    int queueDue(Tables tables, Instant now) {
        ZonedDateTime local = now.atZone(season.zone());
        ZonedDateTime at = local.toLocalDate().atTime(policy.digestAt()).atZone(season.zone());
        LocalDate today = local.toLocalDate();
        boolean isMorning = !local.isBefore(at) && local.isBefore(at.plus(MORNING));
        boolean isLast = isLastDays(today);
        boolean isDay = policy.isSeason(today, season.year())
                && (isLast || policy.calendar().isWorkingDay(today));
        if (!isMorning || !isDay) {
            return 0;
        }
        Map<PersonId, List<Member>> secretaries = tables.staff().all().stream()
                .filter(m -> m.role() == Role.SECRETARY)
                .collect(Collectors.groupingBy(Member::person, LinkedHashMap::new, Collectors.toList()));
        int queued = 0;
        for (Map.Entry<PersonId, List<Member>> secretary : secretaries.entrySet()) {
            List<String> colleges = secretary.getValue().stream()
                    .map(Member::college)
                    .distinct()
                    .toList();
            queued += queue(tables, secretary.getKey(), colleges, isLast, now);
        }
        return queued;
    }

    private boolean isLastDays(LocalDate today) {
        return Optional.of(season.photoDeadline()).stream()
                .flatMap(day ->
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(day), season.recordCloses().stream()))
                .anyMatch(
                        day -> !today.isAfter(day) && !today.plusDays(LAST_DAYS).isBefore(day));
    }

    private int queue(Tables tables, PersonId secretary, List<String> colleges, boolean isLast, Instant now) {
        List<Listed> silent = escalation.silent(tables, colleges);
        Facts facts = facts(tables, colleges, silent);
        Optional<Facts> before = tables.digests().last(secretary).map(Facts::read);
        boolean changed = before.filter(facts::equals).isEmpty();
        if (!(changed || isLast) || facts.students() == 0) {
            return 0;
        }
        List<Listed> named = isLast ? escalation.left(tables, colleges, LAST_DAYS) : silent;
        LocalDate today = now.atZone(season.zone()).toLocalDate();
        List<String> parts = TextLimit.split(text(facts, before, named, isLast));
        int queued = 0;
        for (int i = 0; i < parts.size(); i++) {
            Parcels.Label label = new Parcels.Label(
                    ids.next(),
                    secretary,
                    Outbox.BULK,
                    now,
                    Optional.of("digest|" + secretary + "|" + today + "|" + i));
            queued += tables.parcels().queue(label, new Outgoing.Text(parts.get(i)), now) ? 1 : 0;
        }
        if (queued > 0) {
            tables.digests().keep(secretary, facts.written(), today);
        }
        return queued;
    }

    private String text(Facts facts, Optional<Facts> before, List<Listed> named, boolean isLast) {
        Facts old = before.orElse(facts);
        List<Say> lines = new ArrayList<>();
        lines.add(line(DigestPhrases.UNCONFIRMED, facts.unconfirmed(), old.unconfirmed()));
        lines.add(line(DigestPhrases.UNCOLLECTED, facts.uncollected(), old.uncollected()));
        lines.add(line(DigestPhrases.TO_REVIEW, facts.toReview(), old.toReview()));
        if (facts.unreachable() > 0) {
            lines.add(line(DigestPhrases.UNREACHABLE, facts.unreachable(), old.unreachable()));
        }
        List<String> text = new ArrayList<>();
        text.add(copy.render(DigestPhrases.DIGEST.with("students", facts.students(), "lines", lines)));
        if (!named.isEmpty()) {
            text.add(copy.render((isLast ? DigestPhrases.LEFT : DigestPhrases.SILENT)
                    .with("count", named.size(), "names", names(named))));
        }
        return String.join("\n\n", text);
    }

    private static Say line(gradcheck.message.Phrase phrase, int now, int before) {
        Say change = now == before
                ? DigestPhrases.SAME.say()
                : (now < before ? DigestPhrases.LESS : DigestPhrases.MORE).with("count", Math.abs(now - before));
        return phrase.with("count", now, "change", change);
    }

    private static List<Say> names(List<Listed> named) {
        List<Say> names = new ArrayList<>();
        named.stream().limit(MOST_NAMES).forEach(listed -> {
            String number = listed.who().number();
            names.add(DigestPhrases.NAME.with(
                    "name", listed.who().name(),
                    "tail", number.substring(Math.max(0, number.length() - TAIL)),
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
