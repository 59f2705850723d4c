package gradcheck.language;

import gradcheck.message.ChoiceLabel;
import gradcheck.message.Phrase.Say;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hears which of the answers was given: by number, by label, in people's own words, or in a short sentence that is read whole.
 * What doesn't come to one answer is none, and is asked back; the opposite of what was said is never taken.
 */
final class ChoiceMatcher {
    /** A longer message tells more than its words for an answer. */
    private static final int LONGEST = 26;

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2})[\\s.、．,，:：)）]*(?=[^\\d\\s年月天次周日号点张个小分])(.+)");

    private final Words words;
    private final Function<Say, String> copy;
    private final ClauseReader clauses;
    private final Map<ChoiceSet, Map<String, String>> ways = new ConcurrentHashMap<>();

    ChoiceMatcher(Words words, Function<Say, String> copy) {
        this.words = words;
        this.copy = copy;
        this.clauses = new ClauseReader(words);
    }

    boolean isSmall(String plain) {
        return clauses.isSmall(plain);
    }

    Optional<String> hear(Said said, ChoiceSet set) {
        int number = said.number().orElse(0);
        List<String> offered = set.offered().offered();
        if (isAsked(said, set)) {
            return Optional.empty();
        }
        boolean isCounted = offered.size() > 1;
        if (isCounted && said.number().isPresent()) {
            return counted(number, offered);
        }
        Matcher numbered = NUMBERED.matcher(said.plain());
        if (isCounted && numbered.matches()) {
            return numberedAndNamed(Integer.parseInt(numbered.group(1)), numbered.group(2), said, set);
        }
        return inWords(said.plain(), said.isQuestion(), set);
    }

    /** The answer of this number, or that is said in one of its ways, without a word beside it. */
    Optional<String> exactly(Said said, ChoiceSet set) {
        List<String> offered = set.offered().offered();
        return offered.size() > 1 && said.number().isPresent()
                ? counted(said.number().getAsInt(), offered)
                : Words.whole(said.plain(), ways(set)).filter(choice -> !choice.equals(ClauseReader.NOTHING));
    }

    private static Optional<String> counted(int number, List<String> offered) {
        return number >= 1 && number <= offered.size() ? Optional.of(offered.get(number - 1)) : Optional.empty();
    }

    /** 怎么弄？ is a way to say that one is stuck; 看到了？ is none to say that one has seen it. */
    private static boolean isAsked(Said said, ChoiceSet set) {
        return said.isQuestion() && !said.isQuestionInWords() && !set.wholly();
    }

    /** 2 没拍: both must say the same, or the words nothing at all. */
    private Optional<String> numberedAndNamed(int number, String named, Said said, ChoiceSet set) {
        List<String> offered = set.offered().offered();
        Optional<String> heard = inWords(named, said.isQuestion(), set);
        if (number < 1 || number > offered.size() || said.isQuestion()) {
            return heard.filter(choice -> !said.isQuestion());
        }
        String counted = offered.get(number - 1);
        boolean isAlone = heard.isEmpty() && clauses.isSmall(named);
        boolean isSame = heard.filter(c -> c.equals(counted)
                        || along(c, set).contains(counted)
                        || along(counted, set).contains(c))
                .isPresent();
        return isAlone || isSame ? Optional.of(counted) : Optional.empty();
    }

    private Optional<String> inWords(String plain, boolean isQuestion, ChoiceSet set) {
        Map<String, String> ways = ways(set);
        Optional<String> whole = Words.whole(plain, ways);
        if (whole.isPresent()) {
            return whole.filter(choice -> !choice.equals(ClauseReader.NOTHING));
        }
        if (isQuestion || plain.length() > LONGEST) {
            return Optional.empty();
        }
        return clauses.read(plain, ways, set.wholly()).flatMap(mentions -> resolved(mentions, set));
    }

    private static Optional<String> resolved(List<Mention> mentions, ChoiceSet set) {
        Set<String> denied = choices(mentions.stream().filter(Mention::isDenied));
        List<Mention> said = mentions.stream().filter(Mention::isPlain).toList();
        Set<String> plain = choices(said.stream());
        plain.removeAll(plain.stream().flatMap(c -> along(c, set).stream()).collect(Collectors.toSet()));
        if (plain.stream().anyMatch(denied::contains)) {
            return Optional.empty();
        }
        if (plain.size() == 1) {
            return Optional.of(plain.iterator().next());
        }
        if (plain.size() > 1) {
            return changed(said, set);
        }
        Set<String> nods = choices(mentions.stream().filter(Mention::isWeak));
        if (denied.isEmpty()) {
            return nods.size() == 1 ? Optional.of(nods.iterator().next()) : Optional.empty();
        }
        Optional<String> opposite = denied.size() == 1
                ? Optional.ofNullable(set.opposites().get(denied.iterator().next()))
                : Optional.empty();
        return opposite.filter(choice -> nods.isEmpty() || nods.equals(Set.of(choice)));
    }

    /** What is said along with a choice. */
    private static Set<String> along(String choice, ChoiceSet set) {
        return set.implies().getOrDefault(choice, Set.of());
    }

    private static Set<String> choices(Stream<Mention> mentions) {
        return mentions.map(Mention::choice).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** 本来没换，上个月换了: what came later holds, unless the earlier can't be undone. */
    private static Optional<String> changed(List<Mention> said, ChoiceSet set) {
        Mention last = said.get(said.size() - 1);
        List<Mention> before =
                said.stream().filter(m -> !m.choice().equals(last.choice())).toList();
        boolean isChange = before.stream().allMatch(m -> m.when().compareTo(last.when()) < 0);
        boolean isLasting = before.stream().anyMatch(m -> set.lasting().contains(m.choice()));
        boolean isAfterAll = said.lastIndexOf(last) > said.indexOf(before.get(before.size() - 1));
        return isChange && !isLasting && isAfterAll ? Optional.of(last.choice()) : Optional.empty();
    }

    /** Each way of saying one of the choices, with the choice; of the offered ones the label, too. */
    private Map<String, String> ways(ChoiceSet set) {
        return ways.computeIfAbsent(set, this::gathered);
    }

    private Map<String, String> gathered(ChoiceSet set) {
        Map<String, String> gathered = new LinkedHashMap<>();
        set.offered().offered().forEach(choice -> labels(set, choice)
                .forEach(label -> put(gathered, NormalizedText.plain(label), choice)));
        Stream.concat(set.offered().offered().stream(), set.beside().stream())
                .forEach(choice -> words.of(set.offered().key(), choice).forEach(word -> put(gathered, word, choice)));
        set.ignored().forEach(other -> words.of(set.offered().key(), other)
                .forEach(word -> put(gathered, word, ClauseReader.NOTHING)));
        return gathered;
    }

    private static void put(Map<String, String> ways, String plain, String choice) {
        ways.putIfAbsent(plain, choice);
        // 提交 without 了 is no answer inside a sentence: 提交的时候没反应.
        if (!plain.endsWith(Words.DONE)) {
            ways.putIfAbsent(Words.essence(plain), choice);
        }
    }

    private Stream<String> labels(ChoiceSet set, String choice) {
        if (set.offered().areValues()) {
            return Stream.of(choice);
        }
        ChoiceLabel label =
                ChoiceLabel.of(copy.apply(set.offered().label(choice).say()));
        return Stream.of(label.line(), label.button()).filter(text -> !text.isEmpty());
    }
}
