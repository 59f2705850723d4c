package gradcheck.desk;

import gradcheck.desk.ask.Plain;
import gradcheck.message.Phrase.Say;
import gradcheck.store.DeskLists;
import gradcheck.store.Roll.Line;
import gradcheck.store.Sought;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.verification.Student;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the student a message means: by 学号, by name, by a name with the last digits of the 学号, or by the number of a
 * line in the last list. Never guesses: two that fit are asked back, and nobody outside the scope is found.
 */
final class People {
    /** Which of several students was meant. */
    static final String WHICH = "which";

    /** So many digits are the end of a 学号; fewer are a line of the list. */
    private static final int DIGITS = 4;

    private static final int LONGEST_NAME = 15;
    private static final Pattern NAME_AND_DIGITS = Pattern.compile("(\\D+?)\\s*(\\d+)");
    private static final Pattern FIRST_WORD = Pattern.compile("(\\S+)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern LINE_NUMBER = Pattern.compile("第?(\\d{1,5})(?:号|个|行|位)?");
    private static final Pattern NAME_THEN_TEXT = Pattern.compile("([^\\s:：,，]{2,15}?)[\\s:：,，]+(.*)", Pattern.DOTALL);

    private People() {}

    /** The name, with the last digits of the 学号 where somebody else has it too. */
    static String called(Visit visit, Enrolled who) {
        String name = who.student().name();
        boolean isOne = matching(visit, name).size() == 1;
        return isOne ? name : name + Student.tail(who.student().number());
    }

    /**
     * Does something with the student that the argument begins with, or says why not.
     *
     * @param command the word before the argument, to go on with once the student is known
     * @param act gets the student and the words after them
     */
    static List<Say> with(Visit visit, String command, String argument, BiFunction<Enrolled, String, List<Say>> act) {
        String said = Plain.narrow(argument);
        if (said.isEmpty()) {
            return List.of(DeskPhrases.WHO.with("command", command));
        }
        Found found = find(visit, said);
        if (found.students().isEmpty()
                && LINE_NUMBER.matcher(found.words()).matches()
                && found.words().length() < DIGITS) {
            return List.of(DeskPhrases.NO_SUCH_LINE.with("number", found.words()));
        }
        if (found.students().isEmpty()) {
            visit.audit(command, Plain.of(found.words()), "refused: not found in scope");
            return List.of(DeskPhrases.NOT_FOUND.with(
                    "typed", found.words(), "sees", visit.asker().sees()));
        }
        if (found.students().size() > 1) {
            return List.of(which(visit, command, found));
        }
        return act.apply(found.students().get(0), found.rest());
    }

    /** Whether it is the number of a line in the last list, and nothing else. */
    static boolean isLine(Visit visit, String said) {
        return line(visit, said).isPresent();
    }

    /** The answer to which of several: the number of a line, with what was wanted. */
    static Optional<List<Say>> chosen(Visit visit, String said, BiFunction<String, String, Optional<List<Say>>> again) {
        return visit.tables()
                .deskQuestions()
                .of(visit.asker().id())
                .filter(q -> q.kind().equals(WHICH) && LINE_NUMBER.matcher(said).matches())
                .flatMap(q -> {
                    visit.tables().deskQuestions().close(visit.asker().id());
                    String rest = q.details().getOrDefault("rest", "");
                    return again.apply(q.details().getOrDefault("command", ""), said + " " + rest);
                });
    }

    /** Whether these words begin with somebody the asker may see. */
    static boolean isNamed(Visit visit, String argument) {
        return !find(visit, Plain.narrow(argument)).students().isEmpty();
    }

    private record Found(List<Enrolled> students, String words, String rest) {}

    private static Found find(Visit visit, String said) {
        Matcher parts = FIRST_WORD.matcher(said);
        String first = parts.matches() ? parts.group(1) : said;
        String rest = parts.matches() ? parts.group(2) : "";
        Matcher second = FIRST_WORD.matcher(rest);
        if (!first.matches(".*\\d.*") && second.matches() && second.group(1).matches("\\d{2,}")) {
            List<Enrolled> both = matching(visit, first + second.group(1));
            if (!both.isEmpty()) {
                return new Found(both, first + second.group(1), second.group(2).strip());
            }
        }
        List<Enrolled> whole = matching(visit, first);
        if (!whole.isEmpty()) {
            return new Found(whole, first, rest.strip());
        }
        return glued(visit, said).orElse(new Found(List.of(), first, rest));
    }

    /** 暂停张三请假 or 张三：请假: a name with the text right behind it. */
    private static Optional<Found> glued(Visit visit, String said) {
        Matcher parted = NAME_THEN_TEXT.matcher(said);
        if (parted.matches() && !matching(visit, parted.group(1)).isEmpty()) {
            return Optional.of(new Found(
                    matching(visit, parted.group(1)),
                    parted.group(1),
                    parted.group(2).strip()));
        }
        List<String> beginnings = new ArrayList<>();
        for (int length = 2; length <= Math.min(LONGEST_NAME, said.length() - 1); length++) {
            beginnings.add(said.substring(0, length));
        }
        return visit.tables().roll().names(visit.asked(), beginnings).stream()
                .max(Comparator.comparingInt(String::length))
                .map(name -> new Found(
                        matching(visit, name),
                        name,
                        said.substring(name.length()).strip()));
    }

    private static List<Enrolled> matching(Visit visit, String typed) {
        Tables tables = visit.tables();
        int season = visit.season().year();
        Optional<Enrolled> line = line(visit, typed);
        if (line.isPresent()) {
            return List.of(line.get());
        }
        Optional<Enrolled> byNumber = tables.students().byNumber(season, typed);
        if (byNumber.isPresent()) {
            return inScope(visit, List.of(byNumber.get()));
        }
        if (typed.matches("\\d{4,}")) {
            return enrolled(visit, tables.roll().endingWith(visit.asked(), typed));
        }
        Matcher both = NAME_AND_DIGITS.matcher(typed);
        if (both.matches()) {
            return inScope(
                    visit,
                    tables.students().byName(season, both.group(1)).stream()
                            .filter(e -> e.student().number().endsWith(both.group(2)))
                            .toList());
        }
        return inScope(visit, tables.students().byName(season, typed));
    }

    /** A small number is a line of the last list; with a leading zero it is digits of a 学号. */
    private static Optional<Enrolled> line(Visit visit, String typed) {
        Matcher number = LINE_NUMBER.matcher(typed);
        if (!number.matches() || number.group(1).startsWith("0")) {
            return Optional.empty();
        }
        int line = Integer.parseInt(number.group(1));
        return visit.tables()
                .deskLists()
                .of(visit.asker().id())
                .filter(shown -> line <= shown.numbers().size())
                .flatMap(shown -> visit.tables()
                        .students()
                        .byNumber(visit.season().year(), shown.numbers().get(line - 1)))
                .filter(e -> visit.asker().scope().covers(e.student().college()));
    }

    private static List<Enrolled> inScope(Visit visit, List<Enrolled> found) {
        return found.stream()
                .filter(e -> visit.asker().scope().covers(e.student().college()))
                .toList();
    }

    static List<Enrolled> enrolled(Visit visit, List<Line> lines) {
        return lines.stream()
                .flatMap(l -> visit.tables().students().byNumber(visit.season().year(), l.number()).stream())
                .toList();
    }

    private static Say which(Visit visit, String command, Found found) {
        List<String> numbers =
                found.students().stream().map(e -> e.student().number()).toList();
        List<Line> lines = visit.tables().roll().among(visit.asked(), numbers);
        visit.tables()
                .deskLists()
                .keep(
                        visit.asker().id(),
                        new DeskLists.Shown(
                                Sought.EVERYBODY,
                                lines.stream().map(Line::number).toList(),
                                visit.now()));
        visit.ask(WHICH, Map.of("command", command, "rest", found.rest()));
        visit.audit(command, Plain.of(found.words()), "asked back: " + lines.size());
        return DeskPhrases.WHICH.with("typed", found.words(), "lines", Lines.plain(lines));
    }
}
