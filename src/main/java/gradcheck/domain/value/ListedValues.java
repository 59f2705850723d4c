package gradcheck.domain.value;

import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.message.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the season's roster holds for the fields that are closed lists there (学院, 专业, 班级): nobody's record can become
 * something that no record has, unless they are asked and say so.
 */
public final class ListedValues {
    /** Of fields that have no list. */
    public static final ListedValues NONE = new ListedValues(Map::of);

    private static final int MOST_OFFERED = 4;
    private static final int MOST_SLIPS = 2;
    /** Signs that a class is written with or without: 2023级药学(1)班 and 药学1班. */
    private static final Pattern AROUND_CLASS = Pattern.compile("[级届班第()（）\\s·.]|(?<=\\d)年(?=级)");

    private static final Pattern PARTICLES = Pattern.compile("(?<=.)(?:吧|呗|啊|嘛|哈|呀|哦|的|了)+$");

    private static final Pattern LEADS = Pattern.compile("^(?:就是|就|应该是|应该|其实是|其实|是|那个)+(?=\\S{2})");

    private static final int LONGEST_NAME = 24;
    /** What is shorter is a part of a name: 2302, 1班. */
    private static final int SHORTEST_NAME = 3;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** A number alone, as a class is called among its own people. */
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})班?");

    private static final Pattern LAST_NUMBER = Pattern.compile("\\d+(?=\\D*$)");
    private static final Pattern YEAR = Pattern.compile("^20\\d{2}");

    private final Supplier<Map<String, List<String>>> byField;
    private final Map<String, Map<String, List<String>>> keys = new HashMap<>();

    /** @param byField the values by the code of the field; asked for only when a message may name one */
    public ListedValues(Supplier<Map<String, List<String>>> byField) {
        this.byField = byField;
    }

    /** All values of a field; empty where it has no list. */
    public List<String> of(String code) {
        return byField.get().getOrDefault(code, List.of());
    }

    /** The value that is meant, however it is written; empty where it fits none or several. */
    public Optional<String> exactly(String code, String typed) {
        Map<String, List<String>> byKey = byKey(code);
        List<String> same = byKey.getOrDefault(key(typed), List.of());
        List<String> meant = same.isEmpty() ? byKey.getOrDefault(shortKey(typed), List.of()) : same;
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** The class of the same name with another number, which may be all that is said: 2301, 1班. Empty where there is none. */
    public Optional<String> sibling(String code, String typed, String present) {
        Matcher number = NUMBER.matcher(typed);
        Matcher last = LAST_NUMBER.matcher(present);
        if (!number.matches()
                || !last.find()
                || number.group(1).length() > last.group().length()) {
            return Optional.empty();
        }
        String shortened = last.group()
                .substring(0, last.group().length() - number.group(1).length());
        String meant = present.substring(0, last.start()) + shortened + number.group(1) + present.substring(last.end());
        return of(code).contains(meant) ? Optional.of(meant) : Optional.empty();
    }

    /** Whether one of a field's values may begin with that character. */
    public boolean mayBegin(String code, char first) {
        String key = key(String.valueOf(first));
        return !key.isEmpty() && byKey(code).keySet().stream().anyMatch(known -> known.startsWith(key));
    }

    /** The values by their keys, the whole and the short one. */
    private Map<String, List<String>> byKey(String code) {
        return keys.computeIfAbsent(code, of -> {
            Map<String, List<String>> all = new HashMap<>();
            for (String value : of(of)) {
                new TreeSet<>(List.of(key(value), shortKey(value)))
                        .forEach(key -> all.computeIfAbsent(key, none -> new ArrayList<>())
                                .add(value));
            }
            return all;
        });
    }

    /**
     * Those that may be meant, the likeliest first.
     *
     * @param present what the record has now: of several that fit, those that resemble it come first
     */
    public List<String> nearest(String code, String typed, String present) {
        String key = shortKey(typed);
        if (key.isEmpty()) {
            return List.of();
        }
        List<String> near = new ArrayList<>(of(code).stream()
                .filter(value -> !value.equals(present) && isNear(shortKey(value), key))
                .toList());
        near.sort(Comparator.comparing((String value) -> -alike(value, present)).thenComparing(value -> value));
        return near.subList(0, Math.min(near.size(), MOST_OFFERED));
    }

    /**
     * Reads a value of a field that has a list: the one that is meant; several that may be, to be picked from; or what was
     * typed, where the season knows nothing like it ({@link #caution}). A sentence is none of them.
     */
    public ParsedValue read(RecordField field, String said, Student student) {
        String typed = LEADS.matcher(PARTICLES.matcher(said).replaceFirst("")).replaceFirst("");
        String present = student.value(field.code());
        Optional<String> exact = exactly(field.code(), typed).or(() -> sibling(field.code(), typed, present));
        if (exact.isPresent()) {
            return exact.get().equals(present)
                    ? refused(ValuePhrases.SAME.with("field", field.label(), "value", present), List.of())
                    : new ParsedValue.Accepted(exact.get());
        }
        boolean isSentence = typed.length() > LONGEST_NAME || SentenceSigns.in(typed);
        List<String> near = nearest(field.code(), typed, present);
        if (near.isEmpty() && shortKey(present).endsWith(shortKey(typed))) {
            return refused(ValuePhrases.SAME.with("field", field.label(), "value", present), List.of());
        }
        if (near.isEmpty()) {
            return isSentence
                    ? refused(ValuePhrases.LISTED_NONE.with("field", field.label(), "example", present), List.of())
                    : new ParsedValue.Accepted(typed);
        }
        List<String> offered = new ArrayList<>(near);
        if (!isSentence && HAN.matcher(typed).results().count() >= SHORTEST_NAME) {
            offered.add(typed);
        }
        return refused(ValuePhrases.LISTED.with("field", field.label()), offered);
    }

    /** What to say of a value that nobody's record has: it is taken, and shown once more before it counts. */
    public Optional<Phrase.Say> caution(RecordField field, String value) {
        boolean isUnlisted =
                !of(field.code()).isEmpty() && exactly(field.code(), value).isEmpty();
        return isUnlisted
                ? Optional.of(ValuePhrases.LISTED_NEW.with("field", field.label(), "typed", value))
                : Optional.empty();
    }

    private static ParsedValue refused(Phrase.Say why, List<String> suggestions) {
        return new ParsedValue.Refused(why, suggestions);
    }

    private static boolean isNear(String listed, String typed) {
        if (typed.chars().allMatch(Character::isDigit)) {
            return listed.endsWith(typed);
        }
        return listed.contains(typed)
                || typed.contains(listed)
                || isAbridged(listed, typed)
                || (digits(listed).equals(digits(typed)) && slips(listed, typed) <= MOST_SLIPS - 1);
    }

    /** 地科2 is short for 地理科学2: every character in its order, the first one first, and the number the same. */
    private static boolean isAbridged(String listed, String typed) {
        if (typed.length() < 2
                || listed.isEmpty()
                || listed.charAt(0) != typed.charAt(0)
                || !digits(listed).endsWith(digits(typed))) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < typed.length(); i++) {
            at = listed.indexOf(typed.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static int alike(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** Characters to be changed, put in or left out; more than a few count as many. */
    private static int slips(String one, String other) {
        if (one.isEmpty()
                || one.charAt(0) != other.charAt(0)
                || Math.abs(one.length() - other.length()) > MOST_SLIPS
                || Math.min(one.length(), other.length()) <= MOST_SLIPS) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int before = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int kept = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                before = row[j];
                row[j] = Math.min(kept, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private static String key(String text) {
        return AROUND_CLASS.matcher(TextNormalizer.folded(text)).replaceAll("");
    }

    /** Without the year that classes of one season share. */
    private static String shortKey(String text) {
        String key = key(text);
        Matcher year = YEAR.matcher(key);
        return year.find() && key.length() > 4 ? year.replaceFirst("") : key;
    }
}
