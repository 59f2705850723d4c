package gradcheck.intent;

import gradcheck.intent.text.IntentLexicon;
import gradcheck.intent.text.Normalizer;
import gradcheck.intent.text.TextFolding;
import gradcheck.intent.text.Tokenizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Messages that are one command from end to end: its sayings, and small words around them. */
final class CommandMatcher {
    /** Whether somebody asks for it or tells us to do it, it is the same command. */
    private static final Pattern QUESTION = Pattern.compile("(?:没有|没|吗|么|呢|吧|啊|呀)+$");
    /** Who writes more than that says more than a command. */
    private static final int LONGEST = 40;

    private final IntentLexicon lexicon;
    private final Normalizer normalizer;
    private final Map<String, String> sayings = new HashMap<>();
    private final Map<String, String> wholes = new HashMap<>();
    private final Set<String> around = new HashSet<>();
    /** Who gives up may say what: 算了班级不改了. */
    private final Set<String> fields = new HashSet<>();

    private final Set<String> silent;
    private final Pattern doubt;
    private final Set<String> agreeing;
    private final Pattern denial;
    private final Pattern noDenial;

    CommandMatcher(IntentLexicon lexicon, Normalizer normalizer) {
        this.lexicon = lexicon;
        this.normalizer = normalizer;
        silent = Set.copyOf(lexicon.silent());
        lexicon.commands().forEach((word, wording) -> Stream.concat(Stream.of(word), wording.whole().stream())
                .map(normalizer::plain)
                .forEach(said -> learn(said, word)));
        lexicon.fields().forEach(field -> {
            fields.add(field);
            fields.addAll(lexicon.synonyms().getOrDefault(field, List.of()));
        });
        around.addAll(lexicon.fillers());
        around.addAll(lexicon.around());
        lexicon.stop().chars().forEach(sign -> around.add(Character.toString(sign)));
        around.add(String.valueOf(TextFolding.GAP));
        doubt = Pattern.compile(String.join("|", lexicon.doubts()));
        agreeing = Set.copyOf(lexicon.agreeing());
        denial = lexicon.denials().shown();
        noDenial = lexicon.denials().harmless();
    }

    private void learn(String said, String command) {
        sayings.put(said, command);
        if (!isCareful(command) || !isAlsoAnother(said)) {
            wholes.put(key(said), command);
        }
    }

    /** Whether other words of the same meanings can be another command: 确认了 means no more than 提交了 does. */
    private boolean isAlsoAnother(String said) {
        Set<String> meanings = normalizer.read(said).meanings();
        return lexicon.commands().entrySet().stream()
                .filter(other -> !isCareful(other.getKey()))
                .map(other -> other.getValue().required())
                .anyMatch(needs -> !needs.isEmpty()
                        && needs.stream().allMatch(group -> group.stream().anyMatch(meanings::contains)));
    }

    /** The command whose sayings the message is made of; nobody agrees by asking whether or by supposing. */
    Optional<String> exact(String plain) {
        return strung(plain).or(() -> strung(normalizer.corrected(plain))).filter(word -> isMeant(word, plain));
    }

    /** The command that the message has the meanings of, in whatever order. */
    Optional<String> alike(String plain) {
        String heard = normalizer.corrected(plain);
        return Optional.ofNullable(wholes.get(key(plain)))
                .or(() -> Optional.ofNullable(wholes.get(key(heard))))
                .or(() -> nothingElse(normalizer.read(heard)))
                .filter(word -> isMeant(word, plain));
    }

    /** Whether it can be taken for the command, as far as doubts and denials go. */
    boolean isMeant(String word, String plain) {
        boolean isDoubted = isCareful(word) && doubt.matcher(plain).find();
        return !isDoubted && !(agreeing.contains(word) && isDenied(plain));
    }

    private boolean isDenied(String plain) {
        return denial.matcher(noDenial.matcher(plain).replaceAll("")).find();
    }

    /** Whether a slip would cost something: the command has no examples, so only whole messages are taken for it. */
    boolean isCareful(String word) {
        IntentLexicon.Wording wording = lexicon.commands().get(word);
        return wording != null && wording.examples().isEmpty();
    }

    private String key(String plain) {
        String statement = QUESTION.matcher(plain).replaceAll("");
        return normalizer.read(statement.isEmpty() ? plain : statement).key(silent);
    }

    /**
     * The careful command whose sayings are strung together here, whatever small words hold them together; of several the
     * last in the lexicon: 看过了，都对 says more than that it was read.
     */
    private Optional<String> strung(String plain) {
        return plain.length() > LONGEST
                ? Optional.empty()
                : lexicon.commands().keySet().stream()
                        .filter(word -> isCareful(word) && isStrung(plain, word))
                        .reduce((weaker, stronger) -> stronger);
    }

    private boolean isStrung(String plain, String command) {
        // What can be reached with small words only, and with a saying on the way.
        boolean isGivingUp = !agreeing.contains(command);
        boolean[] small = new boolean[plain.length() + 1];
        boolean[] said = new boolean[plain.length() + 1];
        small[0] = true;
        for (int from = 0; from < plain.length(); from++) {
            for (int to = from + 1; (small[from] || said[from]) && to <= plain.length(); to++) {
                String piece = plain.substring(from, to);
                boolean isAround = around.contains(piece) || (isGivingUp && fields.contains(piece));
                small[to] |= small[from] && isAround;
                said[to] |= (said[from] && isAround) || command.equals(sayings.get(piece));
            }
        }
        return said[plain.length()];
    }

    /** The command that a message is made of, whatever the order of its words. */
    private Optional<String> nothingElse(Tokenizer.Reading said) {
        return lexicon.commands().entrySet().stream()
                .filter(command -> command.getValue().only() != null)
                .filter(command -> isMadeOf(said, command.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isMadeOf(Tokenizer.Reading said, IntentLexicon.Wording wording) {
        Collection<String> allowed = new HashSet<>(silent);
        allowed.addAll(wording.only() == null ? List.of() : wording.only());
        return said.rest().isEmpty()
                && allowed.containsAll(said.units())
                && wording.required().stream().allMatch(group -> group.stream().anyMatch(said.units()::contains));
    }
}
