package gradcheck.intent;

import gradcheck.intent.text.Normalizer;
import gradcheck.intent.text.Normalizer.NormalizedText;
import gradcheck.intent.text.TextFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is surely wished: by a message from end to end, or by each of its clauses where there are several. */
final class MultiIntent {
    /** What has the meanings of a command is taken for it unless that is quite unlikely. */
    private static final double POSSIBLE = 0.1;
    /** A second wish shows in the whole message too, unless a word joins it on. */
    private static final double SHOWN = 0.03;
    /** A word or two that ask whether may go with anything. */
    private static final int LONG = 5;

    private final Normalizer normalizer;
    private final CommandMatcher commandMatcher;
    private final IntentClassifier classifier;
    private final SmallTalkMatcher smallTalk;
    private final OutOfScope outOfScope;

    MultiIntent(
            Normalizer normalizer,
            CommandMatcher commandMatcher,
            IntentClassifier classifier,
            SmallTalkMatcher smallTalk,
            OutOfScope outOfScope) {
        this.normalizer = normalizer;
        this.commandMatcher = commandMatcher;
        this.classifier = classifier;
        this.smallTalk = smallTalk;
        this.outOfScope = outOfScope;
    }

    /** The command that a text is from end to end. */
    Optional<Intent> order(String plain) {
        return commandMatcher.exact(plain).or(() -> alike(plain)).map(Intent.Command::new);
    }

    private Optional<String> alike(String plain) {
        return commandMatcher
                .alike(plain)
                .filter(word -> !isOneOfSeveral(word, plain))
                .filter(word -> classifier.allows(IntentId.command(word), normalizer.heard(plain), POSSIBLE));
    }

    /** Whether some clause is another order: 帮我找老师，再把回执发我. */
    private boolean isOneOfSeveral(String word, String plain) {
        return plain.indexOf(TextFolding.GAP) >= 0
                && Clauses.of(plain).stream()
                        .map(Clauses::alone)
                        .filter(clause ->
                                !clause.isEmpty() && smallTalk.whole(clause).isEmpty())
                        .flatMap(clause -> commandMatcher.alike(clause).stream())
                        .anyMatch(other -> !other.equals(word)
                                && !commandMatcher.isCareful(other)
                                && !commandMatcher.isCareful(word));
    }

    /** What a text can hardly fail to mean. */
    Optional<Intent> sure(String plain) {
        IntentClassifier.Verdict verdict = classifier.of(normalizer.heard(plain), false);
        return verdict.isSure() ? verdict.meaning() : Optional.empty();
    }

    /** Several wishes, where each of them shows in the whole message or some word joins them. */
    Optional<Intent> several(String plain, NormalizedText heard, Optional<Intent> main) {
        List<Intent> multiIntent = each(plain, main);
        return multiIntent.size() > 1 && areSeveral(multiIntent, plain, heard)
                ? Optional.of(new Intent.Several(multiIntent))
                : Optional.empty();
    }

    private boolean areSeveral(List<Intent> multiIntent, String plain, NormalizedText heard) {
        return Clauses.areJoined(plain)
                || multiIntent.stream().allMatch(wish -> classifier.allows(IntentId.of(wish), heard, SHOWN));
    }

    /** The one order among clauses that mean nothing to us: 别废话了，看进度. */
    Optional<Intent> onlyOrder(String plain) {
        List<Intent> multiIntent = each(plain, Optional.empty());
        return multiIntent.size() == 1 && multiIntent.get(0) instanceof Intent.Command
                ? Optional.of(multiIntent.get(0))
                : Optional.empty();
    }

    /** What each clause surely means. */
    private List<Intent> each(String plain, Optional<Intent> main) {
        List<Intent> multiIntent = new ArrayList<>();
        for (String clause : Clauses.of(plain)) {
            if (!clause.isBlank() && smallTalk.whole(clause).isEmpty()) {
                wish(Clauses.alone(clause), main)
                        .filter(wish -> !multiIntent.contains(wish))
                        .ifPresent(multiIntent::add);
            }
        }
        return multiIntent;
    }

    /** @param main what the whole message means, which a clause of it need not say so surely */
    private Optional<Intent> wish(String clause, Optional<Intent> main) {
        if (clause.isEmpty() || outOfScope.isWorld(clause)) {
            return Optional.empty();
        }
        if (Clauses.asksWhether(clause)) {
            return sure(clause).filter(wish -> wish instanceof Intent.Answer && clause.length() >= LONG);
        }
        NormalizedText heard = normalizer.heard(clause);
        return order(clause)
                .or(() -> sure(clause))
                // What is only asked back is no wish of a clause.
                .or(() -> main.filter(whole -> !(whole instanceof Intent.Offer)).filter(whole -> classifier
                        .of(heard, false)
                        .meaning()
                        .filter(whole::equals)
                        .isPresent()))
                .filter(wish -> !(wish instanceof Intent.Command command)
                        || (!classifier.isQuestion(heard) && !commandMatcher.isCareful(command.word())));
    }
}
