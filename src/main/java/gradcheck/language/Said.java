package gradcheck.language;

import java.util.Optional;
import java.util.OptionalInt;

/** A message, to be asked what it says. */
public final class Said {
    private final NormalizedText text;
    private final Language language;

    Said(NormalizedText text, Language language) {
        this.text = text;
        this.language = language;
    }

    /** As it was typed, without what nobody sees. */
    public String text() {
        return text.shown();
    }

    /** For comparing. */
    public String plain() {
        return text.plain();
    }

    /** Whether it is one of these words and nothing else. */
    public boolean is(WordGroup group) {
        return language.words().is(text.plain(), group);
    }

    /** Whether one of these words stands in it. */
    public boolean holds(WordGroup group) {
        return language.words().holds(text.plain(), group);
    }

    /** Which of these words stands in it first; empty where none does. */
    public Optional<String> first(WordGroup group) {
        return language.words().first(text.plain(), group);
    }

    /** The longest of these words that a part of it begins with; empty where it begins with none. */
    public Optional<String> leading(String part, WordGroup group) {
        return language.words().leading(part, group);
    }

    /** Whether it asks something: a value is never a question, and neither is an answer. */
    public boolean isQuestion() {
        return language.isQuestion(NormalizedText.folded(text.shown()));
    }

    /** Whether its words ask, whatever sign stands behind them. */
    boolean isQuestionInWords() {
        return language.isQuestion(text.plain());
    }

    /** Whether it is made of small words only, which say nothing of their own. */
    public boolean isSmall() {
        return language.choices().isSmall(text.plain());
    }

    /** Whether somebody asks for time, or doesn't know. */
    public boolean putsOff() {
        return language.putsOff(text.plain());
    }

    /** The number it names, alone. */
    public OptionalInt number() {
        return SpokenNumber.alone(text.shown());
    }

    /** The answer that is given, by number, label or words; empty where none is, or where two don't resolve. */
    public Optional<String> choice(ChoiceSet set) {
        return language.choices().hear(this, set);
    }

    /** The same in words only: a number in the message names none of these. */
    public Optional<String> word(ChoiceSet set) {
        return number().isPresent() ? Optional.empty() : language.choices().hear(this, set);
    }

    /** The answer that the message is from end to end: for what can't be taken back, or is heard beside another question. */
    public Optional<String> exactly(ChoiceSet set) {
        return language.choices().exactly(this, set);
    }
}
