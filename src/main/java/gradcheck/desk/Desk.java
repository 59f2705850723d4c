package gradcheck.desk;

import gradcheck.desk.act.OpenInquiries;
import gradcheck.desk.act.People;
import gradcheck.desk.act.PlaceQuestion;
import gradcheck.desk.act.Reminding;
import gradcheck.desk.act.RoundService;
import gradcheck.desk.answer.DeskAnswers;
import gradcheck.desk.answer.StudentCard;
import gradcheck.desk.answer.WhyNot;
import gradcheck.desk.ask.Grammar;
import gradcheck.desk.ask.NameIndex;
import gradcheck.desk.ask.ParsedQuestion;
import gradcheck.desk.ask.PlainText;
import gradcheck.desk.ask.QuestionKind;
import gradcheck.desk.review.ReviewCards;
import gradcheck.desk.review.ReviewHistory;
import gradcheck.desk.review.ReviewQueue;
import gradcheck.domain.QuietHours;
import gradcheck.domain.Season;
import gradcheck.domain.status.StudentState;
import gradcheck.language.Language;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.CorrectionRows;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The secretary's desk: every message is a command of interface.md §6, the answer to what was just asked, or a question in
 * ordinary Chinese; each within the asker's scope, each an audit row.
 */
public final class Desk {
    private static final Pattern TAG = Pattern.compile("(?<![0-9])[1-9][0-9]{0,5}(?![0-9])");

    private final Ground ground;
    private final Commands commands;

    /**
     * What a desk stands on.
     *
     * @param words renders what is to be said
     * @param quiet when nobody is told of anything
     * @param rounds runs 催办
     */
    public record Ground(
            Season season,
            Clock clock,
            Ids ids,
            Function<Say, String> words,
            Language language,
            Grammar grammar,
            QuietHours quiet,
            RoundService rounds,
            Entrance entrance) {
        /** When somebody is told what can wait till then. */
        public Instant notBefore(Instant moment) {
            return quiet.forNotice(moment, season.zone());
        }
    }

    /**
     * Where one-time pages are to be found.
     *
     * @param publicUrl the address people's phones can open; empty: there are no pages
     */
    public record Entrance(Optional<String> publicUrl, SecureRandom random) {}

    public Desk(Ground ground) {
        this.ground = ground;
        this.commands = new Commands(
                ground.grammar()::fixedWord,
                new Commands.Asking(
                        this::read,
                        (visit, text) -> ground.grammar().select(text, known(visit, text)),
                        this::reminded,
                        this::again));
    }

    /** A command, or the answer to what was just asked; empty for everything else. */
    public Optional<List<Say>> command(String text, Tables tables, List<Member> asker) {
        return commands.hear(DeskContext.of(ground, asker, tables), text);
    }

    /** A question in ordinary Chinese; empty when it is nothing for the desk. */
    public Optional<List<Say>> question(String text, Tables tables, List<Member> asker) {
        if (Commands.bare(text).equals(Commands.OWN_PROGRESS)) {
            return Optional.of(List.of(DeskPhrases.NO_STUDENT.say()));
        }
        DeskContext visit = DeskContext.of(ground, asker, tables);
        List<ParsedQuestion> read = readAll(visit, text);
        Optional<List<Say>> own = read.stream().findFirst().flatMap(reading -> ofTheDesk(visit, text, reading));
        if (own.isPresent()) {
            return own;
        }
        boolean isWhole = read.stream().allMatch(r -> r.unknown().isEmpty());
        if (isWhole || (read.size() > 1 && read.stream().allMatch(Desk::isAnswerable))) {
            return read.isEmpty() ? Optional.empty() : Optional.of(each(visit, text, read));
        }
        ParsedQuestion reading = read.get(0);
        Optional<List<Say>> nearly = nearly(visit, text, reading);
        boolean isAsked = reading.manner() == ParsedQuestion.Manner.ASKED && reading.holdsInPart();
        return nearly.isPresent() || !isAsked ? nearly : Optional.of(answered(visit, text, reading));
    }

    /** What is asked of the desk itself, not of students: what there is to do, who has asked, who reviewed. */
    private static Optional<List<Say>> ofTheDesk(DeskContext visit, String text, ParsedQuestion reading) {
        boolean isBare = reading.unknown().isEmpty();
        return switch (reading.ask()) {
            case TODO -> isBare ? Optional.of(toDo(visit)) : Optional.empty();
            case INQUIRIES -> isBare
                    ? Optional.of(List.of(OpenInquiries.waiting(visit).orElseGet(DeskPhrases.NO_INQUIRIES::say)))
                    : Optional.empty();
            case REVIEWER -> Optional.of(new ReviewHistory(visit).of(tags(text), reading.people()));
            default -> Optional.empty();
        };
    }

    private static List<Say> toDo(DeskContext visit) {
        List<Say> says = new ArrayList<>();
        OpenInquiries.waiting(visit).ifPresent(says::add);
        says.addAll(new ReviewQueue(visit).waiting());
        return says;
    }

    private static List<Integer> tags(String text) {
        return TAG.matcher(PlainText.narrow(text))
                .results()
                .map(m -> Integer.parseInt(m.group()))
                .toList();
    }

    private static boolean isAnswerable(ParsedQuestion reading) {
        return reading.unknown().isEmpty() || reading.holdsInPart();
    }

