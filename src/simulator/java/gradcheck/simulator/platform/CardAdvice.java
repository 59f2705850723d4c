package gradcheck.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lengths that page 90236 recommends for a card, in characters: past them a phone may cut the text. */
final class CardAdvice {
    /** A path, with a star for every member of a list, and the most characters. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("source/desc", 20),
            Map.entry("sub_title_text", 160),
            Map.entry("emphasis_content/title", 14),
            Map.entry("emphasis_content/desc", 22),
            Map.entry("horizontal_content_list/*/keyname", 5),
            Map.entry("horizontal_content_list/*/value", 30),
            Map.entry("vertical_content_list/*/title", 38),
            Map.entry("vertical_content_list/*/desc", 160),
            Map.entry("jump_list/*/title", 18),
            Map.entry("button_list/*/text", 10),
            Map.entry("submit_button/text", 10),
            Map.entry("button_selection/option_list/*/text", 16),
            Map.entry("select_list/*/option_list/*/text", 16),
            Map.entry("checkbox/option_list/*/text", 17));

    private static final Set<String> LONG_DESCRIPTION = Set.of("vote_interaction", "multiple_interaction");

    private CardAdvice() {}

    static List<String> about(JsonNode card) {
        List<String> advice = new ArrayList<>();
        String kind = card.path("card_type").asText();
        check(card, "main_title/title", kind.equals("vote_interaction") ? 16 : 36, advice);
        check(card, "main_title/desc", LONG_DESCRIPTION.contains(kind) ? 160 : 44, advice);
        LENGTHS.forEach((path, most) -> check(card, path, most, advice));
        return advice;
    }

    private static void check(JsonNode node, String path, int most, List<String> advice) {
        for (JsonNode found : at(node, List.of(path.split("/", -1)))) {
            int length = found.asText().codePointCount(0, found.asText().length());
            if (length > most) {
                advice.add(path + " has " + length + " characters, page 90236 recommends at most " + most);
            }
        }
    }

    private static List<JsonNode> at(JsonNode node, List<String> path) {
        if (path.isEmpty()) {
            return List.of(node);
        }
        List<String> rest = path.subList(1, path.size());
        List<JsonNode> found = new ArrayList<>();
        if (path.get(0).equals("*")) {
            node.forEach(member -> found.addAll(at(member, rest)));
        } else {
            found.addAll(at(node.path(path.get(0)), rest));
        }
        return found;
    }
}
