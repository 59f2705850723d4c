package gradcheck.desk;

import gradcheck.desk.account.AccountActs;
import gradcheck.desk.act.Broadcast;
import gradcheck.desk.act.NameFirst;
import gradcheck.desk.act.People;
import gradcheck.desk.act.PersonQuestion;
import gradcheck.desk.act.PlaceQuestion;
import gradcheck.desk.act.Relay;
import gradcheck.desk.act.Reminding;
import gradcheck.desk.act.SelectedStudents;
import gradcheck.desk.act.StudentCommands;
import gradcheck.desk.act.Undo;
import gradcheck.desk.answer.StudentCard;
import gradcheck.desk.answer.WhyNot;
import gradcheck.desk.ask.ParsedQuestion;
import gradcheck.desk.ask.PlainText;
import gradcheck.desk.ask.Selector;
import gradcheck.desk.file.Downloads;
import gradcheck.desk.file.ImportLink;
import gradcheck.desk.review.NumberFirst;
import gradcheck.desk.review.Review;
import gradcheck.desk.review.ReviewQueue;
import gradcheck.desk.review.SelectedReview;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.language.NormalizedText;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.DeskQuestions;
import gradcheck.store.people.Students.Enrolled;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fixed words of interface.md §6: alone, or followed by what they are about. */
public final class Commands {
    /** Second thoughts while something waits for 确认: it is not done, whatever else is said. */
    private static final Pattern WAVERS = Pattern.compile("^(?:算了|等等|等一下|等下|慢着|先别|先不|不对)(?=.{3})");

    private static final Pattern WHY_NOT = Pattern.compile("(?:为什么|为啥)\\s*(.+?)\\s*(?:还|一直)?(?:没有|没|未|收不到).*");
    private static final Pattern TELL = Pattern.compile(
            "(?:给|向)\\s*(\\S{2,30}?)(?:都|统一)?(?:发|群发)(?:一?[个条]|一下)?(?:通知|消息|信息)[\\s:：,，]*(.*)", Pattern.DOTALL);
    static final String OWN_PROGRESS = "我的进度";

    private final Function<String, Optional<String>> otherWords;
    private final BiFunction<DeskContext, String, Optional<ParsedQuestion>> read;
    private final Asking asking;
    private final Map<String, Act> alone = new LinkedHashMap<>();
    private final Map<String, Act> leading = new LinkedHashMap<>();
    private final Map<String, StudentAct> ofStudents = new HashMap<>();

    /** What is answered from a command: a reminder by its words, and a question of which only the place was not clear. */
    record Asking(
            BiFunction<DeskContext, String, Optional<ParsedQuestion>> read,
            BiFunction<DeskContext, String, Optional<Selector>> select,
            BiFunction<DeskContext, String, List<Say>> remind,
            BiFunction<DeskContext, PlaceQuestion.Settled, List<Say>> again) {
        /** Nothing is a question. */
        static final Asking NOTHING = new Asking(
                (visit, text) -> Optional.empty(),
                (visit, text) -> Optional.empty(),
                (visit, text) -> List.of(),
                (visit, asked) -> List.of());
    }

    /** What a command does with the words after it. */
    private interface Act {
        List<Say> with(DeskContext visit, String argument);
    }

    /** What a command does with a student and the words after them. */
    private interface StudentAct {
        List<Say> with(DeskContext visit, Enrolled who, String rest);
    }

    /**
     * @param otherWords the fixed word that somebody means who writes this instead
     * @param asking reads and answers a question
     */
    Commands(Function<String, Optional<String>> otherWords, Asking asking) {
        this.otherWords = otherWords;
        this.read = asking.read();
        this.asking = asking;
        alone();
        reviewing();
        students();
    }

    private void alone() {
        alone.put("帮助", (visit, none) -> List.of(DeskPhrases.HELP.say()));
        alone.put("待审核", (visit, none) -> new ReviewQueue(visit).waiting());
        alone.put("报送", (visit, none) -> new ReviewQueue(visit).summary());
        alone.put("撤销", (visit, none) -> new Undo(visit).last());
        for (String yes : List.of("确认", "确定", "发", "发吧", "发送", "确认发送")) {
            alone.put(yes, (visit, none) -> confirm(visit));
        }
        alone.put("取消", (visit, none) -> drop(visit));
        leading.put("催办", (visit, argument) -> asking.remind()
                .apply(visit, argument.isEmpty() ? "催办未核对" : "催办" + argument));
        leading.put("导出", Downloads::order);
        leading.put("导入", ImportLink::link);
        leading.put("群发", this::broadcast);
    }

