package gradcheck.chats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gradcheck.app.TestBot;
import gradcheck.message.Choice;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A4: what we tell people to say works. Every chat is played; whatever word the bot tells somebody to reply is replied by
 * them on a copy of the database of that moment. A line of the copy file that tells a word must be said in some chat, so
 * who adds one adds a chat that shows it. The buttons of the cards are tapped in the same way, and the words that the
 * helps list are tried at the end of the chat that asks for them.
 */
@Tag("long")
class ToldWordsTest {
    private static final Path CHATS = Path.of("src/test/resources/chats");
    /** At its end the helps have been shown, and everything they list can be done. */
    private static final String HELPS = "help.chat";
    /** So often a line's word is tried: it is said in other states, too. */
    private static final int TIMES = 2;

    /** What no word may lead to that we tell people to say: that it wasn't understood, or that there is nothing of it. */
    private static final List<String> REFUSALS = List.of(
            "turn.notUnderstood",
            "turn.nothingToCancel",
            "turn.materialNone",
            "turn.noReceipt",
            "turn.noWayBack",
            "record.nothingToDrop",
            "desk.notUnderstood",
            "desk.unknownWords",
            "desk.notFound",
            "desk.noSuchTag",
            "desk.noSuchLine",
            "desk.notPaused",
            "desk.nothingToConfirm",
            "desk.nothingToUndo",
            "desk.who",
            "account.noRequest",
            "card.old",
            "card.oldIdle");

    /**
     * Said by a page, at the command line or on a server without fonts, so no chat shows them: they are tried as this
     * person.
     */
    private static final Map<String, String> ELSEWHERE =
            Map.of("page.", "王老师", "explain.", "李四", "plan.", "王老师", "desk.noFont", "王老师");

    @TempDir
    Path folder;

    private final Map<String, String> copy = new TreeMap<>();
    private final Set<String> met = new HashSet<>();
    private final Map<String, Integer> tried = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Integer> tapped = new HashMap<>();
    private String last = "";
    private int forks;

    /** One line of the copy file that tells a word. */
    private record Line(String key, String text, Pattern rendered) {}

    private final List<Line> lines = new ArrayList<>();

    private void readCopy() throws IOException {
        JsonNode root = new YAMLMapper().readTree(Path.of("config/copy.zh.yml").toFile());
        flatten("", root);
        copy.forEach((key, text) -> text.lines()
                .filter(line -> !ToldWords.in(line).isEmpty())
                .forEach(line -> lines.add(new Line(key, line, rendered(line)))));
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(copy).containsKeys(REFUSALS.toArray(String[]::new));
    }

