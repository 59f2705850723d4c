package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.DeskAnswers;
import gradcheck.desk.answer.StudentList;
import gradcheck.desk.ask.ParsedQuestion;
import gradcheck.domain.Student;
import gradcheck.domain.status.StudentState;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.DeskLists;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 催办: shows first what a round would do, and starts it when it is confirmed. */
public final class Reminding {
    /** What a round that can be undone is called. */
    static final String ACT = "round";
    /** The round was shown and waits for 确认. */
    public static final String QUESTION = "round";

    /** States of the two checks; the others tell of the person or of the ways to reach them. */
    private static final Set<StudentState> STEPS = EnumSet.range(StudentState.CONFIRMED, StudentState.RETAKE);

    private final DeskContext visit;

    public Reminding(DeskContext visit) {
        this.visit = visit;
    }

    /** The preview for those the words name: a state, a place, 这些人, one student. */
    public List<Say> preview(ParsedQuestion reading) {
        Optional<Say> instead = DeskAnswers.instead(visit, reading);
        if (instead.isPresent()) {
            return List.of(instead.get());
        }
        StudentFilter sought = DeskAnswers.sought(visit, reading);
        Optional<StudentState> lacking = lacking(sought);
        boolean ofPeople = !reading.people().isEmpty() || reading.refines();
        if (lacking.isEmpty() && !ofPeople) {
            Optional<Say> refused = notTheirs(sought);
            if (refused.isPresent() || sought.equals(StudentFilter.EVERYBODY)) {
                return List.of(refused.orElseGet(DeskPhrases.REMIND_WHOM::say));
            }
        }
        StudentState what = lacking.orElseGet(() -> lackedBy(reading, sought));
        Set<String> numbers = numbers(reading, sought, what);
        if (numbers.isEmpty() && (ofPeople || !isWhole(sought, what))) {
            return List.of(DeskPhrases.REMIND_NOBODY.with(
                    "state", what.title(), "sees", visit.asker().sees()));
        }
        return preview(
                new RoundService.Wish(what, visit.asker().scope(), numbers),
                sought,
                !reading.people().isEmpty());
    }

    /** The preview for some of the last list; what they are reminded of is what the list was about. */
    public List<Say> selected(DeskLists.Shown list, Set<String> numbers) {
        StudentState what = lacking(list.sought()).orElse(StudentState.UNCONFIRMED);
        Set<String> fitting = visit.tables().roll().lines(visit.asked(), StudentFilter.of(what)).stream()
                .map(Line::number)
                .filter(numbers::contains)
                .collect(Collectors.toSet());
        return fitting.isEmpty()
                ? List.of(DeskPhrases.REMIND_NOBODY.with(
                        "state", what.title(), "sees", visit.asker().sees()))
                : preview(new RoundService.Wish(what, visit.asker().scope(), fitting), list.sought(), true);
    }

    /** What the people who are named lack, if nobody said: the check itself first. */
    private StudentState lackedBy(ParsedQuestion reading, StudentFilter sought) {
        boolean onlyThePhoto =
                numbers(reading, sought, StudentState.UNCONFIRMED).isEmpty()
                        && !numbers(reading, sought, StudentState.UNCOLLECTED).isEmpty();
        return onlyThePhoto ? StudentState.UNCOLLECTED : StudentState.UNCONFIRMED;
    }

    /** Of the states that are named, what a student can be reminded of. */
    private static Optional<StudentState> lacking(StudentFilter sought) {
        return sought.conditions().stream()
                .flatMap(state -> state.remindedOf().stream())
                .min(Comparator.naturalOrder());
    }

    /** The states that are named are done, or somebody else's turn. */
    private static Optional<Say> notTheirs(StudentFilter sought) {
        return sought.conditions().stream()
                .filter(STEPS::contains)
                .min(Comparator.naturalOrder())
                .map(state -> DeskPhrases.REMIND_NOT_THEIRS.with("state", state.title()));
    }

    private static boolean isWhole(StudentFilter sought, StudentState what) {
        return sought.equals(StudentFilter.of(what));
    }

    /** Everybody in scope needs no names; a narrower group does. */
    private Set<String> numbers(ParsedQuestion reading, StudentFilter sought, StudentState what) {
        if (!reading.people().isEmpty()) {
            Set<String> named = named(reading);
            return visit.tables().roll().lines(visit.asked(), StudentFilter.of(what)).stream()
                    .map(Line::number)
                    .filter(named::contains)
                    .collect(Collectors.toSet());
        }
        if (reading.refines()) {
            Set<String> shown = visit.tables()
                    .deskLists()
                    .of(visit.asker().id())
                    .map(DeskLists.Shown::numbers)
                    .map(Set::copyOf)
                    .orElse(Set.of());
            return visit.tables().roll().lines(visit.asked(), sought.with(Set.of(what))).stream()
                    .map(Line::number)
                    .filter(shown::contains)
                    .collect(Collectors.toSet());
        }
        return isWhole(sought, what)
                ? Set.of()
                : visit.tables().roll().lines(visit.asked(), also(sought, what)).stream()
                        .map(Line::number)
                        .collect(Collectors.toSet());
    }

