package gradcheck.desk.ask;

import gradcheck.desk.ask.ParsedQuestion.PlaceNamed;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.store.query.StudentQueries.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names a question may hold: colleges, classes and majors in the asker's scope, and students found in the words. */
public final class NameIndex {
    /** A class as it is said: with its number, or with 班. */
    private static final Pattern CLASS = Pattern.compile(".*[0-9]|.*班");
    /** No class is called by more signs. */
    private static final int LONGEST_CLASS = 16;
    /** 2302 alone: the year and the number, no shorter. */
    private static final int BARE_DIGITS = 4;
    /** A shorter beginning of a name stands by chance in too many sentences. */
    private static final int SHORTEST_ALONE = 3;

    private static final String COLLEGE = "学院";
    private static final Pattern COLLEGE_SAID = Pattern.compile("(.{2,8}?)(?:学院|院)");

    private final Map<String, Hit> byName = new HashMap<>();
    private final Map<String, List<Place>> byClass = new TreeMap<>();
    private final Map<String, ClassName> classNames = new HashMap<>();
    /** Majors, and colleges without 学院, by their plain names. */
    private final Map<String, String> majors = new TreeMap<>();

    private final Map<String, String> stems = new TreeMap<>();
    private final Set<String> people;
    private int longest = LONGEST_CLASS;

    /** A place somebody may mean: by a name that fits it, perhaps among others. */
    record Hit(PlaceNamed.Kind kind, List<String> names) {}

    /** @param people the keys of names of students in scope that occur in the words */
    public NameIndex(List<Place> places, Set<String> people) {
        this.people = Set.copyOf(people);
        Set<String> colleges = new TreeSet<>();
        for (Place place : places) {
            colleges.add(place.college());
            majors.put(PlainText.of(place.major()), place.major());
            byClass.computeIfAbsent(place.className(), c -> new ArrayList<>()).add(place);
        }
        byClass.keySet().forEach(c -> {
            put(c, PlaceNamed.Kind.CLASS, c);
            put(c.replaceFirst("班$", ""), PlaceNamed.Kind.CLASS, c);
        });
        majors.values().forEach(m -> shortOf(m).forEach(name -> put(name, PlaceNamed.Kind.MAJOR, m)));
        colleges.forEach(c -> stems.put(PlainText.of(c).replaceFirst(COLLEGE + "$", ""), c));
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

    /** The classes that have this number and are called something like these words, which may be empty: 计算2301班 for 1. */
    List<String> classes(String stem, String number) {
        return ClassName.said(stem + number + "班").map(this::fitting).orElse(List.of());
    }

    /** What is written otherwise, or shortened: 地科2班, 23级环工一班, 基地班, 2302; the best fitting ones. */
    Optional<Hit> classSaid(String text) {
        boolean isForm = CLASS.matcher(text).matches() && !text.equals("班");
        List<String> names = isForm
                ? ClassName.said(text)
                        .filter(said -> text.endsWith("班")
                                ? !said.stem().isEmpty()
                                : said.stem().length() > 1)
                        .or(() -> isBare(text) ? ClassName.said(text) : Optional.empty())
                        .map(this::fitting)
                        .orElse(List.of())
                : List.of();
        return names.isEmpty() ? Optional.empty() : Optional.of(new Hit(PlaceNamed.Kind.CLASS, names));
    }

    private static boolean isBare(String text) {
        return text.length() == BARE_DIGITS && text.chars().allMatch(Character::isDigit);
    }

    private List<String> fitting(ClassName said) {
        Map<ClassName.Fit, List<String>> fitting = new TreeMap<>();
        byClass.forEach((name, places) -> {
            List<String> majors = places.stream().map(Place::major).toList();
            said.fit(classNames.computeIfAbsent(name, ClassName::written), majors)
                    .ifPresent(fit ->
                            fitting.computeIfAbsent(fit, f -> new ArrayList<>()).add(name));
        });
        return fitting.isEmpty() ? List.of() : fitting.values().iterator().next();
    }

    /** Majors and colleges by a short form, which stands for nothing else: 地科, 生态, 资环学院. */
    Optional<Hit> shortened(String text) {
        Matcher college = COLLEGE_SAID.matcher(text);
        if (college.matches()) {
            return best(college.group(1), stems).map(names -> new Hit(PlaceNamed.Kind.COLLEGE, names));
        }
        return text.length() > 1
                ? best(text, majors).map(names -> new Hit(PlaceNamed.Kind.MAJOR, names))
                : Optional.empty();
    }

    private static Optional<List<String>> best(String said, Map<String, String> named) {
        Map<ClassName.Fit, List<String>> fitting = new TreeMap<>();
        named.forEach((plain, name) -> ClassName.fit(said, plain)
                .ifPresent(fit ->
                        fitting.computeIfAbsent(fit, f -> new ArrayList<>()).add(name)));
        return fitting.values().stream().findFirst();
    }

    /** A class of a major that is named is that class; any other major beside a class is all of its classes. */
    List<PlaceNamed> together(List<PlaceNamed> places) {
        List<PlaceNamed> classes = new ArrayList<>(
                places.stream().filter(p -> p.kind() == PlaceNamed.Kind.CLASS).toList());
        if (classes.isEmpty()) {
            return places;
        }
        List<PlaceNamed> together = new ArrayList<>();
        for (PlaceNamed place : places) {
            if (place.kind() == PlaceNamed.Kind.MAJOR) {
                List<String> own = byClass.keySet().stream()
                        .filter(c -> byClass.getOrDefault(c, List.of()).stream()
                                .anyMatch(p -> place.names().contains(p.major())))
                        .toList();
                boolean isNarrowed =
                        classes.stream().anyMatch(c -> c.names().stream().anyMatch(own::contains));
                if (isNarrowed) {
                    classes.replaceAll(c -> within(c, own));
                } else {
                    own.forEach(c -> together.add(new PlaceNamed(c, PlaceNamed.Kind.CLASS, List.of(c))));
                }
            } else if (place.kind() == PlaceNamed.Kind.COLLEGE) {
                together.add(place);
            }
        }
        together.addAll(classes);
        return together;
    }

    private static PlaceNamed within(PlaceNamed place, List<String> own) {
        List<String> both = place.names().stream().filter(own::contains).toList();
        return both.isEmpty() ? place : new PlaceNamed(place.words(), place.kind(), both);
    }

    /** Whether everybody came in this year: then 23级 narrows nothing. */
    boolean isEverybodys(String year) {
        Set<String> years = new TreeSet<>();
        byClass.keySet()
                .forEach(name -> years.add(
                        classNames.computeIfAbsent(name, ClassName::written).year()));
        years.remove("");
        return years.equals(Set.of(year));
    }

    /** The places whose names are most like these words, for a question back; the nearest first. */
    public List<String> nearest(String words) {
        Set<Integer> signs =
                words.codePoints().filter(Character::isLetter).boxed().collect(Collectors.toSet());
        signs.removeAll("班级学院专业".codePoints().boxed().toList());
        Map<Long, List<String>> byLikeness = new TreeMap<>(Comparator.reverseOrder());
        byClass.keySet().forEach(name -> {
            long same = name.codePoints().filter(signs::contains).count();
            if (same > 0) {
                byLikeness.computeIfAbsent(same, n -> new ArrayList<>()).add(name);
            }
        });
        return byLikeness.values().stream().findFirst().orElse(List.of());
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
