package gradcheck.wecom;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradcheck.message.Attachment;
import gradcheck.message.Choice;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.Channel;
import gradcheck.outbox.SendOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import me.chanjar.weixin.common.api.WxConsts.KefuMsgType;
import me.chanjar.weixin.common.api.WxConsts.TemplateCardType;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.templatecard.HorizontalContent;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends through the platform's API (pages 90236, 94888): every answer's errcode is read, every failure is a value. */
public final class WecomChannel implements Channel {
    private static final Logger log = LoggerFactory.getLogger(WecomChannel.class);
    private static final String SEND = "/cgi-bin/message/send";
    private static final String UPDATE_CARD = "/cgi-bin/message/update_template_card";
    /** The longest window the platform offers for its duplicate check: four hours. */
    private static final int DUPLICATE_SECONDS = 14_400;
    /** With all of it taken off, still longer than {@link Channel#MADE_AGAIN} and the time a call takes. */
    private static final int SPREAD_SECONDS = 900;
    /**
     * The platform names no number for message/send, and five for some others; it says when they are too many (45033),
     * and then they become fewer. With answers after 80 ms these carry a hundred people a second.
     */
    private static final int AT_ONCE = 8;
    /** The most characters beside a card's title; more go into the text below it (page 90236). */
    private static final int SHORT_BODY = 44;

    private final Api api;
    private final int agentId;

    public WecomChannel(WecomSettings settings, Clock clock) {
        this.api = new Api(settings, clock);
        this.agentId = settings.agentId();
    }

    /** When the last token came; empty before the first. */
    public Optional<Instant> tokenAt() {
        return api.tokenAt();
    }

    /** Whether the last call got no answer of the platform's. */
    public boolean isAway() {
        return api.line().isAway();
    }

    /** How far the platform's clock was ahead of ours with its last answer, and when that was by ours. */
    public Optional<Map.Entry<Duration, Instant>> ahead() {
        return api.line().dated().map(dated -> Map.entry(dated.ahead(), dated.at()));
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public SendOutcome send(List<PersonId> to, Outgoing message, String call) {
        SendOutcome outcome;
        try {
            outcome = message instanceof Outgoing.CardSettled settled
                    ? Outcomes.of(api.call(UPDATE_CARD, settled(to, settled)), to)
                    : Outcomes.of(api.call(SEND, body(to, message, window(call))), to);
        } catch (ApiException e) {
            outcome = Outcomes.of(e);
        } catch (RuntimeException e) {
            outcome = Outcomes.of(e);
        }
        log.info("event=send people={} outcome={}", to.size(), Outcomes.named(outcome));
        return outcome;
    }

    /**
     * The platform takes requests for repeats that are the same to the byte (page 90236). Nothing in one is free to tell
     * two calls apart but how long it shall be looked for: a quarter of an hour more or less.
     */
    static int window(String call) {
        return DUPLICATE_SECONDS - Math.floorMod(call.hashCode(), SPREAD_SECONDS);
    }

    private String body(List<PersonId> to, Outgoing message, int window) throws ApiException {
        // Its builders would add a "safe", as a text where page 90236 has a number.
        WxCpMessage body = new WxCpMessage();
        body.setToUser(to.stream().map(PersonId::value).collect(Collectors.joining("|")));
        body.setAgentId(agentId);
        body.setEnableDuplicateCheck(true);
        body.setDuplicateCheckInterval(window);
        if (message instanceof Outgoing.Text text) {
            body.setMsgType(KefuMsgType.TEXT);
            body.setContent(text.text());
        } else if (message instanceof Outgoing.Card card) {
            body.setMsgType(KefuMsgType.TEMPLATE_CARD);
            addCard(body, card);
        } else if (message instanceof Outgoing.File file) {
            addMedia(body, KefuMsgType.FILE, file.attachment());
        } else if (message instanceof Outgoing.Picture picture) {
            addMedia(body, KefuMsgType.IMAGE, picture.attachment());
        }
        return body.toJson();
    }

    /** Uploaded for each message anew: an id lives for three days only (page 90253). */
    private void addMedia(WxCpMessage body, String kind, Attachment attachment) throws ApiException {
        body.setMsgType(kind);
        body.setMediaId(api.upload(kind, attachment));
    }

    private static void addCard(WxCpMessage body, Outgoing.Card card) {
        body.setCardType(TemplateCardType.BUTTON_INTERACTION);
        body.setTaskId(card.taskId());
        body.setMainTitleTitle(card.title());
        if (card.body().codePointCount(0, card.body().length()) <= SHORT_BODY) {
            body.setMainTitleDesc(card.body());
        } else {
            body.setSubTitleText(card.body());
        }
        body.setHorizontalContents(card.facts().stream().map(WecomChannel::fact).toList());
        body.setButtons(card.buttons().stream().map(WecomChannel::button).toList());
    }

    private static HorizontalContent fact(Outgoing.Fact fact) {
        return HorizontalContent.builder()
                .keyname(fact.name())
                .value(fact.value())
                .build();
    }

    private static TemplateCardButton button(Choice choice) {
        return TemplateCardButton.builder()
                .text(choice.label())
                .key(choice.says())
                .build();
    }

    /** WxJava's model of it has no place for the button's new name. */
    private String settled(List<PersonId> to, Outgoing.CardSettled settled) {
        JsonArray people = new JsonArray();
        to.forEach(person -> people.add(person.value()));
        JsonObject button = new JsonObject();
        button.addProperty("replace_name", settled.replaceName());
        JsonObject body = new JsonObject();
        body.add("userids", people);
        body.addProperty("agentid", agentId);
        body.addProperty("response_code", settled.responseCode());
        body.add("button", button);
        return body.toString();
    }
}
