package gradcheck.desk.answer;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.ask.GroupBy;
import gradcheck.desk.ask.ParsedQuestion;
import gradcheck.desk.ask.ParsedQuestion.PlaceNamed;
import gradcheck.desk.ask.QuestionKind;
import gradcheck.domain.Season;
import gradcheck.domain.status.StudentState;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.DeskLists;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries.Fitting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Answers a question that was understood: the number, its whole, the time of the data, and the next possible act. */
public final class DeskAnswers {
    private final DeskContext visit;

    public DeskAnswers(DeskContext visit) {
        this.visit = visit;
    }

    /** What stands between a reading and its answer: something not understood. */
    public static Optional<Say> instead(DeskContext visit, ParsedQuestion reading) {
        return reading.unknown().isEmpty()
                ? Optional.empty()
                : Optional.of(unknown(visit, String.join("”“", reading.unknown())));
    }

    /** What says of a place that may be several that it must be written in full. */
    public static Optional<Say> unclear(ParsedQuestion reading) {
        return reading.places().stream()
                .filter(p -> p.names().size() > 1)
                .findFirst()
                .map(p -> DeskPhrases.WHICH_PLACES.with("words", p.words(), "names", String.join("、", p.names())));
    }

    /** What was left out of a question, and by what it is answered without it. */
    public static Say inPart(DeskContext visit, ParsedQuestion reading) {
        StudentFilter sought = sought(visit, reading.understood());
        String titles = titles(sought);
        String place = sought.place().equals(StudentFilter.EVERYBODY) ? "" : placeOf(visit, sought) + " ";
        Object what = titles.isEmpty() ? DeskPhrases.IN_PART_ALL.say() : titles;
        return DeskPhrases.IN_PART.with(
                "words",
                String.join("”“", reading.unknown()),
                "what",
                place.isEmpty() ? what : (place + titles).strip());
    }

    public static Say unknown(DeskContext visit, String words) {
        return DeskPhrases.UNKNOWN_WORDS.with(
                "words", words, "sees", visit.asker().sees());
    }

    /** The students a reading is about; those of the last answer where it refines it. */
    public static StudentFilter sought(DeskContext visit, ParsedQuestion reading) {
        Optional<StudentFilter> last =
                reading.refines() || follows(reading) ? last(visit).map(DeskLists.Shown::sought) : Optional.empty();
        Set<StudentState> conditions = EnumSet.noneOf(StudentState.class);
        last.filter(l -> reading.refines() || reading.states().isEmpty())
                .ifPresent(l -> conditions.addAll(l.conditions()));
        conditions.addAll(reading.states());
        boolean isElsewhere = follows(reading) && !reading.places().isEmpty();
        StudentFilter base = last.map(l -> isElsewhere ? l.anywhere() : l).orElse(StudentFilter.EVERYBODY);
        StudentFilter placed = base.with(conditions)
                .within(
                        names(reading, PlaceNamed.Kind.COLLEGE),
                        names(reading, PlaceNamed.Kind.CLASS),
                        names(reading, PlaceNamed.Kind.MAJOR));
        return new StudentFilter(
                placed.conditions(),
                placed.colleges(),
                placed.classes(),
                placed.majors(),
                reading.field().isEmpty() ? placed.field() : reading.field(),
                reading.span().map(s -> s.start(visit.local())).orElse(placed.since()),
                reading.span().map(s -> s.end(visit.local())).orElse(placed.until()));
    }

    private static boolean follows(ParsedQuestion reading) {
        return reading.manner() == ParsedQuestion.Manner.FOLLOWING;
    }

    /** The list that 这些 and 2班呢 are about: nobody means one of days ago. */
    private static Optional<DeskLists.Shown> last(DeskContext visit) {
        return visit.tables().deskLists().of(visit.asker().id()).filter(list -> !visit.now()
                .isAfter(list.at().plus(DeskLists.FRESH)));
    }

    private static List<String> names(ParsedQuestion reading, PlaceNamed.Kind kind) {
        return reading.places().stream()
                .filter(p -> p.kind() == kind)
                .flatMap(p -> p.names().stream())
                .toList();
    }

    public List<Say> answer(ParsedQuestion reading) {
        StudentFilter sought = sought(visit, reading);
        String target = sought.conditions().isEmpty() ? "全部" : titles(sought);
        visit.audit("问 " + reading.ask().name().toLowerCase(Locale.ROOT), place(sought) + " " + target, "ok");
        QuestionKind ask =
                follows(reading) ? last(visit).map(DeskAnswers::again).orElse(reading.ask()) : reading.ask();
        return switch (ask) {
            case COUNT -> reading.by().isPresent() ? ranking(sought, reading) : List.of(count(sought, reading));
            case LIST -> reading.by().isPresent() ? ranking(sought, reading) : List.of(list(sought, reading));
            case RATE -> isProgress(sought) ? progress(sought, reading) : List.of(count(sought, reading));
            case FIELDS -> List.of(Overviews.fields(visit, sought));
            case CHANGES -> List.of(Overviews.changes(visit, sought));
            case PICTURE -> Pictures.order(visit, sought);
            default -> ranking(sought, reading);
        };
    }

