package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.DeskAnswers;
import gradcheck.desk.ask.ParsedQuestion;
import gradcheck.desk.ask.QuestionKind;
import gradcheck.message.Phrase.Say;
import gradcheck.message.TextLimit;
import gradcheck.store.desk.DeskLists;
import gradcheck.store.outbox.Queueing;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries.Line;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 群发: a secretary's own words to a group, shown before they go, and to be held back for five minutes. */
public final class Broadcast {
    /** The message was shown and waits for 确认. */
    public static final String QUESTION = "broadcast";
    /** What a broadcast that can be held back is called. */
    static final String ACT = "broadcast";

    /** By what those of a broadcast that wait are held back. */
    static final String WHOLE = "whole";

    private static final int LONGEST = 500;
    private static final Pattern EVERYBODY = Pattern.compile("(大家|所有人|全体|全部|全院|全校|全体同学|所有同学|所有学生|同学们|各位同学)");
    private static final Pattern PARTS = Pattern.compile("(\\S+?)[\\s:：,，]+(.+)", Pattern.DOTALL);

    private final DeskContext visit;

    public Broadcast(DeskContext visit) {
        this.visit = visit;
    }

    public List<Say> preview(String argument, Function<String, Optional<ParsedQuestion>> read) {
        Matcher parts = PARTS.matcher(argument.strip());
        if (!parts.matches()) {
            return List.of(DeskPhrases.BROADCAST_HOW.say());
        }
        String content = parts.group(2).strip();
        Optional<ParsedQuestion> group = group(parts.group(1), read);
        Optional<Say> instead = group.flatMap(g -> DeskAnswers.instead(visit, g).or(() -> DeskAnswers.unclear(g)));
        if (group.isEmpty() || instead.isPresent() || !isGroup(group.get())) {
            return List.of(instead.orElseGet(() -> DeskAnswers.unknown(visit, parts.group(1))));
        }
        if (content.length() > LONGEST) {
            return List.of(DeskPhrases.REASON_TOO_LONG.with("most", LONGEST));
        }
        StudentFilter sought = DeskAnswers.sought(visit, group.get());
        boolean ofList = group.get().refines();
        List<Line> people = people(sought, ofList);
        visit.audit("群发预览", DeskAnswers.placeOf(visit, sought), Integer.toString(people.size()));
        if (people.isEmpty()) {
            return List.of(DeskPhrases.BROADCAST_NOBODY.with("words", parts.group(1)));
        }
        visit.ask(QUESTION, Map.of("sought", sought.written(), "list", Boolean.toString(ofList), "content", content));
        return List.of(DeskPhrases.BROADCAST_PREVIEW.with(
                "people", people.size(),
                "whom", (DeskAnswers.placeOf(visit, sought) + " " + DeskAnswers.titles(sought)).strip(),
                "sample", visit.words(message(content)),
                "time", visit.time(due())));
    }

    /** Whether the first word means a group as it stands, every part of it understood. */
    public boolean isToGroup(String argument, Function<String, Optional<ParsedQuestion>> read) {
        Matcher parts = PARTS.matcher(argument.strip());
        return parts.matches()
                && group(parts.group(1), read)
                        .filter(g -> g.unknown().isEmpty() && isGroup(g))
                        .isPresent();
    }

    private static Optional<ParsedQuestion> group(String words, Function<String, Optional<ParsedQuestion>> read) {
        return EVERYBODY.matcher(words).matches() ? Optional.of(ParsedQuestion.EVERYBODY) : read.apply(words);
    }

    private static boolean isGroup(ParsedQuestion reading) {
        return reading.ask() == QuestionKind.LIST
                || reading.ask() == QuestionKind.RATE
                || reading.ask() == QuestionKind.COUNT;
    }

    private List<Line> people(StudentFilter sought, boolean ofList) {
        List<Line> fitting = visit.tables()
                .aside(List.of(ACT, sought), beside -> beside.roll().lines(visit.asked(), sought));
        if (!ofList) {
            return fitting;
        }
        Set<String> shown = visit.tables()
                .deskLists()
                .of(visit.asker().id())
                .map(DeskLists.Shown::numbers)
                .<Set<String>>map(HashSet::new)
                .orElse(Set.of());
        return fitting.stream().filter(l -> shown.contains(l.number())).toList();
    }

    private Say message(String content) {
        return DeskPhrases.BROADCAST.with("name", visit.asker().called(), "content", content);
    }

    private Instant due() {
        return visit.ground().notBefore(visit.now().plus(DeskContext.REGRET));
    }

    /** 确认 after the preview. */
    public List<Say> start(Map<String, String> details) {
        StudentFilter sought = StudentFilter.read(details.getOrDefault("sought", ""));
        List<Line> people = people(sought, Boolean.parseBoolean(details.getOrDefault("list", "")));
        String text = visit.words(message(details.getOrDefault("content", "")));
        Instant due = due();
        String id = visit.ground().ids().next();
        Queueing.Whole whole = new Queueing.Whole(id, "text", TextLimit.harmless(text));
        List<Queueing.Line> lines = people.stream()
                .map(line -> new Queueing.Line(line.person(), due, line.number(), ""))
                .toList();
        if (lines.size() > Queueing.PIECE) {
            visit.tables().queueing().add(whole, Queueing.pieces(lines));
        } else {
            lines.forEach(line -> visit.tables()
                    .queueing()
                    .queue(whole, line, visit.ground().ids().next(), visit.now()));
        }
        visit.undoable(ACT, Map.of("what", "群发", WHOLE, id), List.of());
        visit.audit("群发", DeskAnswers.placeOf(visit, sought), Integer.toString(people.size()));
        return List.of(DeskPhrases.BROADCAST_STARTED.with("people", people.size(), "time", visit.time(due)));
    }
}
