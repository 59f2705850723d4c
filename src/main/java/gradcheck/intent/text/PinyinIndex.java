package gradcheck.intent.text;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is recognised by its sound.
 *
 * @param known the words of the lexicon, and the fixed ones
 * @param names those that name something: of two signs, one may be another of the same sound: 帮组, 卡偏
 * @param orders whole messages that are typed in pinyin or by its first letters, and the fixed word each stands for
 */
record PinyinIndex(Set<String> known, Set<String> names, Map<String, String> orders) {
    private static final int SHORT = 2;

    static PinyinIndex of(IntentLexicon lexicon, Tokenizer words) {
        Set<String> known = new LinkedHashSet<>(words.known());
        known.addAll(lexicon.commands().keySet());
        Set<String> names = new LinkedHashSet<>(lexicon.synonyms().keySet());
        lexicon.commands().forEach((word, wording) -> {
            names.add(word);
            wording.required().stream()
                    .flatMap(List::stream)
                    .map(meaning -> lexicon.synonyms().getOrDefault(meaning, List.of()))
                    .forEach(names::addAll);
        });
        return new PinyinIndex(known, names, orders(lexicon));
    }

    /** What agrees is typed by its own letters only, and not by two: ww is somebody crying. */
    private static Map<String, String> orders(IntentLexicon lexicon) {
        Map<String, String> orders = new LinkedHashMap<>();
        lexicon.commands().forEach((word, wording) -> {
            boolean isAgreeing = lexicon.agreeing().contains(word);
            if (!isAgreeing || word.length() > SHORT) {
                orders.put(word, word);
            }
            wording.whole().stream()
                    .filter(said -> !isAgreeing && PinyinCorrector.isHan(said))
                    .forEach(said -> orders.putIfAbsent(said, word));
        });
        return orders;
    }
}
