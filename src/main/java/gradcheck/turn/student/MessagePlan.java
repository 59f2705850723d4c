package gradcheck.turn.student;

import gradcheck.language.Language;
import gradcheck.language.WordGroup;
import gradcheck.turn.IntentReplies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a message of several parts comes to, thought through before anything is done: the parts that answer the open question
 * and those that follow, then the orders, and what is left over.
 */
final class MessagePlan {
    private static final int MOST = 12;
    /** As many parts may make one answer together. */
    private static final int LONGEST_SPAN = 4;
    /** The words of interface.md §6 that answer a question. */
    private static final Pattern FIXED = Pattern.compile("已阅读?|无误|我确认|\\d");
    /** Words that only lead up to what is said. */
    private static final Pattern LEAD = Pattern.compile(
            "^(?:我?(?:是|都|刚|刚才|刚刚|就|已经)*说(?:的是|了|过了?)?|我意思是|对了|不过|然后|还有|另外|顺便|那个|就是|那|诶|哎|嗯|哦)(?=\\S{2})");
    /** What follows belongs to what was said before it: 看到了但是是旧的. */
    private static final Pattern JOINS = Pattern.compile("但|不过|只是|可是");

    /** It may take back, or put off, what stands beside it. */
    private static final Pattern TAKES_BACK =
            Pattern.compile("不对|等等|等下|等一下|错了|不是|先别|先不|算了|取消|还没|没有|别|不要|有误|有问题|除了|但是?|可是|^(?:就|只|唯独)");

    private final IntentReplies understood;
    private final Language language;
    private final String text;
    private final List<Segments.Segment> segments;
    private final List<String> parts;
    private final List<Optional<StudentCommand>> orders;
    private final boolean[] used;
    private final List<String> answers = new ArrayList<>();
    private final List<StudentCommand> commands = new ArrayList<>();
    private Trial at;
    private boolean isTorn;

    /** Parts that answer the open question together. */
    private record Reading(int from, int to, String said, Trial next) {}

    private MessagePlan(String text, Trial from, IntentReplies understood) {
        this.understood = understood;
        this.language = from.flows().language();
        this.text = text;
        this.segments = Segments.of(text);
        this.parts = IntStream.range(0, segments.size()).mapToObj(this::bare).toList();
        this.orders = parts.stream().map(understood::order).toList();
        this.used = new boolean[segments.size()];
        this.at = from;
    }

    /** Empty where the message has one part only, where no part does anything, or where one may take another back. */
    static Optional<MessagePlan> of(String text, Trial from, IntentReplies understood) {
        MessagePlan plan = new MessagePlan(text.strip(), from, understood);
        int parts = plan.segments.size();
        boolean isOne = parts < 2 || parts > MOST || plan.language.hear(text).holds(WordGroup.CORRECTS);
        return isOne || !plan.isMade(from) ? Optional.empty() : Optional.of(plan);
    }

    /** Whether the message begins with a word that wins over all the rest. */
    static boolean isLed(String text, Trial from) {
        List<String> parts = SpokenParts.parts(text);
        String first = parts.isEmpty() ? "" : SpokenParts.number(parts.get(0));
        boolean isNumber = !first.isEmpty() && Character.isDigit(first.charAt(0));
        return FIXED.matcher(first).matches() && !(isNumber && from.numbersNameFields());
    }

    List<String> answers() {
        return answers;
    }

    List<StudentCommand> commands() {
        return commands;
    }

    /** What none of the acts covers, each run of parts together; what says nothing of its own is left out. */
    List<String> left() {
        List<String> left = new ArrayList<>();
        int from = 0;
        while (from < used.length) {
            int to = from;
            while (to < used.length && !used[to]) {
                to++;
            }
            if (to > from && IntStream.range(from, to).anyMatch(i -> !isEmpty(i))) {
                left.add(LEAD.matcher(span(from, to)).replaceFirst(""));
            }
            from = Math.max(to, from + 1);
        }
        return left;
    }

