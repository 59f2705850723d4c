package gradcheck.domain.value;

import gradcheck.message.Phrase;
import java.util.List;

/** What came of reading a value somebody typed for a field. */
public sealed interface ParsedValue {

    /** The value in its standard form. */
    record Accepted(String value) implements ParsedValue {}

    /**
     * Not a value of this field; {@code why} says what to do.
     *
     * @param suggestions standard values that may be meant, possibly none
     */
    record Refused(Phrase.Say why, List<String> suggestions) implements ParsedValue {
        public Refused {
            suggestions = List.copyOf(suggestions);
        }
    }
}
