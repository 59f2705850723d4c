package gradcheck.intent.learn;

import gradcheck.intent.text.Normalizer;
import gradcheck.intent.text.TextFolding;
import gradcheck.intent.text.Tokenizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a text is told by: its signs alone, by twos and by threes, the meanings in it, and each two of those. */
public final class Features {
    /** Where a text begins and ends tells as much as a sign does: 吗 at the end asks. */
    private static final char EDGE = '^';

    private static final int LONGEST = 3;

    private Features() {}

    public static Set<String> of(Normalizer.NormalizedText heard) {
        Set<String> meanings = heard.reading().meanings();
        Set<String> traits = new LinkedHashSet<>();
        String text = EDGE + heard.text().replace(String.valueOf(TextFolding.GAP), "") + EDGE;
        for (int length = 1; length <= LONGEST; length++) {
            for (int at = 0; at + length <= text.length(); at++) {
                traits.add(text.substring(at, at + length));
            }
        }
        List<String> sorted = meanings.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            traits.add(Tokenizer.Reading.MEANING + sorted.get(i));
            for (int other = 0; other < i; other++) {
                traits.add(Tokenizer.Reading.MEANING + sorted.get(other) + Tokenizer.Reading.MEANING + sorted.get(i));
            }
        }
        return traits;
    }
}
