package gradcheck.chats;

import gradcheck.app.TestBot;
import gradcheck.message.Choice;
import gradcheck.message.Incoming;
import gradcheck.message.MediaKind;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays the lines of a chat that people say, and writes down the whole chat as it went.
 *
 * <p>At every line the bot is built anew on the same file, and the message is delivered a second time: the answer must
 * be the same, and nothing more may happen.
 */
final class ChatFile {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Map<String, MediaKind> MEDIA = Map.of(
            "[图片]", MediaKind.IMAGE,
            "[语音]", MediaKind.VOICE,
            "[文件]", MediaKind.FILE,
            "[视频]", MediaKind.VIDEO,
            "[位置]", MediaKind.LOCATION,
            "[链接]", MediaKind.LINK);
    /** As a chat's first line: cards are written down too. Every question would stand there twice otherwise. */
    private static final String WITH_CARDS = "# 卡片";

    private static final String TAP = "[点] ";
    /** An event that the bot has no name for. */
    private static final String EVENT = "[事件]";
    /** What happens outside of the chat: the office imports a list, of the header and rows behind each other. */
    private static final String ROSTER = "名单 ";

    private static final String PHOTOS = "照片 ";
    private static final String STAFF = "人员 ";

    private final TestBot bot;
    private final StringBuilder played = new StringBuilder();
    private final Set<String> cast = new HashSet<>();
    private final Map<PersonId, List<Outgoing.Card>> cards = new HashMap<>();
    private final Map<PersonId, List<String>> heard = new LinkedHashMap<>();
    private final Map<PersonId, List<Outgoing.Card>> offered = new LinkedHashMap<>();
    private After after = (said, texts, cards) -> {};
    private Runnable end = () -> {};
    private boolean withCards;
    private int messages;

    ChatFile(TestBot bot) {
        this.bot = bot;
    }

    /** What happens after each line: it is told the line, what everybody heard, and which cards they got. */
    interface After {
        void line(String said, Map<PersonId, List<String>> texts, Map<PersonId, List<Outgoing.Card>> cards);
    }

    void afterEach(After happens) {
        after = happens;
    }

    /** What happens once the last line was played. */
    void afterAll(Runnable happens) {
        end = happens;
    }

    /** The chat as it really went, in the same form. */
    String play(List<String> lines) {
        lines.stream()
                .filter(l -> !l.startsWith("  ") && l.contains("> "))
                .forEach(l -> cast.add(l.substring(0, l.indexOf("> "))));
        withCards = !lines.isEmpty() && lines.get(0).startsWith(WITH_CARDS);
        for (String line : lines) {
            if (line.startsWith("  ")) {
                continue;
            }
            played.append(line).append('\n');
            if (line.startsWith("现在 ")) {
                bot.at(LocalDateTime.parse(line.substring(3).strip(), TIME)
                        .atZone(ZONE)
                        .toInstant());
                writeSent();
            } else if (!line.startsWith("#") && line.contains("> ")) {
                say(line.substring(0, line.indexOf("> ")), line.substring(line.indexOf("> ") + 2));
            } else if (isImported(line)) {
                bot.doWhatIsDue();
                writeSent();
            }
            after.line(line, Map.copyOf(heard), Map.copyOf(offered));
            heard.clear();
            offered.clear();
        }
        end.run();
        return played.toString();
    }

    private boolean isImported(String line) {
        String csv = line.substring(line.indexOf(' ') + 1).replace("；", "\n");
        if (line.startsWith(ROSTER)) {
            bot.importRoster(csv, false);
        } else if (line.startsWith(PHOTOS)) {
            bot.importPhotos(csv, false);
        } else if (line.startsWith(STAFF)) {
            bot.addStaff(csv);
        } else {
            return false;
        }
        return true;
    }

    private void say(String name, String text) {
        PersonId person = bot.named(name).orElseGet(() -> new PersonId(name));
        bot.restart();
        messages++;
        Incoming incoming = incoming(person, text.equals("[空]") ? "" : text);
        Answer first = bot.take(incoming);
        Answer again = bot.take(incoming);
        if (!first.equals(again)) {
            played.append("  ！重复投递得到了不同的回答\n");
        }
        if (first instanceof Answer.Says says) {
            heard(person, says.text());
            write("", says.text());
        }
        bot.doWhatIsDue();
        writeSent();
    }

    private Incoming incoming(PersonId person, String text) {
        String key = "chat:" + messages;
        Instant now = bot.now();
        if (text.equals("[进入]")) {
            return new Incoming.Entered(person, key, now);
        }
        if (text.equals("[加入]")) {
            return new Incoming.Joined(person, key, now);
        }
        if (text.equals(EVENT)) {
            return new Incoming.Unsupported(person, key, now, "event");
        }
        if (text.startsWith(TAP)) {
            return tap(person, key, text.substring(TAP.length()));
        }
        return MEDIA.containsKey(text)
                ? new Incoming.Media(person, key, now, MEDIA.get(text))
                : new Incoming.Text(person, key, now, text.replace("\\n", "\n"));
    }

    /** {@code [点] 我确认}: on the last card that has this button. */
    private Incoming tap(PersonId person, String key, String label) {
        List<Outgoing.Card> got = cards.getOrDefault(person, List.of());
        for (int i = got.size() - 1; i >= 0; i--) {
            for (Choice button : got.get(i).buttons()) {
                if (button.label().equals(label)) {
                    String task = got.get(i).taskId();
                    return new Incoming.Tap(person, key, bot.now(), button.says(), task, "tapped-" + key, Map.of());
                }
            }
        }
        throw new IllegalArgumentException("no card with the button " + label + " among " + got);
    }

    private void writeCards() {
        for (TestBot.Sent sent : bot.cards()) {
            if (sent.message() instanceof Outgoing.Card card) {
                cards.computeIfAbsent(sent.to(), p -> new ArrayList<>()).add(card);
                offered.computeIfAbsent(sent.to(), p -> new ArrayList<>()).add(card);
            }
            if (withCards) {
                write(cast.contains(bot.name(sent.to())) ? "" : "（发给 " + bot.name(sent.to()) + "）", sent.text());
            }
        }
        bot.cards().clear();
    }

    private void writeSent() {
        writeCards();
        long others = 0;
        for (TestBot.Sent sent : bot.sent()) {
            String name = bot.name(sent.to());
            heard(sent.to(), sent.text());
            if (cast.contains(name)) {
                write("（发给 " + name + "）", sent.text());
            } else {
                others++;
            }
        }
        if (others > 0) {
            played.append("  （另发给 ").append(others).append(" 人）\n");
        }
        bot.sent().clear();
    }

    private void heard(PersonId person, String text) {
        heard.computeIfAbsent(person, p -> new ArrayList<>()).add(text);
    }

    private void write(String to, String text) {
        played.append("  机器人> ")
                .append(to)
                .append(masked(text).replace("\n", "\n    "))
                .append('\n');
    }

    /** The receipt's check code comes from a random salt. */
    private static String masked(String text) {
        return text.replaceAll("校验码[ ：][0-9a-f]{8}", "校验码 ********");
    }
}