    private void flatten(String at, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(f -> flatten(at.isEmpty() ? f.getKey() : at + "." + f.getKey(), f.getValue()));
        } else if (node.isTextual()) {
            copy.put(at, node.asText());
        }
    }

    private static Pattern rendered(String template) {
        StringBuilder regex = new StringBuilder();
        int from = 0;
        var holes = Pattern.compile("\\{\\w+}").matcher(template.strip());
        while (holes.find()) {
            regex.append(Pattern.quote(template.strip().substring(from, holes.start())))
                    .append("[^\\n]*?");
            from = holes.end();
        }
        return Pattern.compile(regex + Pattern.quote(template.strip().substring(from)));
    }

    /** The words of a text with the lines they come from. */
    private Map<String, Line> told(String text) {
        Map<String, Line> words = new LinkedHashMap<>();
        for (String piece : text.lines().toList()) {
            for (Line line : lines) {
                if (line.rendered().matcher(piece).find()) {
                    met.add(line.key() + line.text());
                    ToldWords.in(piece).forEach(word -> words.putIfAbsent(word, line));
                }
            }
        }
        return words;
    }

    private static Map<String, String> settings(String chat) {
        Map<String, String> settings = new HashMap<>();
        chat.lines().filter(l -> l.startsWith("设置 ")).forEach(l -> {
            String[] parts = l.substring(3).split(":", 2);
            settings.put(parts[0].strip(), parts[1].strip());
        });
        return settings;
    }

    @Test
    void whatever_word_somebody_is_told_to_reply_works_for_them_at_that_moment() throws Exception {
        readCopy();
        List<Path> files;
        try (var all = Files.list(CHATS)) {
            files = all.filter(f -> f.toString().endsWith(".chat")).sorted().toList();
        }
        for (Path file : files) {
            play(
                    file.getFileName().toString(),
                    (bot, chat) -> chat.afterEach((said, texts, cards) -> {
                        String where = file.getFileName() + ": " + said;
                        texts.forEach((person, heard) -> heard.forEach(text -> tryAll(bot, person, text, where)));
                        cards.forEach((person, got) -> got.forEach(card -> tapAll(bot, person, card, where)));
                    }));
        }
        sayElsewhere();
        Collection<String> unmet = new TreeSet<>();
        lines.stream()
                .filter(l -> !met.contains(l.key() + l.text()))
                .forEach(l -> unmet.add(l.key() + ": " + l.text().strip()));
        assertThat(String.join("\n", broken)).isEmpty();
        assertThat(tapped).hasSizeGreaterThan(50);
        assertThat(String.join("\n", unmet))
                .as("lines that tell a word and stand in no chat")
                .isEmpty();
    }

    @Test
    void whatever_word_a_help_lists_works_where_it_makes_sense() throws Exception {
        readCopy();
        play(
                HELPS,
                (bot, chat) -> chat.afterAll(() -> {
                    PersonId secretary = bot.named("王老师").orElseThrow();
                    PersonId student = bot.named("李四").orElseThrow();
                    HelpWords.ofDesk(copy.get("desk.help")).forEach(word -> tryListed(bot, secretary, word));
                    HelpWords.ofStudent(copy.get("turn.help")).forEach(word -> tryListed(bot, student, word));
                }));
        assertThat(String.join("\n", broken)).isEmpty();
        assertThat(forks).isGreaterThan(35);
    }

    private void tryListed(TestBot bot, PersonId person, String word) {
        reply(bot, person, word)
                .forEach(fault -> broken.add("the help tells " + bot.name(person) + " “" + word + "”: " + fault));
    }

    private void play(String name, BiConsumer<TestBot, ChatFile> prepare) throws Exception {
        String written = Files.readString(CHATS.resolve(name), StandardCharsets.UTF_8);
        try (TestBot bot = new TestBot(Files.createDirectory(folder.resolve(name)), settings(written))) {
            ChatFile chat = new ChatFile(bot);
            prepare.accept(bot, chat);
            chat.play(written.lines().toList());
        }
    }

    private void sayElsewhere() throws Exception {
        try (TestBot bot = new TestBot(Files.createDirectory(folder.resolve("elsewhere")))) {
            for (Line line : lines) {
                for (Map.Entry<String, String> where : ELSEWHERE.entrySet()) {
                    if (line.key().startsWith(where.getKey())) {
                        PersonId person = bot.named(where.getValue()).orElseThrow();
                        tryAll(bot, person, line.text(), "elsewhere");
                    }
                }
            }
        }
    }

    private void tryAll(TestBot bot, PersonId person, String text, String where) {
        told(text).forEach((word, line) -> {
            int times =
                    tried.merge(line.key() + "|" + line.text() + "|" + word.replaceAll("\\d+", "0"), 1, Integer::sum);
            if (times <= TIMES) {
                List<String> faults = reply(bot, person, word);
                if (line.text().contains("？") && line.rendered().matcher(last).find()) {
                    faults.add("asks the same again");
                }
                faults.forEach(fault -> broken.add(
                        where + "\n  " + line.key() + " tells " + bot.name(person) + " “" + word + "”: " + fault));
            }
        });
    }

    private void tapAll(TestBot bot, PersonId person, Outgoing.Card card, String where) {
        for (Choice button : card.buttons()) {
            String kind = card.title().replaceAll("[\\d、，].*", "") + "|" + button.label();
            if (tapped.merge(kind, 1, Integer::sum) <= TIMES) {
                String key = "tapped:" + forks;
                answer(
                                bot,
                                person,
                                new Incoming.Tap(person, key, bot.now(), button.says(), card.taskId(), key, Map.of()))
                        .forEach(fault -> broken.add(where + "\n  the button “" + button.label() + "” of “"
                                + card.title() + "” for " + bot.name(person) + ": " + fault));
            }
        }
    }

    private List<String> reply(TestBot bot, PersonId person, String word) {
        return answer(bot, person, new Incoming.Text(person, "told:" + forks, bot.now(), word));
    }

    /** What is wrong with the answer to this, done on a copy of the database. */
    private List<String> answer(TestBot bot, PersonId person, Incoming done) {
        forks++;
        try (TestBot fork = bot.fork(folder.resolve("fork" + forks + ".db"))) {
            Answer answer = fork.take(done);
            fork.doWhatIsDue();
            StringBuilder said = new StringBuilder(answer instanceof Answer.Says says ? says.text() : "");
            fork.sent().stream().filter(s -> s.to().equals(person)).forEach(s -> said.append(s.text()));
            fork.cards().stream().filter(s -> s.to().equals(person)).forEach(s -> said.append(s.text()));
            List<String> faults = new ArrayList<>();
            if (said.isEmpty()) {
                faults.add("silence");
            }
            last = said.toString();
            for (String key : REFUSALS) {
                String first = copy.get(key).lines().findFirst().orElse("");
                if (rendered(first).matcher(said).find()) {
                    faults.add(key + ": " + said.toString().replace("\n", "⏎"));
                }
            }
            return faults;
        } catch (Exception e) {
            throw new IllegalStateException("answering " + done, e);
        } finally {
            for (String end : List.of("", "-wal", "-shm")) {
                folder.resolve("fork" + forks + ".db" + end).toFile().delete();
            }
        }
    }
}
