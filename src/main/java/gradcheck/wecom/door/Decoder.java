package gradcheck.wecom.door;

import gradcheck.message.Incoming;
import gradcheck.message.MediaKind;
import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns a decrypted message or event (pages 90239, 90240) into what the bot can be told. */
final class Decoder {
    /** The end of the year 9999: what lies beyond, or before 1970, no clock of the platform has ever shown. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** The name under which the platform itself speaks (page 90240: changes of contacts, shared applications). */
    private static final PersonId PLATFORM = new PersonId("sys");

    private static final String EVENT = "event";
    /** What a person does: comes, goes, taps. Our cards have no menu of their own to be tapped. */
    private static final Set<String> MEANT =
            Set.of("enter_agent", "subscribe", "unsubscribe", "click", "template_card_event");

    private Decoder() {}

    static Incoming decode(Xml xml) throws Rejected {
        String type = xml.needed("MsgType").toLowerCase(Locale.ROOT);
        if (isMeaningless(xml, type)) {
            String kind = type.equals(EVENT) ? xml.textOrEmpty("Event").toLowerCase(Locale.ROOT) : type;
            return new Incoming.Meaningless(PLATFORM, eventKey(xml), Instant.EPOCH, kind);
        }
        Head head = head(xml);
        return switch (type) {
            case "text" -> new Incoming.Text(head.from(), head.key(), head.at(), xml.textOrEmpty("Content"));
            case "image" -> media(head, MediaKind.IMAGE);
            case "voice" -> media(head, MediaKind.VOICE);
            case "video" -> media(head, MediaKind.VIDEO);
            case "file" -> media(head, MediaKind.FILE);
            case "location" -> media(head, MediaKind.LOCATION);
            case "link" -> media(head, MediaKind.LINK);
            case EVENT -> event(head, xml);
            default -> new Incoming.Unsupported(head.from(), head.key(), head.at(), type);
        };
    }

    /** There are dozens of events, and new ones come; those a bot is for are few. */
    private static boolean isMeaningless(Xml xml, String type) {
        boolean isOther =
                type.equals(EVENT) && !MEANT.contains(xml.textOrEmpty("Event").toLowerCase(Locale.ROOT));
        return isOther || xml.textOrEmpty("FromUserName").strip().equalsIgnoreCase(PLATFORM.value());
    }

    private static Incoming event(Head head, Xml xml) throws Rejected {
        String event = xml.needed("Event").toLowerCase(Locale.ROOT);
        String says = xml.textOrEmpty("EventKey");
        return switch (event) {
            case "enter_agent" -> new Incoming.Entered(head.from(), head.key(), head.at());
            case "subscribe" -> new Incoming.Joined(head.from(), head.key(), head.at());
            case "unsubscribe" -> new Incoming.Left(head.from(), head.key(), head.at());
            case "click" -> new Incoming.Menu(head.from(), head.key(), head.at(), says);
            case "template_card_event" -> new Incoming.Tap(
                    head.from(),
                    head.key(),
                    head.at(),
                    says,
                    xml.textOrEmpty("TaskId"),
                    xml.textOrEmpty("ResponseCode"),
                    selected(xml));
            default -> new Incoming.Meaningless(head.from(), head.key(), head.at(), event);
        };
    }

    private static Incoming media(Head head, MediaKind kind) {
        return new Incoming.Media(head.from(), head.key(), head.at(), kind);
    }

    private record Head(PersonId from, String key, Instant at) {}

    private static Head head(Xml xml) throws Rejected {
        try {
            PersonId from = new PersonId(xml.needed("FromUserName"));
            long second = Long.parseLong(xml.needed("CreateTime"));
            if (second < 0 || second > LAST_SECOND) {
                throw Rejected.unreadable("time");
            }
            Instant at = Instant.ofEpochSecond(second);
            return new Head(from, key(xml), at);
        } catch (IllegalArgumentException e) {
            throw Rejected.unreadable("head");
        }
    }

    /** An event may carry a MsgId, too, and is then no message that has the same. */
    private static String key(Xml xml) {
        String id = xml.textOrEmpty("MsgId");
        if (id.isEmpty()) {
            return eventKey(xml);
        }
        boolean isEvent = xml.textOrEmpty("MsgType").toLowerCase(Locale.ROOT).equals("event");
        return (isEvent ? "e:m:" : "m:") + id;
    }

    /** CreateTime counts seconds: two cards tapped in one are told apart by the fields that name the card. */
    private static String eventKey(Xml xml) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("FromUserName", "CreateTime", "Event", "EventKey", "TaskId", "ResponseCode")) {
            parts.add(xml.textOrEmpty(name).replace("\\", "\\\\").replace("|", "\\|"));
        }
        return "e:" + String.join("|", parts);
    }

    private static Map<String, List<String>> selected(Xml xml) {
        Map<String, List<String>> selected = new LinkedHashMap<>();
        String question = "";
        for (Xml.Element element : xml.elements()) {
            if (element.path().endsWith("SelectedItem/QuestionKey")) {
                question = element.text();
            } else if (element.path().endsWith("OptionIds/OptionId")) {
                selected.computeIfAbsent(question, q -> new ArrayList<>()).add(element.text());
            }
        }
        return selected;
    }
}
