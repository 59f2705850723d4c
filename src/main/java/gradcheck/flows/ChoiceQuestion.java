package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.language.ChoiceSet;
import gradcheck.language.Said;
import gradcheck.message.Choices;
import gradcheck.message.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A question with its answers and what comes next for each, declared in one place. What the answers are called stands beside
 * the sentence in the copy file, in what words people give them in {@code words.yml}; both under the question's key.
 *
 * @param <C> the case it is about
 */
public final class ChoiceQuestion<C> {
    private final Choices choices;
    private final Map<String, BiFunction<C, Answers, Heard>> next = new LinkedHashMap<>();
    private final List<String> beside = new ArrayList<>();
    private final Map<String, Set<String>> implies = new HashMap<>();
    private final Map<String, String> opposites = new HashMap<>();
    private final Set<String> lasting = new HashSet<>();
    private final List<String> ignored = new ArrayList<>();
    private final boolean wholly;
    private BiFunction<C, Answers, Choices> offer;
    private Put<C> put = (about, answers, offered) -> {
        throw new IllegalStateException("nothing asks this");
    };

    private Otherwise<C> otherwise = (said, about, answers) -> new Heard.NotAnAnswer();

    /** Puts the question, with the answers that are on offer. */
    @FunctionalInterface
    public interface Put<C> {
        Question put(C about, Answers answers, Choices offered);
    }

    /** Hears what is none of the answers. */
    @FunctionalInterface
    public interface Otherwise<C> {
        Heard hear(Said said, C about, Answers answers);
    }

    private ChoiceQuestion(Choices choices, boolean wholly) {
        this.choices = choices;
        this.wholly = wholly;
        this.offer = (about, answers) -> choices;
    }

    public static <C> ChoiceQuestion<C> of(Choices choices) {
        return new ChoiceQuestion<>(choices, false);
    }

    /** One whose answers count only where nothing else is said. */
    public static <C> ChoiceQuestion<C> wholly(Choices choices) {
        return new ChoiceQuestion<>(choices, true);
    }

    /** The sentence, where it is always the same. */
    public ChoiceQuestion<C> asks(Phrase phrase) {
        return asks((about, answers, offered) -> asked(phrase, offered));
    }

    public ChoiceQuestion<C> asks(Put<C> how) {
        put = how;
        return this;
    }

    /** Which of the answers are on offer now; the others are heard in words. */
    public ChoiceQuestion<C> offering(BiFunction<C, Answers, Choices> some) {
        offer = some;
        return this;
    }

    /** An answer, and what it leads to. */
    public ChoiceQuestion<C> on(String choice, BiFunction<C, Answers, Heard> leadsTo) {
        next.put(choice, leadsTo);
        if (!choices.offered().contains(choice)) {
            beside.add(choice);
        }
        return this;
    }

    /** Something that is said here about something else, and answers nothing. */
    public ChoiceQuestion<C> ignoring(String other) {
        ignored.add(other);
        return this;
    }

    /** Who says the first says the others along. */
    public ChoiceQuestion<C> implies(String choice, String... along) {
        implies.put(choice, Set.of(along));
        return this;
    }

    /** Who denies the first says the second. */
    public ChoiceQuestion<C> denied(String choice, String opposite) {
        opposites.put(choice, opposite);
        return this;
    }

    /** What stays true once it was. */
    public ChoiceQuestion<C> lasts(String choice) {
        lasting.add(choice);
        return this;
    }

    public ChoiceQuestion<C> otherwise(Otherwise<C> hearing) {
        otherwise = hearing;
        return this;
    }

    public Question ask(C about, Answers answers) {
        return put.put(about, answers, offer.apply(about, answers));
    }

    public Heard hear(Said said, C about, Answers answers) {
        return choice(said, about, answers)
                .map(choice -> taken(choice, about, answers))
                .orElseGet(() -> otherwise.hear(said, about, answers));
    }

    /** Which of the answers is given. */
    Optional<String> choice(Said said, C about, Answers answers) {
        return said.choice(set(about, answers));
    }

    /** The same for words only: numbers are another question's, and what is none of the answers is nothing. */
    public Heard hearWords(Said said, C about, Answers answers) {
        return said.word(set(about, answers))
                .map(choice -> taken(choice, about, answers))
                .orElseGet(Heard.NotAnAnswer::new);
    }

    /** The same where nothing is offered by number: a number is another thing's, there. */
    public Heard hearBeside(Said said, C about, Answers answers) {
        Choices none = Choices.of(choices.key());
        return said.word(set(about, answers).offering(none))
                .map(choice -> taken(choice, about, answers))
                .orElseGet(Heard.NotAnAnswer::new);
    }

    /** All its answers, as they are heard in words. */
    public ChoiceSet heardAs() {
        return new ChoiceSet(choices, beside, implies, opposites, lasting, ignored, wholly);
    }

    private Heard taken(String choice, C about, Answers answers) {
        BiFunction<C, Answers, Heard> leadsTo = next.get(choice);
        if (leadsTo == null) {
            throw new IllegalStateException(choices.key() + " leads nowhere on " + choice);
        }
        return leadsTo.apply(about, answers);
    }

    private ChoiceSet set(C about, Answers answers) {
        return heardAs().offering(offer.apply(about, answers));
    }

    /** A sentence that holds its numbered answers, as {@code {choices}}, and these values besides. */
    public static Question asked(Phrase phrase, Choices offered, Object... namesAndValues) {
        return new Question(saying(phrase, offered, namesAndValues), offered);
    }

    public static Phrase.Say saying(Phrase phrase, Choices offered, Object... namesAndValues) {
        List<Object> values = new ArrayList<>(List.of("choices", offered));
        values.addAll(List.of(namesAndValues));
        return phrase.with(values.toArray());
    }
}
