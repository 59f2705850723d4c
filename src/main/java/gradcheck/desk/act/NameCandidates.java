package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.Utterance;
import gradcheck.desk.act.PersonFound.Certainty;
import gradcheck.desk.ask.PlainText;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.store.query.StudentQueries.Line;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that may stand at the beginning of an utterance, looked up at once; the exact writing goes first. */
final class NameCandidates {
    /** Names with spaces in them have so many parts at most. */
    static final int MOST_PARTS = 4;

    /** Longer beginnings of a word are no name with its text glued to it. */
    private static final int LONGEST_BEGINNING = 30;
    /** Two digits after a name may begin the text; more of them were meant as the end of a 学号. */
    private static final int MAY_BE_TEXT = 2;

    private static final Pattern NAME_AND_DIGITS = Pattern.compile("(\\D+)(\\d+)");
    private static final Pattern DIGITS = Pattern.compile("\\d{2,}");
    private static final Pattern TITLE = Pattern.compile("(.{2,}?)(?:同学|学生|同志|这位|这个人)");
    private static final Pattern AND = Pattern.compile("[和跟与及]");

    private final Utterance said;
    private final String first;
    private final List<Integer> ends;
    private final List<Line> hits;

    private NameCandidates(Utterance said, DeskContext visit) {
        this.said = said;
        this.first = said.first();
        this.ends = ends(said);
        this.hits = visit.tables().roll().named(visit.asked(), keys());
    }

    /** The students whose name, in whatever writing, the utterance begins with. */
    static Optional<PersonFound> find(DeskContext visit, Utterance said) {
        NameCandidates names = new NameCandidates(said, visit);
        return names.withDigits()
                .or(names::whole)
                .or(names::titled)
                .or(names::severalInOne)
                .or(names::beginning);
    }

    /** Where a name may end that has spaces in it. */
    private static List<Integer> ends(Utterance said) {
        List<Integer> ends = new ArrayList<>(List.of(said.firstEnd()));
        int most = Math.min(MOST_PARTS, said.words().size());
        for (int i = 1; i < most && said.isJoined(i); i++) {
            ends.add(said.words().get(i).end());
        }
        return ends;
    }

    private Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        ends.forEach(end -> keys.add(key(said.upTo(end))));
        keys.add(key(first.replaceFirst("\\d+$", "")));
        Matcher title = TITLE.matcher(first);
        if (title.matches()) {
            keys.add(key(title.group(1)));
        }
        Stream.of(AND.split(first)).forEach(part -> keys.add(key(part)));
        beginnings().forEach(b -> keys.add(key(b)));
        keys.remove("");
        return keys;
    }

    /** Two characters or more, the longest first. */
    private List<String> beginnings() {
        List<String> beginnings = new ArrayList<>();
        for (int end = Math.min(LONGEST_BEGINNING, first.length() - 1); end >= 2; end--) {
            if (!Character.isLowSurrogate(first.charAt(end))) {
                beginnings.add(first.substring(0, end));
            }
        }
        return beginnings;
    }

    /** Those of that name in any writing; where some write it exactly so, only them. */
    private List<Line> of(String name) {
        List<Line> exact = hits.stream().filter(l -> isExactly(l, name)).toList();
        return exact.isEmpty() ? alike(name) : exact;
    }

    private List<Line> alike(String name) {
        String key = key(name);
        return hits.stream().filter(l -> key(l.name()).equals(key)).toList();
    }

    /** 张三0003, or with a space between. */
    private Optional<PersonFound> withDigits() {
        Matcher glued = NAME_AND_DIGITS.matcher(first);
        if (glued.matches()) {
            return digits(glued.group(1), glued.group(2), said.firstEnd());
        }
        boolean follow = said.words().size() > 1
                && DIGITS.matcher(said.words().get(1).text()).matches();
        return follow
                ? digits(first, said.words().get(1).text(), said.words().get(1).end())
                : Optional.empty();
    }

    private Optional<PersonFound> digits(String name, String digits, int end) {
        List<Line> people = ending(of(name), digits);
        if (people.isEmpty()) {
            people = ending(alike(name), digits);
        }
        if (!people.isEmpty()) {
            return Optional.of(
                    new PersonFound(certainty(people, name), people, false, said.upTo(end), said.after(end)));
        }
        boolean isGlued = end == said.firstEnd();
        // Digits of nobody of that name: a slip, or the beginning of the text; which of them is asked.
        return of(name).isEmpty() || (!isGlued && digits.length() <= MAY_BE_TEXT)
                ? Optional.empty()
                : Optional.of(new PersonFound(
                        Certainty.BEGINNING, of(name), false, said.upTo(end), said.after(said.firstEnd())));
    }

    private static List<Line> ending(List<Line> people, String digits) {
        return people.stream().filter(l -> l.number().endsWith(digits)).toList();
    }

    /** The first word, or it and the next ones where a name has spaces; where both are names, nobody is sure. */
    private Optional<PersonFound> whole() {
        List<Line> one = of(first);
        Optional<Integer> longer = ends.stream()
                .skip(1)
                .filter(end -> !of(said.upTo(end)).isEmpty())
                .reduce((before, after) -> after);
        if (longer.isEmpty()) {
            return one.isEmpty() ? Optional.empty() : Optional.of(found(certainty(one, first), one, said.firstEnd()));
        }
        String name = said.upTo(longer.get());
        List<Line> more = of(name);
        Certainty certainty = one.isEmpty() ? certainty(more, name) : Certainty.SIMILAR;
        List<Line> all = Stream.concat(one.stream(), more.stream()).distinct().toList();
        return Optional.of(found(certainty, all, longer.get()));
    }

    private PersonFound found(Certainty certainty, List<Line> people, int end) {
        return new PersonFound(certainty, people, false, said.upTo(end), said.after(end));
    }

    private Optional<PersonFound> titled() {
        Matcher title = TITLE.matcher(first);
        return title.matches() && !of(title.group(1)).isEmpty()
                ? Optional.of(found(Certainty.SIMILAR, of(title.group(1)), said.firstEnd()))
                : Optional.empty();
    }

    /** 张三和李四. */
    private Optional<PersonFound> severalInOne() {
        List<List<Line>> each = Stream.of(AND.split(first)).map(this::of).toList();
        boolean isEach = each.size() > 1 && each.stream().allMatch(people -> people.size() == 1);
        return isEach
                ? Optional.of(new PersonFound(
                        Certainty.SIMILAR,
                        each.stream().flatMap(List::stream).distinct().toList(),
                        true,
                        first,
                        said.after(said.firstEnd())))
                : Optional.empty();
    }

    /** 暂停张三请假: a name with the text glued to it, or a longer name that nobody has. */
    private Optional<PersonFound> beginning() {
        return beginnings().stream().filter(b -> !of(b).isEmpty()).findFirst().map(name -> {
            String rest = said.after(said.firstEnd());
            String glued = rest.isEmpty() ? first.substring(name.length()).strip() : rest;
            return new PersonFound(Certainty.BEGINNING, of(name), false, first, glued);
        });
    }

    private static Certainty certainty(List<Line> people, String name) {
        return people.stream().allMatch(l -> isExactly(l, name)) ? Certainty.WRITTEN : Certainty.SIMILAR;
    }

    private static String key(String name) {
        return TextNormalizer.nameKey(name);
    }

    private static boolean isExactly(Line line, String name) {
        return PlainText.narrow(TextNormalizer.visible(line.name())).equals(name.strip());
    }
}
