package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.Utterance;
import gradcheck.desk.Utterance.Word;
import gradcheck.desk.act.PersonFound.Certainty;
import gradcheck.desk.answer.StudentList;
import gradcheck.store.desk.DeskLists;
import gradcheck.store.query.StudentQueries.Line;
import gradcheck.store.record.CorrectionRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The only way from words to students: by 学号, by name, by a name with the last digits of the 学号, or by the number of a
 * line in the list shown last (interface.md §6). A name is a whole word, up to the space or the punctuation; one that
 * only begins like another is never that other. Nobody outside the asker's scope is found.
 */
public final class PersonFinder {
    /** So many digits are the end of a 学号; fewer are a line of the list. */
    private static final int DIGITS = 4;

    private static final Pattern ALNUM = Pattern.compile("[0-9A-Za-z]+");
    private static final Pattern NUMBER_THEN_TEXT = Pattern.compile("([0-9A-Za-z]{5,})(?![0-9A-Za-z])(.+)");
    private static final Pattern LINE_NUMBER = Pattern.compile("第?(\\d{1,5})(?:号|个|行|位)?");

    private final DeskContext visit;

    public PersonFinder(DeskContext visit) {
        this.visit = visit;
    }

    /** The students that the words begin with. */
    PersonFound find(String argument) {
        Utterance said = Utterance.of(argument);
        if (said.words().isEmpty()) {
            return PersonFound.nobody(said.text(), "");
        }
        PersonFound first = one(said).orElseGet(() -> PersonFound.nobody(said.first(), said.after(said.firstEnd())));
        return first.isClear() && !said.isParted(first.rest()) ? withOthers(first) : first;
    }

    /** Whether the word is the number of a line, of whatever list. */
    static boolean isLineNumber(String word) {
        return LINE_NUMBER.matcher(word).matches() && word.length() < DIGITS;
    }

    private Optional<PersonFound> one(Utterance said) {
        boolean isNumber = ALNUM.matcher(said.first().substring(0, 1)).matches()
                || LINE_NUMBER.matcher(said.first()).matches();
        return isNumber
                ? studentNumber(said)
                        .or(() -> line(said))
                        .or(() -> ending(said))
                        .or(() -> NameCandidates.find(visit, said))
                : NameCandidates.find(visit, said);
    }

    /** The whole 学号, perhaps with spaces in it, perhaps with the text right behind it. */
    private Optional<PersonFound> studentNumber(Utterance said) {
        Matcher glued = NUMBER_THEN_TEXT.matcher(said.first());
        if (glued.matches()) {
            List<Line> hits = numbered(List.of(glued.group(1)));
            int end = said.words().get(0).start() + glued.end(1);
            return hits.isEmpty() ? Optional.empty() : Optional.of(written(hits, glued.group(1), said.after(end)));
        }
        List<String> joined = joined(said);
        List<Line> hits = numbered(joined);
        for (int i = 0; i < joined.size() && !hits.isEmpty(); i++) {
            String number = joined.get(i);
            List<Line> fitting = hits.stream()
                    .filter(l -> l.number().equalsIgnoreCase(number))
                    .toList();
            if (!fitting.isEmpty()) {
                return Optional.of(
                        written(fitting, number, said.after(said.words().get(i).end())));
            }
        }
        return Optional.empty();
    }

    /** The first word, it and the second, and so on, as long as they are letters and digits. */
    private static List<String> joined(Utterance said) {
        List<String> joined = new ArrayList<>();
        StringBuilder number = new StringBuilder();
        for (Word word : said.words()
                .subList(0, Math.min(NameCandidates.MOST_PARTS, said.words().size()))) {
            if (!ALNUM.matcher(word.text()).matches()) {
                break;
            }
            joined.add(number.append(word.text()).toString());
        }
        return joined;
    }

    private static PersonFound written(List<Line> people, String words, String rest) {
        return new PersonFound(Certainty.WRITTEN, people, false, words, rest);
    }

    private List<Line> numbered(Collection<String> numbers) {
        Set<String> cases = new LinkedHashSet<>(numbers);
        numbers.forEach(n -> cases.add(n.toUpperCase(Locale.ROOT)));
        numbers.forEach(n -> cases.add(n.toLowerCase(Locale.ROOT)));
        return visit.tables().roll().among(visit.asked(), List.copyOf(cases));
    }

