package gradcheck.intent;

import gradcheck.intent.text.IntentLexicon;
import gradcheck.intent.text.Tokenizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the config says of each target: whether it is a command, whether a slip would cost nothing, what it is told by. */
final class IntentCatalog {
    private final Faq faq;
    private final Set<String> commands = new HashSet<>();
    private final Set<String> harmless = new HashSet<>();
    /** What makes a question of an order. */
    private final Set<String> asking = new HashSet<>();

    private final Map<String, List<Set<String>>> needed = new HashMap<>();

    IntentCatalog(IntentLexicon lexicon, Faq faq, Tokenizer words) {
        this.faq = faq;
        asking.addAll(lexicon.asking());
        asking.addAll(lexicon.questions());
        lexicon.commands().forEach((word, wording) -> {
            String target = IntentId.command(word);
            commands.add(target);
            if (!wording.examples().isEmpty()) {
                harmless.add(target);
            }
            needed.put(
                    target,
                    wording.required().stream()
                            .map(group -> meanings(group, words))
                            .toList());
        });
    }

    private static Set<String> meanings(List<String> group, Tokenizer words) {
        return group.stream().flatMap(word -> words.meaningsOf(word).stream()).collect(Collectors.toSet());
    }

    boolean isOrder(String target) {
        return commands.contains(target);
    }

    /** A command that has examples: a slip costs nothing. */
    boolean isHarmless(String target) {
        return harmless.contains(target);
    }

    boolean isQuestion(Tokenizer.Reading said) {
        return said.meanings().stream().anyMatch(asking::contains);
    }

    /** Whether one word of each group that a command is told by is there. */
    boolean has(String target, Set<String> meanings) {
        return needed.getOrDefault(target, List.of()).stream()
                .allMatch(group -> group.stream().anyMatch(meanings::contains));
    }

    Optional<Intent> meaning(String target) {
        return IntentId.meaning(target, faq);
    }
}