    private static StudentFilter also(StudentFilter sought, StudentState what) {
        Set<StudentState> states = EnumSet.of(what);
        states.addAll(sought.conditions());
        return sought.with(states);
    }

    /** Those who are named, whichever way their names are written. */
    private Set<String> named(ParsedQuestion reading) {
        Set<String> named = new HashSet<>();
        for (String name : reading.people()) {
            new PersonFinder(visit).find(name + reading.number()).people().forEach(l -> named.add(l.number()));
        }
        return named;
    }

    private List<Say> preview(RoundService.Wish wish, StudentFilter sought, boolean isNamed) {
        Instant notBefore = visit.now().plus(DeskContext.REGRET);
        RoundService.Preview preview = visit.ground().rounds().preview(visit.tables(), wish, notBefore);
        visit.audit("催办预览", DeskAnswers.placeOf(visit, sought), wish.lacking().title() + " " + preview.people());
        if (preview.people() == 0) {
            return List.of(DeskPhrases.REMIND_NONE_LEFT.with(
                    "state", wish.lacking().title(),
                    "left", left(preview)));
        }
        visit.ask(QUESTION, Map.of("lacking", wish.lacking().name(), "numbers", String.join(",", wish.numbers())));
        String place = sought.place().equals(StudentFilter.EVERYBODY) ? "" : DeskAnswers.placeOf(visit, sought);
        return List.of(DeskPhrases.REMIND_PREVIEW.with(
                "state", place + wish.lacking().title(),
                "people", preview.people(),
                "when", when(preview),
                "left", isNamed ? whom(wish, left(preview)) : left(preview),
                "sample", preview.sample()));
    }

    /** Who is named is told back: the yes that follows is said to them. */
    private List<Say> whom(RoundService.Wish wish, List<Say> left) {
        List<String> names = visit.tables().roll().among(visit.asked(), List.copyOf(wish.numbers())).stream()
                .map(l -> l.name() + "（" + Student.tail(l.number()) + "）")
                .toList();
        String called = String.join("、", names.subList(0, Math.min(StudentList.MOST, names.size())));
        List<Say> lines = new ArrayList<>(List.of(
                DeskPhrases.REMIND_NAMED.with("names", names.size() > StudentList.MOST ? called + "……" : called)));
        lines.addAll(left);
        return lines;
    }

    private Say when(RoundService.Preview preview) {
        String first = visit.time(preview.firstAt());
        String last = visit.time(preview.lastAt());
        return first.equals(last)
                ? DeskPhrases.REMIND_AT.with("first", first)
                : DeskPhrases.REMIND_FROM.with("first", first, "last", last);
    }

    private static List<Say> left(RoundService.Preview preview) {
        List<Say> left = new ArrayList<>();
        add(left, DeskPhrases.REMIND_UNREACHABLE, preview.unreachable());
        add(left, DeskPhrases.REMIND_STOPPED, preview.stopped());
        add(left, DeskPhrases.REMIND_PAUSED, preview.paused());
        add(left, DeskPhrases.REMIND_CAPPED, preview.capped());
        return left;
    }

    private static void add(List<Say> left, Phrase what, int count) {
        if (count > 0) {
            left.add(what.with("count", count));
        }
    }

    /** 确认 after the preview. */
    public List<Say> start(Map<String, String> details) {
        String joined = details.getOrDefault("numbers", "");
        Set<String> numbers = joined.isEmpty() ? Set.of() : Set.of(joined.split(",", -1));
        StudentState lacking = StudentState.valueOf(details.getOrDefault("lacking", ""));
        RoundService.Wish wish = new RoundService.Wish(lacking, visit.asker().scope(), numbers);
        Instant notBefore = visit.now().plus(DeskContext.REGRET);
        RoundService.Preview preview = visit.ground().rounds().preview(visit.tables(), wish, notBefore);
        String id = visit.ground()
                .rounds()
                .start(visit.tables(), wish, visit.asker().id(), notBefore);
        visit.undoable(ACT, Map.of("round", id), List.of());
        visit.audit("催办", visit.asker().sees(), lacking.title() + " " + preview.people());
        return List.of(
                DeskPhrases.REMIND_STARTED.with("people", preview.people(), "first", visit.time(preview.firstAt())));
    }
}