    /** To a group; to one person it is what 回复 does, and who was only nearly named is asked about there. */
    private List<Say> broadcast(DeskContext visit, String argument) {
        Broadcast broadcast = new Broadcast(visit);
        boolean isToGroup = broadcast.isToGroup(argument, words -> read.apply(visit, words));
        return !isToGroup && People.isNamed(visit, argument)
                ? run(visit, "回复", argument).orElseThrow()
                : broadcast.preview(argument, words -> read.apply(visit, words));
    }

    private void reviewing() {
        leading.put("通过", (visit, argument) -> new Review(visit).pass(argument));
        leading.put("退回", (visit, argument) -> new Review(visit).sendBack(argument));
        leading.put("材料已收", (visit, argument) -> new Review(visit).received(argument));
    }

    private void students() {
        student("查", (visit, who, rest) -> StudentCard.shown(visit, who));
        student("纸质照片", (visit, who, rest) -> new StudentCommands(visit).paperPhoto(who, rest));
        student("暂停", (visit, who, rest) -> new StudentCommands(visit).pause(who, rest));
        student("移出", (visit, who, rest) -> new StudentCommands(visit).takeOut(who, rest));
        student("恢复", (visit, who, rest) -> new StudentCommands(visit).resume(who));
        Act resume = Objects.requireNonNull(leading.get("恢复"));
        leading.put("恢复", (visit, argument) -> new AccountActs(visit)
                .unlockAccount(argument)
                .orElseGet(() -> resume.with(visit, argument)));
        student("绑定", (visit, who, rest) -> new AccountActs(visit).grant(who, rest));
        student("不绑定", (visit, who, rest) -> new AccountActs(visit).refuse(who, rest));
        student("解绑", (visit, who, rest) -> new AccountActs(visit).release(who));
        student("延期", (visit, who, rest) -> new StudentCommands(visit).extend(who, rest));
        student("重开", (visit, who, rest) -> new StudentCommands(visit).reopen(who, rest));
        student("已联系", (visit, who, rest) -> new StudentCommands(visit).called(who, rest));
        student("回复", (visit, who, rest) -> new Relay(visit.ground()).reply(visit, who, rest));
        student("为什么没收到", (visit, who, rest) -> WhyNot.of(visit, who));
    }

    private void student(String word, StudentAct act) {
        ofStudents.put(word, act);
        leading.put(
                word,
                (visit, argument) -> People.with(visit, word, argument, (who, rest) -> act.with(visit, who, rest)));
    }

    /** Every word there is, so that a test can try each of them as everybody. */
    Set<String> words() {
        Set<String> words = new LinkedHashSet<>(alone.keySet());
        words.addAll(leading.keySet());
        return words;
    }

    /** Empty when it is no command, and no answer to what the person was asked. */
    Optional<List<Say>> hear(DeskContext visit, String text) {
        String said = bare(text);
        if (said.equals(OWN_PROGRESS)) {
            return Optional.empty();
        }
        if (WAVERS.matcher(said).find() && hasOpen(visit)) {
            visit.tables().deskQuestions().close(visit.asker().id());
            return Optional.of(List.of(DeskPhrases.DROPPED_SAY_AGAIN.say()));
        }
        Optional<List<Say>> settled = new PersonQuestion(visit).settle(text, who -> done(visit, who));
        if (settled.isPresent()) {
            return settled;
        }
        Optional<List<Say>> placed =
                new PlaceQuestion(visit).settle(text, question -> asking.again().apply(visit, question));
        if (placed.isPresent()) {
            return placed;
        }
        Optional<List<Say>> reply = isForTheDesk(visit, text) ? Optional.empty() : Relay.answer(visit, text);
        if (reply.isPresent()) {
            return reply;
        }
        Optional<String> meant = otherWords.apply(said);
        if (meant.isPresent()) {
            return hear(visit, meant.get());
        }
        Matcher why = WHY_NOT.matcher(said);
        if (why.matches() && said.contains("收")) {
            return run(visit, "为什么没收到", why.group(1));
        }
        Optional<Act> single = Optional.ofNullable(alone.get(said));
        if (single.isPresent()) {
            return Optional.of(single.get().with(visit, ""));
        }
        return new NumberFirst(visit)
                .hear(text)
                .or(() -> selected(visit, text))
                .or(() -> led(visit, text))
                .or(() -> new Review(visit).reasonGiven(text.strip()))
                .or(() -> told(visit, text))
                .or(() -> NameFirst.in(visit, text).flatMap(o -> run(visit, o.command(), o.argument())))
                .or(() -> NameFirst.gone(visit, text))
                .or(() -> People.isLine(visit, said) ? run(visit, "查", said) : Optional.empty());
    }