    private boolean isMade(Trial from) {
        if (from.takesWords()) {
            return isPicked();
        }
        if (isLed(text, from) || !from.concerns(text)) {
            return isMadeOfParts();
        }
        Optional<Trial> whole = from.after(text);
        boolean isAllOfIt = IntStream.range(0, used.length).noneMatch(i -> isMore(i, from, whole));
        if (!isAllOfIt && isMadeOfParts() && left().isEmpty()) {
            return true;
        }
        whole.ifPresent(after -> takeWhole(from, after));
        return whole.isPresent() && answers.size() > 1;
    }

    /** Whether a part says something that the message, heard as one answer, does not. */
    private boolean isMore(int piece, Trial from, Optional<Trial> whole) {
        Optional<Trial> alone = from.after(part(piece));
        boolean isLost =
                alone.filter(heard -> !whole.map(heard::isWithin).orElse(false)).isPresent();
        return isLost || (alone.isEmpty() && orders.get(piece).isPresent());
    }

    private boolean isMadeOfParts() {
        takeAnswers();
        takeOrders();
        return !(answers.isEmpty() && commands.isEmpty()) && !isTorn && !isDoubtful();
    }

    /** Where any words would do, only a number of what is offered can be told from them. */
    private boolean isPicked() {
        String first = SpokenParts.number(span(0, 1));
        Optional<Trial> after = first.matches("\\d") ? at.after(first) : Optional.empty();
        after.ifPresent(next -> {
            take(new Reading(0, 1, first, next));
            takeAnswers();
        });
        return after.isPresent() && !isTorn && !isDoubtful();
    }

