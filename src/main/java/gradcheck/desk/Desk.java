package gradcheck.desk;

import gradcheck.desk.act.People;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The secretary's desk: every message is a command of interface.md §6, the answer to what was just asked, or a question in
 * ordinary Chinese; each within the asker's scope, each an audit row.
 */
public final class Desk {
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
        this.commands = new Commands(ground.grammar()::fixedWord, this::read);
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
        Optional<ParsedQuestion> read = read(visit, text);
        return read.filter(r -> r.unknown().isEmpty())
                .map(reading -> answered(visit, reading))
                .or(() -> read.flatMap(reading -> nearly(visit, text, reading)));
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
        return read(visit, text).map(reading -> answered(visit, reading));
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

    private List<Say> answered(DeskContext visit, ParsedQuestion reading) {
        if (reading.ask() == QuestionKind.DETAIL) {
            return person(visit, reading);
        }
        if (reading.ask() == QuestionKind.REMIND) {
            return new Reminding(visit).preview(reading);
        }
        return DeskAnswers.instead(visit, reading).map(List::of).orElseGet(() -> new DeskAnswers(visit)
                .answer(reading));
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
        String plain = PlainText.of(text);
        Set<String> people = new HashSet<>(visit.tables().roll().nameKeys(visit.asked(), Grammar.candidates(plain)));
        NameIndex known = new NameIndex(visit.tables().roll().places(visit.asked()), people);
        return ground.grammar().read(text, known, visit.today());
    }
}
