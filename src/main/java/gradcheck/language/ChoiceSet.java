package gradcheck.language;

import gradcheck.message.Choices;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be heard at a question.
 *
 * @param offered with numbers and labels
 * @param beside heard as well, in words only
 * @param implies an answer that says another one along: who says that the photo is an old one has seen it
 * @param opposites the answer that denying another one gives: of 没去换过 it is 没换过
 * @param lasting what stays true once it was: who has changed the photo has changed it, whatever happened later
 * @param ignored what is said with these words is about something else
 * @param wholly whether nothing else may stand in the message but small words
 */
public record ChoiceSet(
        Choices offered,
        List<String> beside,
        Map<String, Set<String>> implies,
        Map<String, String> opposites,
        Set<String> lasting,
        List<String> ignored,
        boolean wholly) {
    public ChoiceSet {
        beside = List.copyOf(beside);
        implies = Map.copyOf(implies);
        opposites = Map.copyOf(opposites);
        lasting = Set.copyOf(lasting);
        ignored = List.copyOf(ignored);
    }

    public static ChoiceSet of(Choices offered) {
        return new ChoiceSet(offered, List.of(), Map.of(), Map.of(), Set.of(), List.of(), false);
    }

    /** These in words only. */
    public static ChoiceSet words(String key, String... choices) {
        return new ChoiceSet(Choices.of(key), List.of(choices), Map.of(), Map.of(), Set.of(), List.of(), false);
    }

    /** The same where only these are offered now; what else may be offered is heard in words. */
    public ChoiceSet offering(Choices now) {
        List<String> more = Stream.concat(beside.stream(), offered.offered().stream())
                .filter(choice -> !now.offered().contains(choice))
                .distinct()
                .toList();
        return new ChoiceSet(now, more, implies, opposites, lasting, ignored, wholly);
    }
}
