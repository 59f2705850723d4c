package gradcheck.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.simulator.world.ChatLine;
import gradcheck.simulator.world.MediaStore;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do, as the platform tells it: messages (page 90239) and events (page 90240). */
public final class Callbacks {
    private final Setup setup;
    private final World world;
    private final PlatformCards cards;
    private final Courier courier;
    /** Later than every id of an earlier run on the same database. */
    private final long firstId;

    public Callbacks(Parts parts, Duration patience) {
        this.setup = parts.setup();
        this.world = parts.world();
        this.cards = parts.cards();
        this.courier = new Courier(parts, patience);
        this.firstId = world.now().toEpochMilli() * 1000;
    }

    /** How a delivery ended: the last status (0: no answer), and the passive reply's text, if any. */
    public record CallbackResult(boolean delivered, int status, String reply) {}

    public CallbackResult text(String userid, String text) throws InterruptedException, GeneralSecurityException {
        world.add(userid, "person", "text", text);
        return deliver(
                userid, "text", "<MsgType><![CDATA[text]]></MsgType><Content>" + cdata(text) + "</Content>" + id());
    }

    /** A medium without a content of its own. */
    public CallbackResult media(String userid, String kind) throws InterruptedException, GeneralSecurityException {
        world.add(userid, "person", kind, "[" + kind + "]");
        return media(userid, kind, "sim", "");
    }

    public CallbackResult media(String userid, MediaStore.Stored one, String url)
            throws InterruptedException, GeneralSecurityException {
        world.add(userid, "person", one.kind(), "[" + one.name() + "]", MessageSendApi.shown(one));
        return media(userid, one.kind(), one.id(), url);
    }

    private CallbackResult media(String userid, String kind, String mediaId, String url)
            throws InterruptedException, GeneralSecurityException {
        String picture = kind.equals("image") ? "<PicUrl>" + cdata(url) + "</PicUrl>" : "";
        return deliver(
                userid,
                kind,
                "<MsgType>" + cdata(kind) + "</MsgType>" + picture + "<MediaId>" + cdata(mediaId) + "</MediaId>"
                        + id());
    }

    public CallbackResult enter(String userid) throws InterruptedException, GeneralSecurityException {
        world.add(userid, "person", "enter", "[进入]");
        return event(userid, "enter_agent", "", "");
    }

    /** A tap on the application's menu: {@code click} with its key or {@code view} with its address. */
    public CallbackResult menu(String userid, String event, String key)
            throws InterruptedException, GeneralSecurityException {
        world.add(userid, "person", "menu", key);
        return event(userid, event, key, "");
    }

    /** A tap on a button of a card; each has a response code of its own (page 90240). */
    public Optional<CallbackResult> tap(String userid, JsonNode tap)
            throws InterruptedException, GeneralSecurityException {
        Optional<ChatLine> line = world.line(userid, tap.path("line").asLong());
        Object shown = line.map(l -> l.more().get("card")).orElse("");
        String task = String.valueOf(line.map(l -> l.more().get("task")).orElse(""));
        Optional<String> code = cards.tapped(userid, task);
        if (code.isEmpty() || !(shown instanceof JsonNode card)) {
            return Optional.empty();
        }
        String key = tap.path("key").asText();
        world.add(userid, "person", "tap", label(card, key), Map.of("key", key));
        String details = "<TaskId>" + cdata(task) + "</TaskId><CardType>"
                + cdata(card.path("card_type").asText()) + "</CardType><ResponseCode>" + cdata(code.get())
                + "</ResponseCode>" + selected(tap.path("selected"));
        return Optional.of(event(userid, "template_card_event", key, details));
    }

    /** What stands on the button. */
    private static String label(JsonNode card, String key) {
        for (JsonNode button : card.path("button_list")) {
            if (button.path("key").asText().equals(key)) {
                return button.path("text").asText();
            }
        }
        String submit = card.path("submit_button").path("text").asText();
        return submit.isEmpty() ? key : submit;
    }

    private static String selected(JsonNode selected) {
        if (selected.isEmpty()) {
            return "";
        }
        StringBuilder xml = new StringBuilder("<SelectedItems>");
        selected.fieldNames().forEachRemaining(question -> {
            xml.append("<SelectedItem><QuestionKey>").append(cdata(question)).append("</QuestionKey><OptionIds>");
            selected.path(question).forEach(option -> xml.append("<OptionId>")
                    .append(cdata(option.asText()))
                    .append("</OptionId>"));
            xml.append("</OptionIds></SelectedItem>");
        });
        return xml.append("</SelectedItems>").toString();
    }

    private CallbackResult event(String userid, String event, String key, String details)
            throws InterruptedException, GeneralSecurityException {
        return deliver(
                userid,
                event,
                "<MsgType><![CDATA[event]]></MsgType><Event>" + cdata(event) + "</Event><EventKey>" + cdata(key)
                        + "</EventKey>" + details);
    }

    private String id() {
        return "<MsgId>" + (firstId + world.nextId()) + "</MsgId>";
    }

    private CallbackResult deliver(String userid, String what, String inner)
            throws InterruptedException, GeneralSecurityException {
        String plain = String.join(
                "",
                List.of(
                        "<xml><ToUserName>" + cdata(setup.corpId()) + "</ToUserName>",
                        "<FromUserName>" + cdata(userid) + "</FromUserName>",
                        "<CreateTime>" + world.now().getEpochSecond() + "</CreateTime>",
                        inner,
                        "<AgentID>" + setup.agentId() + "</AgentID></xml>"));
        return courier.deliver(userid, what, plain);
    }

    static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