    /** What is surely not said to a student: a fixed word, or a question about students. */
    private boolean isForTheDesk(DeskContext visit, String text) {
        String said = text.strip();
        boolean isCommand = alone.containsKey(bare(text))
                || leading.keySet().stream().anyMatch(word -> said.equals(word) || said.startsWith(word + " "));
        return isCommand || ask(visit, text).isPresent();
    }

    /** An order about some of a list; numbers alone go with the command's own word. */
    private Optional<List<Say>> selected(DeskContext visit, String text) {
        return asking.select()
                .apply(visit, text)
                .filter(selector -> SelectedReview.isReview(selector) || selector.isOfLines())
                .filter(selector ->
                        !selector.isPlain() || leading.keySet().stream().noneMatch(text.strip()::startsWith))
                .map(selector -> {
                    visit.tables().deskQuestions().close(visit.asker().id());
                    return SelectedReview.isReview(selector)
                            ? new SelectedReview(visit).preview(selector)
                            : new SelectedStudents(visit).preview(selector);
                });
    }

    /** 给没拍照的发个通知 今天就去教务处 is a broadcast, too. */
    private Optional<List<Say>> told(DeskContext visit, String text) {
        Matcher tell = TELL.matcher(text.strip());
        return tell.matches() && !People.isSomebody(visit, tell.group(1))
                ? run(visit, "群发", tell.group(1) + " " + tell.group(2))
                : Optional.empty();
    }

    private Optional<List<Say>> run(DeskContext visit, String word, String argument) {
        return Optional.ofNullable(leading.get(word)).map(act -> {
            visit.tables().deskQuestions().close(visit.asker().id());
            return act.with(visit, argument.strip());
        });
    }

    /** What was wanted, with those who were meant. */
    private List<Say> done(DeskContext visit, PersonQuestion.Settled settled) {
        StudentAct act = Optional.ofNullable(ofStudents.get(settled.command()))
                .orElseThrow(() -> new IllegalStateException("no act " + settled.command()));
        return People.each(visit, settled.numbers(), who -> act.with(visit, who, settled.rest()));
    }

    /** A command word with its argument; a question that only begins like one is left to the grammar. */
    private Optional<List<Say>> led(DeskContext visit, String text) {
        String said = PlainText.narrow(text);
        for (String word : leading.keySet()) {
            if (begins(said, word)) {
                String argument = said.substring(word.length());
                return isArgument(visit, word, argument) ? run(visit, word, argument) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The word may be in any writing; what follows it is left as it was typed. */
    private static boolean begins(String said, String word) {
        return said.length() >= word.length()
                && TextNormalizer.folded(said.substring(0, word.length())).equals(word);
    }

    /** 通过了几个 and 暂停的有谁 are questions; 通过 12 and 暂停张三 are not. */
    private boolean isArgument(DeskContext visit, String word, String argument) {
        if (argument.isBlank() || !Character.isLetterOrDigit(argument.codePointAt(0))) {
            return true;
        }
        if (Character.isDigit(argument.charAt(0))
                || List.of("催办", "群发", "导出", "导入").contains(word)) {
            return true;
        }
        if (List.of("通过", "退回", "材料已收").contains(word)) {
            return argument.matches("\\p{IsHan}+\\d.*");
        }
        boolean named = People.isNamed(visit, argument);
        return named || ask(visit, word + argument).isEmpty();
    }

    private Optional<ParsedQuestion> ask(DeskContext visit, String text) {
        return read.apply(visit, text).filter(r -> r.unknown().isEmpty());
    }

    private List<Say> confirm(DeskContext visit) {
        Optional<DeskQuestions.Open> open =
                visit.tables().deskQuestions().of(visit.asker().id());
        visit.tables().deskQuestions().close(visit.asker().id());
        return open.flatMap(question -> switch (question.kind()) {
                    case Reminding.QUESTION -> Optional.of(new Reminding(visit).start(question.details()));
                    case SelectedReview.QUESTION -> Optional.of(new SelectedReview(visit).start(question.details()));
                    case Broadcast.QUESTION -> Optional.of(new Broadcast(visit).start(question.details()));
                    default -> Optional.<List<Say>>empty();
                })
                .orElseGet(() -> List.of(DeskPhrases.NOTHING_TO_CONFIRM.say()));
    }

    private static boolean hasOpen(DeskContext visit) {
        return visit.tables().deskQuestions().of(visit.asker().id()).isPresent();
    }

    private static List<Say> drop(DeskContext visit) {
        boolean open = hasOpen(visit);
        visit.tables().deskQuestions().close(visit.asker().id());
        return List.of(open ? DeskPhrases.DROPPED.say() : DeskPhrases.NOTHING_TO_CONFIRM.say());
    }

    public static String bare(String text) {
        return NormalizedText.plain(text);
    }
}