    /** As the last one was answered: with names, or with the number alone. */
    private static QuestionKind again(DeskLists.Shown list) {
        return list.isShown() ? QuestionKind.LIST : QuestionKind.COUNT;
    }

    private static boolean isProgress(StudentFilter sought) {
        Set<StudentState> conditions = sought.conditions();
        return conditions.isEmpty()
                || conditions.equals(Set.of(StudentState.CONFIRMED))
                || conditions.equals(Set.of(StudentState.UNCONFIRMED));
    }

    private Say count(StudentFilter sought, ParsedQuestion reading) {
        Fitting fitting = fitting(sought);
        if (sought.conditions().isEmpty()) {
            return DeskPhrases.ALL_OF_THEM.with("place", place(sought), "count", fitting.of(), "time", visit.time());
        }
        StudentList.keep(visit, fitting.numbers(), sought);
        int count = fitting.numbers().size();
        return DeskPhrases.COUNT.with(
                "place", place(sought),
                "state", state(sought, reading),
                "count", count,
                "of", fitting.of(),
                "rate", percent(count, fitting.of()),
                "time", visit.time(),
                "next", count == 0 ? DeskPhrases.NEXT_NONE.say() : DeskPhrases.NEXT_NAMES.say());
    }

    private Say list(StudentFilter sought, ParsedQuestion reading) {
        if (sought.conditions().isEmpty() && sought.place().equals(StudentFilter.EVERYBODY)) {
            return DeskPhrases.WHOM.say();
        }
        Fitting fitting = fitting(sought);
        String state = state(sought, reading);
        if (fitting.numbers().isEmpty()) {
            StudentList.keep(visit, List.of(), sought);
            return DeskPhrases.NOBODY.with(
                    "place", place(sought), "state", state, "of", fitting.of(), "time", visit.time());
        }
        return DeskPhrases.LIST.with(
                "place", place(sought),
                "state", state,
                "count", fitting.numbers().size(),
                "of", fitting.of(),
                "lines", StudentList.shown(visit, fitting.numbers(), sought),
                "time", visit.time(),
                "next", next(sought, fitting.numbers().get(0)));
    }

    private Fitting fitting(StudentFilter sought) {
        Fitting fitting = visit.tables().roll().fitting(visit.asked(), sought);
        return sought.has(StudentState.PERHAPS_DOUBTFUL)
                ? new Fitting(Certificates.doubtful(visit, fitting.numbers()), fitting.of())
                : fitting;
    }

    private List<Say> progress(StudentFilter sought, ParsedQuestion reading) {
        boolean ofColleges = reading.by().filter(b -> b == GroupBy.COLLEGE).isPresent();
        return Overviews.progress(visit, sought.place(), ofColleges);
    }

    private List<Say> ranking(StudentFilter sought, ParsedQuestion reading) {
        GroupBy by = reading.by()
                .orElse(visit.asker().isOffice() && sought.colleges().isEmpty() ? GroupBy.COLLEGE : GroupBy.CLASS);
        return List.of(
                Rankings.of(visit, sought, reading.ask() == QuestionKind.RATE ? QuestionKind.RANK : reading.ask(), by));
    }

    private Say next(StudentFilter sought, String first) {
        if (sought.has(StudentState.TO_CALL)) {
            return DeskPhrases.NEXT_CALL.say();
        }
        if (sought.conditions().stream().anyMatch(state -> state.remindedOf().isPresent())) {
            return DeskPhrases.NEXT_REMIND.say();
        }
        boolean toReview = sought.conditions().stream()
                .anyMatch(EnumSet.of(
                        StudentState.TO_REVIEW,
                        StudentState.PENDING,
                        StudentState.MATERIAL_SENT,
                        StudentState.MATERIAL_RECEIVED,
                        StudentState.WITH_OFFICE)::contains);
        return toReview
                ? DeskPhrases.NEXT_REVIEW.say()
                : DeskPhrases.NEXT_LOOK.with("who", StudentList.example(visit, first, sought));
    }

    String place(StudentFilter sought) {
        return placeOf(visit, sought);
    }

    public static String placeOf(DeskContext visit, StudentFilter sought) {
        List<String> names = new ArrayList<>(sought.classes());
        names.addAll(sought.majors());
        if (names.isEmpty()) {
            names.addAll(sought.colleges());
        }
        return names.isEmpty() ? visit.asker().sees() : String.join("、", names);
    }

    public static String titles(StudentFilter sought) {
        return String.join(
                "、",
                sought.conditions().stream().sorted().map(StudentState::title).toList());
    }

    /** 昨天写了更正（民族）的. */
    private String state(StudentFilter sought, ParsedQuestion reading) {
        String when = reading.span()
                .map(s -> s.from().equals(s.to())
                        ? Season.said(s.from())
                        : visit.words(DeskPhrases.SPAN.with("from", Season.said(s.from()), "to", Season.said(s.to()))))
                .orElse("");
        String field = visit.season()
                .fields()
                .byCode(sought.field())
                .map(f -> "（" + f.label() + "）")
                .orElse("");
        return when + titles(sought) + field;
    }

    public static String percent(int part, int whole) {
        return whole == 0 ? "0%" : Math.round(100.0 * part / whole) + "%";
    }
}