    /** A small number is a line of the last list; with a leading zero it is digits of a 学号. */
    private Optional<PersonFound> line(Utterance said) {
        Matcher number = LINE_NUMBER.matcher(said.first());
        if (!number.matches() || number.group(1).startsWith("0")) {
            return Optional.empty();
        }
        String digits = number.group(1);
        Optional<DeskLists.Shown> list =
                visit.tables().deskLists().of(visit.asker().id());
        List<Line> hits = list.map(shown -> at(shown, Integer.parseInt(digits))).orElse(List.of());
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        String rest = said.after(said.firstEnd());
        List<Line> ending =
                digits.length() < DIGITS ? hits : visit.tables().roll().endingWith(visit.asked(), digits);
        if (!ending.isEmpty() && !ending.equals(hits)) {
            List<Line> both =
                    Stream.concat(hits.stream(), ending.stream()).distinct().toList();
            return Optional.of(new PersonFound(Certainty.SIMILAR, both, false, said.first(), rest));
        }
        Certainty certainty = list.filter(this::isBeforeTheirEyes).isPresent() ? Certainty.WRITTEN : Certainty.SIMILAR;
        return Optional.of(new PersonFound(certainty, hits, false, said.first(), rest));
    }

    private List<Line> at(DeskLists.Shown list, int line) {
        if (StudentList.isOfCorrections(list.sought())) {
            List<String> numbers = visit.tables().corrections().tagged(visit.asked(), line).stream()
                    .map(CorrectionRows.Row::number)
                    .filter(list.numbers()::contains)
                    .distinct()
                    .toList();
            return numbers.isEmpty() ? List.of() : visit.tables().roll().among(visit.asked(), numbers);
        }
        return line > list.numbers().size()
                ? List.of()
                : visit.tables()
                        .roll()
                        .among(visit.asked(), List.of(list.numbers().get(line - 1)));
    }

    /** Who stands on a line of the list of students that they look at; empty where they look at something else. */
    public Optional<Line> onLine(int line) {
        return visit.tables()
                .deskLists()
                .of(visit.asker().id())
                .filter(this::isBeforeTheirEyes)
                .filter(list -> !StudentList.isOfCorrections(list.sought()) && line >= 1)
                .flatMap(list -> at(list, line).stream().findFirst());
    }

    /** A list that other numbers have followed, or of another day, is not what they look at. */
    private boolean isBeforeTheirEyes(DeskLists.Shown list) {
        LocalDate day = LocalDate.ofInstant(list.at(), visit.season().zone());
        return list.isShown() && day.equals(visit.today());
    }

    /** The last digits alone may be a slip of the finger: they find, and are asked about. */
    private Optional<PersonFound> ending(Utterance said) {
        List<Line> hits = said.first().matches("\\d{" + DIGITS + ",}")
                ? visit.tables().roll().endingWith(visit.asked(), said.first())
                : List.of();
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PersonFound(Certainty.SIMILAR, hits, false, said.first(), said.after(said.firstEnd())));
    }

    /** The next words may name others: 移出 张三 李四 退学. After a colon the text begins, whatever it says. */
    private PersonFound withOthers(PersonFound first) {
        boolean isNumber = ALNUM.matcher(first.words()).matches();
        Set<Line> people = new LinkedHashSet<>(first.people());
        List<String> words = new ArrayList<>(List.of(first.words()));
        String rest = first.rest();
        Optional<PersonFound> next = other(rest, isNumber);
        while (next.isPresent()) {
            people.addAll(next.get().people());
            words.add(next.get().words());
            rest = next.get().rest();
            next = other(rest, isNumber);
        }
        return words.size() == 1
                ? first
                : new PersonFound(Certainty.SIMILAR, List.copyOf(people), true, String.join("、", words), rest);
    }

    /** Line numbers follow numbers only; after a name they begin the text. */
    private Optional<PersonFound> other(String rest, boolean afterNumber) {
        Utterance said = Utterance.of(rest);
        if (said.words().isEmpty()) {
            return Optional.empty();
        }
        Optional<PersonFound> found =
                afterNumber ? one(said) : studentNumber(said).or(() -> NameCandidates.find(visit, said));
        return found.filter(f -> (f.isClear() && f.people().size() == 1) || f.together())
                .filter(f -> f.certainty() != Certainty.BEGINNING);
    }
}