    private void takeAnswers() {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = takeLongest(false) || takeSplit() || (isOnlyNod() && takeLongest(true));
        }
    }

    /** The message is one answer; parts that are none of it may answer what is asked next. */
    private void takeWhole(Trial from, Trial after) {
        answers.clear();
        commands.clear();
        answers.add(text);
        at = after;
        isTorn = false;
        Trial asked = from.from(after);
        for (int i = 0; i < used.length; i++) {
            used[i] = asked.concerns(part(i));
            if (used[i]) {
                takeEnd(part(i), asked);
            }
        }
        takeAnswers();
        // What stays belongs to the answer that was heard, unless it asks something.
        for (int i = 0; i < used.length; i++) {
            used[i] |= !isQuestion(part(i));
        }
    }

    /** 本人没错没换过: the end of a part may answer what is asked next. */
    private void takeEnd(String part, Trial from) {
        if (!from.asksForFacts() || JOINS.matcher(part).find()) {
            return;
        }
        for (int cut = 2; cut <= part.length() - 2; cut++) {
            String end = part.substring(cut);
            Optional<Trial> after = from.concerns(end) ? Optional.empty() : at.after(end);
            if (after.isPresent() && from.concerns(part.substring(0, cut))) {
                answers.add(end);
                at = after.get();
                return;
            }
        }
    }

    /** Whether nothing is said but a nod. */
    private boolean isOnlyNod() {
        return answers.isEmpty()
                && IntStream.range(0, used.length)
                        .allMatch(i -> language.hear(part(i)).isSmall() || !understood.isSerious(part(i)));
    }

    private boolean takeLongest(boolean evenNods) {
        Optional<Reading> reading = longest(evenNods);
        if (reading.isEmpty()) {
            return false;
        }
        List<Integer> against = against(reading.get());
        if (against.isEmpty()) {
            take(reading.get());
            return true;
        }
        int from = Math.min(reading.get().from(), against.get(0));
        int to = Math.max(reading.get().to(), against.get(against.size() - 1) + 1);
        Optional<Reading> together = read(from, to, span(from, to));
        together.ifPresentOrElse(this::take, () -> isTorn = true);
        return together.isPresent();
    }

    private Optional<Reading> longest(boolean evenNods) {
        for (int i = 0; i < used.length; i++) {
            boolean isAgain = !answers.isEmpty() && language.hear(part(i)).is(WordGroup.CANCEL);
            used[i] |= isAgain || at.isRepeated(part(i));
        }
        for (int length = Math.min(LONGEST_SPAN, used.length); length > 0; length--) {
            for (int from = 0; from + length <= used.length; from++) {
                boolean mayBe = isFree(from, from + length) && (evenNods || !isNod(from, from + length));
                Optional<Reading> reading = mayBe ? read(from, from + length) : Optional.empty();
                if (reading.isPresent()) {
                    return reading;
                }
            }
        }
        return Optional.empty();
    }

    /** Parts that answer on their own are no one answer; what is said in other words than the fixed ones counts as those. */
    private Optional<Reading> read(int from, int to) {
        if (to - from == 1) {
            String said = part(from);
            return read(from, to, said).or(() -> understood.fixedWord(said).flatMap(word -> read(from, to, word)));
        }
        boolean isSpread = IntStream.range(from, to)
                .anyMatch(i -> at.after(part(i)).isPresent()
                        || orders.get(i).isPresent()
                        || (!at.isShown() && at.isBare(part(i))));
        return isSpread ? Optional.empty() : read(from, to, span(from, to));
    }

    private Optional<Reading> read(int from, int to, String said) {
        return at.after(said).map(next -> new Reading(from, to, said, next));
    }

    /** Parts that answer the same question otherwise, and not the one that follows. */
    private List<Integer> against(Reading reading) {
        if (isShownNumber(reading)) {
            return List.of();
        }
        return IntStream.range(0, used.length)
                .filter(i -> !used[i] && (i < reading.from() || i >= reading.to()) && !isNod(i, i + 1))
                .filter(i -> at.after(part(i))
                        .filter(other -> !other.isAlike(reading.next()))
                        .isPresent())
                .filter(i -> reading.next().after(part(i)).isEmpty()
                        && !reading.next().isRepeated(part(i)))
                .boxed()
                .toList();
    }

    /** The number of what was offered is plain, whatever stands beside it. */
    private boolean isShownNumber(Reading reading) {
        return answers.isEmpty() && reading.said().matches("\\d");
    }

    private void take(Reading reading) {
        answers.add(reading.said());
        at = reading.next();
        for (int i = reading.from(); i < reading.to(); i++) {
            used[i] = true;
        }
    }

    /** 本人没错没换过: two answers without a sign between them. */
    private boolean takeSplit() {
        for (int i = 0; i < used.length; i++) {
            if (!used[i] && !isQuestion(part(i)) && isSplit(part(i))) {
                used[i] = true;
                return true;
            }
        }
        return false;
    }

    private boolean isSplit(String said) {
        for (int cut = said.length() - 2; cut >= 2; cut--) {
            String first = said.substring(0, cut);
            String second = said.substring(cut);
            Optional<Trial> after = at.after(first);
            Optional<Trial> then = after.flatMap(next -> next.after(second));
            if (then.isPresent()) {
                answers.add(first);
                answers.add(second);
                at = then.get();
                return true;
            }
        }
        return false;
    }

    private void takeOrders() {
        for (int i = 0; i < used.length; i++) {
            Optional<StudentCommand> order = used[i] ? Optional.empty() : orders.get(i);
            order.filter(command -> !commands.contains(command)).ifPresent(commands::add);
            used[i] |= order.isPresent();
        }
    }

    private boolean isDoubtful() {
        return IntStream.range(0, used.length)
                .filter(i -> !used[i] && !isEmpty(i))
                .mapToObj(this::part)
                .anyMatch(part -> TAKES_BACK.matcher(part).find() && !isQuestion(part));
    }

    private boolean isQuestion(String part) {
        return understood.isQuestion(part) || language.hear(part).isQuestion();
    }

    private boolean isFree(int from, int to) {
        return IntStream.range(from, to).noneMatch(i -> used[i]);
    }

    /** 好, 嗯: an answer only where nothing else in the message is one. */
    private boolean isNod(int from, int to) {
        return to - from == 1 && language.hear(part(from)).is(WordGroup.INTERJECTIONS);
    }

    private boolean isEmpty(int piece) {
        String part = part(piece);
        return !understood.isSerious(part)
                || understood.isComplaint(part)
                || language.hear(part).isSmall()
                || at.isRepeated(part)
                || at.isEarly(part);
    }

    private String part(int piece) {
        return parts.get(piece);
    }

    private String bare(int piece) {
        String said = span(piece, piece + 1);
        String number = SpokenParts.number(said);
        String bare = LEAD.matcher(number).replaceFirst("");
        return SpokenParts.isLed(bare) ? bare.replaceFirst("^(?:我?选|第)", "") : bare;
    }

    private String span(int from, int to) {
        return text.substring(segments.get(from).from(), segments.get(to - 1).to());
    }
}
