package gradcheck.reminders;

import gradcheck.domain.status.StudentState;
import gradcheck.message.OutcomeCause;
import gradcheck.message.PersonId;
import gradcheck.reminders.ReminderRounds.Preview;
import gradcheck.reminders.ReminderRounds.Request;
import gradcheck.store.Tables;
import gradcheck.store.query.Situations.Situation;
import gradcheck.store.query.Situations.Who;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everybody that a round might be for, each where they belong: those who get it, and those left out with the reason.
 *
 * <p>Thousands lack the same things, so what they read is written once for each list of lacks, not for each person.
 */
final class RoundPreview {
    private final Request request;
    private final LocalDate day;
    private final Tables tables;
    private final Lacks lacks;
    private final ReminderTexts words;
    private final Reminded reminded;
    private final Set<StudentState> asked;
    private final Map<List<Lack>, List<Situation>> alike = new HashMap<>();
    private final List<Who> paused = new ArrayList<>();
    private final List<Who> stopped = new ArrayList<>();
    private final Map<Who, OutcomeCause> capped = new HashMap<>();

    RoundPreview(Collection<Situation> people, Request request, LocalDate day, Reminders.Ground ground, Tables tables) {
        this.request = request;
        this.day = day;
        this.tables = tables;
        this.lacks = new Lacks(ground.season());
        this.asked = Set.of(request.audience());
        this.words = new ReminderTexts(ground.season(), ground.policy(), ground.copy());
        List<PersonId> accounts = people.stream().map(s -> s.who().person()).toList();
        this.reminded = Reminded.read(
                tables,
                ground.policy(),
                ground.clock().instant(),
                ground.season().zone(),
                accounts);
        people.forEach(this::put);
    }

    private void put(Situation who) {
        if (!who.standing().isReminded()) {
            if (lacksIt(lacks.of(active(who), day, asked))) {
                paused.add(who.who());
            }
            return;
        }
        List<Lack> open = lacks.of(who, day, asked);
        if (!lacksIt(open)) {
            return;
        }
        if (who.muted()) {
            stopped.add(who.who());
            return;
        }
        Optional<OutcomeCause> cap = reminded.cap(who.who().person(), day, deadlines(open));
        if (cap.isPresent()) {
            capped.put(who.who(), cap.get());
        } else {
            alike.computeIfAbsent(open, lacking -> new ArrayList<>()).add(who);
        }
    }

    private boolean lacksIt(List<Lack> open) {
        return open.stream().anyMatch(lack -> request.audience().covers(lack.audience()));
    }

    private static List<LocalDate> deadlines(List<Lack> open) {
        return open.stream()
                .flatMap(lack -> lack.deadline().stream())
                .distinct()
                .toList();
    }

    private static Situation active(Situation who) {
        return new Situation(who.who(), who.facts().active(), who.muted());
    }

    /** Who gets it, equal texts together, so that they can share a call. */
    List<Situation> chosen() {
        return byText().values().stream()
                .flatMap(group ->
                        group.stream().sorted(Comparator.comparing(s -> s.who().person())))
                .toList();
    }

    private Map<String, List<Situation>> byText() {
        Map<String, List<Situation>> groups = new TreeMap<>();
        alike.forEach(
                (lacking, people) -> groups.computeIfAbsent(words.of(lacking, day, false), text -> new ArrayList<>())
                        .addAll(people));
        return groups;
    }

    Preview preview(List<Situation> chosen, Instant first, Instant last) {
        List<Who> people = chosen.stream().map(Situation::who).toList();
        String sample = byText().entrySet().stream()
                .max(Comparator.comparing(group -> group.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse("");
        Map<PersonId, String> refused = tables.unreachable().all();
        Map<Who, String> unreachable = new HashMap<>();
        people.stream()
                .filter(who -> refused.containsKey(who.person()))
                .forEach(who -> unreachable.put(who, refused.get(who.person())));
        return new Preview(people, unreachable, paused, stopped, capped, first, last, sample);
    }
}