    /** Several questions get several answers; one that must be asked back first is alone. */
    private List<Say> each(DeskContext visit, String text, List<ParsedQuestion> read) {
        return read.size() == 1
                ? answered(visit, text, read.get(0))
                : read.stream()
                        .flatMap(reading -> answered(visit, text, reading).stream())
                        .toList();
    }

    /** 张三丰核对了吗, where there is a 张三 only: it is about nobody, or about whom is asked. */
    private static Optional<List<Say>> nearly(DeskContext visit, String text, ParsedQuestion reading) {
        String plain = PlainText.of(text);
        return reading.people().stream()
                .flatMap(person -> reading.unknown().stream().map(person::concat))
                .filter(plain::contains)
                .findFirst()
                .map(name -> People.with(visit, "查", name, (who, rest) -> StudentCard.shown(visit, who)));
    }

    /** A question of which a part was not understood: says which. */
    public Optional<List<Say>> unclear(String text, Tables tables, List<Member> asker) {
        DeskContext visit = DeskContext.of(ground, asker, tables);
        return read(visit, text).map(reading -> answered(visit, text, reading));
    }

    /** What to do next where nothing was asked. */
    public Say overall() {
        return DeskPhrases.NEXT_NONE.say();
    }

    public Say notUnderstood() {
        return DeskPhrases.NOT_UNDERSTOOD.say();
    }

    public Say help() {
        return DeskPhrases.HELP.say();
    }

    /** Asks the reviewers about this student's corrections as far as they have not been asked. */
    public void announce(Tables tables, Enrolled student) {
        ReviewCards cards = new ReviewCards(ground, tables, ground.clock().instant());
        List<CorrectionRows.Row> rows = tables.corrections()
                .of(ground.season().year(), student.student().number());
        rows.forEach(cards::announce);
    }

    private List<Say> answered(DeskContext visit, String text, ParsedQuestion reading) {
        return answered(visit, new PlaceQuestion.Settled(text, Map.of()), reading);
    }

    /** The answer to a question of which a part may not have been understood, or a question back. */
    private List<Say> answered(DeskContext visit, PlaceQuestion.Settled question, ParsedQuestion reading) {
        if (reading.ask() == QuestionKind.DETAIL) {
            return person(visit, reading);
        }
        Optional<List<Say>> which = reading.unknown().isEmpty() || reading.holdsInPart()
                ? new PlaceQuestion(visit).ask(question, reading)
                : noPlace(visit, reading);
        if (which.isPresent()) {
            return which.get();
        }
        ParsedQuestion settled = question.in(reading);
        if (reading.ask() == QuestionKind.REMIND) {
            return new Reminding(visit).preview(settled);
        }
        if (reading.holdsInPart()) {
            List<Say> says = new ArrayList<>(List.of(DeskAnswers.inPart(visit, settled)));
            says.addAll(new DeskAnswers(visit).answer(settled.understood()));
            return says;
        }
        return DeskAnswers.instead(visit, settled).map(List::of).orElseGet(() -> new DeskAnswers(visit)
                .answer(settled));
    }

    /** A place that isn't on the list: those that are called something like it. */
    private static Optional<List<Say>> noPlace(DeskContext visit, ParsedQuestion reading) {
        return reading.placeMissed().flatMap(words -> {
            List<String> nearest = names(visit, Set.of()).nearest(words);
            return nearest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            List.of(DeskPhrases.NO_PLACE.with("words", words, "names", String.join("、", nearest))));
        });
    }

    private static List<Say> person(DeskContext visit, ParsedQuestion reading) {
        if (!reading.unknown().isEmpty()) {
            return List.of(DeskAnswers.unknown(visit, String.join("”“", reading.unknown())));
        }
        boolean whyNot = reading.states().contains(StudentState.UNREACHABLE);
        List<String> names = reading.people().isEmpty() ? List.of("") : reading.people();
        List<Say> says = new ArrayList<>();
        for (String name : names) {
            says.addAll(People.with(
                    visit,
                    whyNot ? "为什么没收到" : "查",
                    name + (names.size() == 1 ? reading.number() : ""),
                    (student, rest) -> whyNot ? WhyNot.of(visit, student) : StudentCard.shown(visit, student)));
        }
        return says;
    }

    /** The reading of a question, with the names that are known within the asker's scope. */
    private Optional<ParsedQuestion> read(DeskContext visit, String text) {
        return ground.grammar().read(text, known(visit, text), visit.today());
    }

    private List<ParsedQuestion> readAll(DeskContext visit, String text) {
        return ground.grammar().readAll(text, known(visit, text), visit.today());
    }

    private static NameIndex known(DeskContext visit, String text) {
        String plain = PlainText.of(text);
        return names(visit, new HashSet<>(visit.tables().roll().nameKeys(visit.asked(), Grammar.candidates(plain))));
    }

    private static NameIndex names(DeskContext visit, Set<String> people) {
        return new NameIndex(visit.tables().roll().places(visit.asked()), people);
    }

    /** What was asked first, now that it is clear which places it is about. */
    private List<Say> again(DeskContext visit, PlaceQuestion.Settled question) {
        return readAll(visit, question.said()).stream()
                .flatMap(reading -> answered(visit, question, reading).stream())
                .toList();
    }

    /** 催办, whoever the words after it mean. */
    private List<Say> reminded(DeskContext visit, String text) {
        return read(visit, text)
                .map(reading -> answered(visit, text, reading))
                .orElseGet(() -> List.of(DeskPhrases.REMIND_WHOM.say()));
    }
}
