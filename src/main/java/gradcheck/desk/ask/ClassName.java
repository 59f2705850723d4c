package gradcheck.desk.ask;

import gradcheck.domain.value.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class's name taken apart, as the list writes it or as somebody says it: 2023级药学(1)班 is 药学 of year 23, number 1;
 * 计算2302班 is 计算 of year 23, number 2; 地理科学（基地班） is 地理科学, or 基地.
 *
 * @param stems what it may be called without year and number; one of them empty where none was said
 * @param year the last two digits of the year people came, else empty
 * @param number which class of that year, else empty
 * @param digits both as they are written: 2302
 */
record ClassName(List<String> stems, String year, String number, String digits) {
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【（]([^)\\]】）]*)[)\\]】）]");
    private static final Pattern PARTS = Pattern.compile(
            "(?:(?:20)?([0-9]{2})[级届])?([^0-9]*?)" + "(?:(?:20)?([0-9]{2})[级届-]?)??([0-9]{1,2}|[一二三四五六七八九十]{1,2})?班?");

    ClassName {
        stems = List.copyOf(stems);
    }

    /** How well words for a class fit its name, the best first. */
    enum Fit {
        WHOLE,
        BEGINNING,
        /** 地科 for 地理科学: its first sign, and others of it in their order. */
        SOME_SIGNS
    }

    /** As a list writes it; what has another form is called by its letters. */
    static ClassName written(String name) {
        String plain = TextNormalizer.folded(name).replace(" ", "");
        List<String> stems = new ArrayList<>();
        StringBuilder outside = new StringBuilder();
        Matcher bracket = BRACKETS.matcher(plain);
        int at = 0;
        while (bracket.find()) {
            outside.append(plain, at, bracket.start());
            if (bracket.group(1).matches("[0-9一二三四五六七八九十]+")) {
                outside.append(bracket.group(1));
            } else {
                stems.add(PlainText.of(bracket.group(1)).replaceFirst("班$", ""));
            }
            at = bracket.end();
        }
        ClassName parts = said(outside.append(plain.substring(at)).toString())
                .orElseGet(() -> new ClassName(List.of(PlainText.of(plain)), "", "", ""));
        stems.addAll(0, parts.stems());
        return new ClassName(stems, parts.year(), parts.number(), parts.digits());
    }

    /** As somebody says it; empty where it has no such form. */
    static Optional<ClassName> said(String words) {
        Matcher parts = PARTS.matcher(words);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String year = parts.group(1) != null ? parts.group(1) : parts.group(3);
        String number = parts.group(4);
        return Optional.of(new ClassName(
                List.of(PlainText.of(parts.group(2))),
                year == null ? "" : year,
                number == null ? "" : Integer.toString(Integer.parseInt(QuestionTokens.digits(number))),
                words.replaceAll("[^0-9]", "")));
    }

    String stem() {
        return stems.get(0);
    }

    /** How well this, as it was said, fits a class of the list with that major; empty where it is another class. */
    Optional<Fit> fit(ClassName listed, List<String> majors) {
        boolean otherYear = !year.isEmpty() && !year.equals(listed.year) && !(listed.year.isEmpty() && !isBare());
        if (otherYear || (!number.isEmpty() && !number.equals(listed.number))) {
            return Optional.empty();
        }
        if (stem().isEmpty()) {
            return number.isEmpty()
                    ? Optional.empty()
                    : Optional.of(isBare() && listed.digits.equals(digits) ? Fit.WHOLE : Fit.BEGINNING);
        }
        List<String> names = new ArrayList<>(listed.stems);
        majors.forEach(major -> names.add(PlainText.of(major)));
        return names.stream().flatMap(name -> fit(stem(), name).stream()).min(Fit::compareTo);
    }

    /** 2302: nothing but year and number. */
    private boolean isBare() {
        return stem().isEmpty();
    }

    /** How well a short form fits the name it may stand for. */
    static Optional<Fit> fit(String said, String name) {
        if (said.equals(name)) {
            return Optional.of(Fit.WHOLE);
        }
        if (name.startsWith(said)) {
            return Optional.of(Fit.BEGINNING);
        }
        return said.length() > 1 && !name.isEmpty() && said.charAt(0) == name.charAt(0) && isWithin(said, name)
                ? Optional.of(Fit.SOME_SIGNS)
                : Optional.empty();
    }

    private static boolean isWithin(String said, String name) {
        int at = 0;
        for (int i = 0; i < said.length(); i++) {
            at = name.indexOf(said.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
