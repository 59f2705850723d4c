package gradcheck.simulator.page;

import gradcheck.simulator.world.ChatLine;
import gradcheck.simulator.world.World;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that was said since the start, as a {@code .chat} file: unindented lines are played, indented ones are
 * checked. Messages nobody asked for are named when their receiver speaks in the file, and counted otherwise.
 */
final class SavedChat {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final Map<String, String> MEDIA = Map.of("image", "[图片]", "voice", "[语音]", "file", "[文件]");

    private final World world;
    private final Set<String> cast = new HashSet<>();
    private final StringBuilder file = new StringBuilder("# 由聊天页面保存\n");
    private String minute = "";
    private long others;

    SavedChat(World world) {
        this.world = world;
    }

    String write() {
        List<World.LineInChat> everything = world.everything();
        everything.stream()
                .filter(said -> said.line().from().equals("person"))
                .forEach(said -> cast.add(name(said.userid())));
        Map<Long, Instant> moments = new LinkedHashMap<>();
        world.moments().forEach(moment -> moments.put(moment.id(), moment.at()));
        for (World.LineInChat said : everything) {
            moments.entrySet().removeIf(moment -> {
                boolean passed = moment.getKey() < said.line().id();
                if (passed) {
                    moveTo(moment.getValue());
                }
                return passed;
            });
            add(said.userid(), said.line());
        }
        endRound();
        return file.toString();
    }

    private void add(String userid, ChatLine line) {
        Instant at = Instant.parse(line.at());
        if (line.from().equals("person")) {
            endRound();
            moveTo(at);
            file.append(name(userid)).append("> ").append(spoken(line)).append('\n');
        } else if (line.from().equals("bot") && line.isPassive()) {
            bot("", line.text());
        } else if (line.from().equals("bot") && !line.kind().contains("template_card")) {
            // A card only repeats what the text says: the chats are kept without them.
            moveTo(at);
            active(userid, line);
        }
    }

    private void active(String userid, ChatLine line) {
        if (cast.contains(name(userid))) {
            bot("（发给 " + name(userid) + "）", line.text());
        } else {
            others++;
        }
    }

    private void moveTo(Instant at) {
        String moment = TIME.format(at);
        if (!moment.equals(minute)) {
            endRound();
            minute = moment;
            file.append("现在 ").append(moment).append('\n');
        }
    }

    private void endRound() {
        if (others > 0) {
            file.append("  （另发给 ").append(others).append(" 人）\n");
            others = 0;
        }
    }

    private void bot(String to, String text) {
        file.append("  机器人> ")
                .append(to)
                .append(masked(text).replace("\n", "\n    "))
                .append('\n');
    }

    private static String spoken(ChatLine line) {
        String text = line.kind().equals("tap") ? String.valueOf(line.more().get("key")) : line.text();
        String said = MEDIA.getOrDefault(line.kind(), text.replace("\n", "\\n"));
        return said.isBlank() ? "[空]" : said;
    }

    /** By name, as the cast of the chats is written; by account where two share a name or the person has none. */
    private String name(String userid) {
        String name = world.member(userid)
                .filter(person -> !"stranger".equals(person.get("role")))
                .map(person -> String.valueOf(person.get("name")))
                .orElse(userid);
        boolean first = world.people().stream()
                .filter(person -> name.equals(person.get("name")))
                .findFirst()
                .map(person -> World.key(String.valueOf(person.get("userid"))).equals(World.key(userid)))
                .orElse(false);
        return first ? name : userid;
    }

    /** The receipt's check code comes from a random salt. */
    private static String masked(String text) {
        return text.replaceAll("校验码[ ：][0-9a-f]{8}", "校验码 ********");
    }
}
