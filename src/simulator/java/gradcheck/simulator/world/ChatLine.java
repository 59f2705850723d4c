package gradcheck.simulator.world;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One bubble of a chat.
 *
 * @param id later lines have greater ids, over all chats
 * @param from person, bot or platform
 * @param kind text, notice, template_card or the medium's kind
 * @param text what a reader without cards or pictures is told
 * @param more what the kind needs besides: a card and its state, a medium's id and name, whether it was a passive reply
 */
public record ChatLine(long id, String from, String kind, String text, String at, Map<String, Object> more) {

    public ChatLine with(String name, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(more);
        extended.put(name, value);
        return new ChatLine(id, from, kind, text, at, extended);
    }

    public ChatLine saying(String words) {
        return new ChatLine(id, from, kind, words, at, more);
    }

    public boolean isPassive() {
        return Boolean.TRUE.equals(more.get("passive"));
    }
}
