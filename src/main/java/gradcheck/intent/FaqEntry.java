package gradcheck.intent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradcheck.domain.Contacts;
import gradcheck.domain.Season;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of the FAQ as it stands in {@code faq.yml}.
 *
 * @param facts what the answer rests on: rules of the manual, or settings
 * @param asks how people ask it
 * @param answer what is said, with placeholders in braces
 * @param required said instead where the student still submits in the 注册系统
 * @param closes said instead where the first check has a last day
 * @param next the fixed word to say next; or else
 * @param person who is asked next
 */
// What the search for near examples needed may stand in an older file; it says nothing any more.
@JsonIgnoreProperties({"needs", "unless"})
public record FaqEntry(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) List<String> facts,
        @JsonProperty(required = true) List<String> asks,
        @JsonProperty(required = true) String answer,
        @Nullable String required,
        @Nullable String closes,
        @Nullable String next,
        @Nullable Person person) {

    /** Who is asked where the manual ends. */
    public enum Person {
        @JsonProperty("secretary")
        SECRETARY,
        @JsonProperty("office")
        OFFICE,
        @JsonProperty("chsi")
        CHSI,
        @JsonProperty("party")
        PARTY
    }

    public FaqEntry {
        facts = List.copyOf(facts);
        asks = List.copyOf(asks);
    }

    /** How the question is put when it is offered. */
    public String title() {
        return asks.get(0);
    }

    /** What is said to one person. */
    public String answer(Season season, Contacts contacts) {
        String said = answer;
        if (required != null && season.registrationRequired()) {
            said = required;
        }
        if (closes != null && season.recordCloses().isPresent()) {
            said = closes;
        }
        return Placeholders.filled(said, season, contacts);
    }
}
