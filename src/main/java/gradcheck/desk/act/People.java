package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.act.PersonFound.Certainty;
import gradcheck.desk.ask.PlainText;
import gradcheck.domain.Student;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.message.Phrase.Say;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.query.StudentQueries.Line;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Does something with the students a message means. A question may be answered about whoever was probably meant, and says
 * who that is; an act waits for a yes unless they were named in full.
 */
public final class People {
    /** These change nothing. */
    private static final Set<String> QUESTIONS = Set.of("查", "为什么没收到");

    private People() {}

    /** The name, with the last digits of the 学号 where somebody else has it too. */
    public static String called(DeskContext visit, Enrolled who) {
        String name = who.student().name();
        long same = visit.tables().roll().named(visit.asked(), Set.of(TextNormalizer.nameKey(name))).stream()
                .filter(line -> line.name().equals(name))
                .count();
        return same == 1 ? name : name + Student.tail(who.student().number());
    }

    /**
     * Does something with the students that the argument begins with, or asks, or says why not.
     *
     * @param command the word before the argument, to go on with once it is clear who was meant
     * @param act gets the student and the words after them
     */
    public static List<Say> with(
            DeskContext visit, String command, String argument, BiFunction<Enrolled, String, List<Say>> act) {
        if (PlainText.narrow(argument).isEmpty()) {
            return List.of(DeskPhrases.WHO.with("command", command));
        }
        PersonFound found = new PersonFinder(visit).find(argument);
        if (found.isNobody() && PersonFinder.isLineNumber(found.words())) {
            return List.of(DeskPhrases.NO_SUCH_LINE.with("number", found.words()));
        }
        if (found.isNobody()) {
            visit.audit(command, PlainText.of(found.words()), "refused: not found in scope");
            return List.of(DeskPhrases.NOT_FOUND.with(
                    "typed", found.words(), "sees", visit.asker().sees()));
        }
        if (found.isUnclear()) {
            return new PersonQuestion(visit).which(command, found);
        }
        boolean isSure =
                isQuestion(command) ? found.certainty() != Certainty.BEGINNING : found.certainty() == Certainty.WRITTEN;
        if (!isSure) {
            return new PersonQuestion(visit).whether(command, found);
        }
        return each(
                visit, found.people().stream().map(Line::number).toList(), student -> act.apply(student, found.rest()));
    }

    static boolean isQuestion(String command) {
        return QUESTIONS.contains(command);
    }

    /** The same to each of these students, as far as the asker may see them. */
    public static List<Say> each(DeskContext visit, List<String> numbers, Function<Enrolled, List<Say>> act) {
        return numbers.stream()
                .flatMap(n -> visit.tables().students().byNumber(visit.season().year(), n).stream())
                .filter(e -> visit.asker().scope().covers(e.student().college()))
                .flatMap(e -> act.apply(e).stream())
                .toList();
    }

    /** Whether it is the number of a line in the last list, and nothing else. */
    public static boolean isLine(DeskContext visit, String said) {
        return PersonFinder.isLineNumber(said)
                && new PersonFinder(visit).find(said).isWhole();
    }

    /** Whether these words begin with somebody the asker may see, or with something like their name. */
    public static boolean isNamed(DeskContext visit, String argument) {
        return !new PersonFinder(visit).find(argument).isNobody();
    }

    /** Whether this is the whole name or number of somebody the asker may see. */
    public static boolean isSomebody(DeskContext visit, String words) {
        return new PersonFinder(visit).find(words).isWhole();
    }
}
