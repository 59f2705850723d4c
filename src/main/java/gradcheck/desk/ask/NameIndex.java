package gradcheck.desk.ask;

import gradcheck.desk.ask.ParsedQuestion.PlaceNamed;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.store.query.StudentQueries.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names a question may hold: colleges, classes and majors in the asker's scope, and students found in the words. */
public final class NameIndex {
    private static final Pattern DIGITS = Pattern.compile("(\\d+)(?!.*\\d)");
    /** 1班 is the class whose number ends in 01. */
    private static final int LAST_DIGITS = 2;
    /** A shorter beginning of a name stands by chance in too many sentences. */
    private static final int SHORTEST_ALONE = 3;

    private static final String COLLEGE = "学院";

    private final Map<String, Hit> byName = new HashMap<>();
    private final Map<String, List<Place>> byClass = new TreeMap<>();
    private final Set<String> people;
    private int longest;

    /** A place somebody may mean: by a name that fits it, perhaps among others. */
    record Hit(PlaceNamed.Kind kind, List<String> names) {}

    /** @param people the keys of names of students in scope that occur in the words */
    public NameIndex(List<Place> places, Set<String> people) {
        this.people = Set.copyOf(people);
        Set<String> colleges = new TreeSet<>();
        Set<String> majors = new TreeSet<>();
        for (Place place : places) {
            colleges.add(place.college());
            majors.add(place.major());
            byClass.computeIfAbsent(place.className(), c -> new ArrayList<>()).add(place);
        }
        byClass.keySet().forEach(c -> {
            put(c, PlaceNamed.Kind.CLASS, c);
            put(c.replaceFirst("班$", ""), PlaceNamed.Kind.CLASS, c);
        });
        majors.forEach(m -> shortOf(m).forEach(name -> put(name, PlaceNamed.Kind.MAJOR, m)));
        colleges.forEach(c -> shortOf(c, colleges).forEach(name -> put(name, PlaceNamed.Kind.COLLEGE, c)));
    }

    Optional<Hit> place(String text) {
        return Optional.ofNullable(byName.get(text));
    }

    boolean isPerson(String text) {
        return text.length() > 1 && people.contains(TextNormalizer.nameKey(text));
    }

    int longest() {
        return longest;
    }

    /** The classes that end with this number and begin with these words, which may be empty: 计算2301班 for 2301 or 1. */
    List<String> classes(String beginning, String number) {
        return byClass.keySet().stream()
                .filter(c -> PlainText.of(c).startsWith(beginning) && ends(c, number))
                .toList();
    }

    private static boolean ends(String className, String number) {
        Matcher digits = DIGITS.matcher(className);
        if (!digits.find()) {
            return false;
        }
        String own = digits.group(1);
        if (own.equals(number)) {
            return true;
        }
        String tail = own.substring(Math.max(0, own.length() - LAST_DIGITS));
        return number.length() <= LAST_DIGITS && Integer.parseInt(tail) == Integer.parseInt(number);
    }

    /** 计算机科学与技术 is also 计算专业, 计算机专业 and so on: any beginning of it with 专业 after it. */
    private static List<String> shortOf(String major) {
        List<String> names = new ArrayList<>();
        for (int length = 2; length <= major.length(); length++) {
            names.add(major.substring(0, length) + "专业");
        }
        if (major.length() >= SHORTEST_ALONE) {
            names.add(major);
        }
        return names;
    }

    /** 信息科学与工程学院 is also 信息科学与工程, 信息学院, 信息院 and 信院. */
    private static List<String> shortOf(String college, Set<String> all) {
        List<String> names = new ArrayList<>(List.of(college));
        String stem = college.replaceFirst(COLLEGE + "$", "");
        for (int length = 1; length <= stem.length(); length++) {
            names.add(stem.substring(0, length) + COLLEGE);
            if (length <= 2) {
                names.add(stem.substring(0, length) + "院");
            }
        }
        if (stem.length() >= SHORTEST_ALONE
                && all.stream().filter(c -> c.startsWith(stem)).count() == 1) {
            names.add(stem);
        }
        return names;
    }

    private void put(String name, PlaceNamed.Kind kind, String meant) {
        String plain = PlainText.of(name);
        if (plain.isEmpty()) {
            return;
        }
        longest = Math.max(longest, plain.length());
        Hit before = byName.get(plain);
        if (before == null || (kind == PlaceNamed.Kind.CLASS && before.kind() != PlaceNamed.Kind.CLASS)) {
            byName.put(plain, new Hit(kind, List.of(meant)));
        } else if (before.kind() == kind && !before.names().contains(meant)) {
            List<String> both = new ArrayList<>(before.names());
            both.add(meant);
            byName.put(plain, new Hit(kind, both));
        }
    }
}
