package gradcheck.desk.ask;

import gradcheck.desk.ask.Selector.By;
import gradcheck.desk.ask.Selector.Order;
import gradcheck.desk.ask.Selector.Part;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an order about some of a list; every sign of it is understood, or it is none, for it would act. */
final class SelectorParser {
    private static final String COUNT = "([0-9]{1,4}|[一二三四五六七八九十两]{1,2})";
    private static final String UNIT = "(?:个|条|位|行|名|项)";
    private static final Pattern RANGE =
            Pattern.compile("(第?)([0-9]{1,5})(?:号|条|个)?\\s*(?:到|至|-|~|—)+\\s*第?([0-9]{1,5})(?:号|条|个)?");
    private static final Pattern FIRST = Pattern.compile("(?:前面?|头)" + COUNT + UNIT);
    private static final Pattern LAST = Pattern.compile("(?:最后|后面?|末尾?)" + COUNT + UNIT);
    private static final Pattern FROM_END = Pattern.compile("倒数第?" + COUNT + UNIT + "?");
    private static final Pattern NTH = Pattern.compile("第" + COUNT + "(?:" + UNIT + "|(?![0-9号]))");
    private static final Pattern NUMBER =
            Pattern.compile("(?:编号|更正|第)?\\s*([1-9][0-9]{0,4})(?:号|条)?(?![0-9个位名班级届月年日天点])");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；.。!！~:：]+");
    /** Asked, not ordered. */
    private static final Pattern ASKS =
            Pattern.compile(".*(?:[吗么没的?？]|了吧|没有)[\\s。!！]*|.*(?:谁|多少|哪|怎么|为什么|为啥|(?<![那这前后头])几).*", Pattern.DOTALL);

    private final DeskLexicon lexicon;
    private final Fields fields;
    private final NameIndex names;
    private final String said;
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> but = new ArrayList<>();
    private Optional<Order> order = Optional.empty();
    private boolean leavesOut;
    private boolean isAll;
    private String rest = "";

    private SelectorParser(DeskLexicon lexicon, Fields fields, NameIndex names, String said) {
        this.lexicon = lexicon;
        this.fields = fields;
        this.names = names;
        this.said = said;
    }

    static Optional<Selector> read(String text, DeskLexicon lexicon, Fields fields, NameIndex known) {
        String said = PlainText.narrow(text);
        return new SelectorParser(lexicon, fields, known, said).read();
    }

    private Optional<Selector> read() {
        int at = 0;
        while (at < said.length()) {
            int next = next(at);
            if (next == at) {
                boolean hasReason =
                        order.filter(o -> o != Order.PASS && o != Order.REMIND).isPresent();
                if (!hasReason || (parts.isEmpty() && !isAll)) {
                    return Optional.empty();
                }
                rest = said.substring(at).strip();
                next = said.length();
            }
            at = next;
        }
        String ordered = said.substring(0, said.length() - rest.length());
        boolean isMixed = parts.stream().anyMatch(p -> p.by() == By.NUMBER)
                && parts.stream().anyMatch(p -> p.by() == By.PERSON || p.by() == By.PLACE);
        boolean isAbout = isAll || !parts.isEmpty() || !but.isEmpty();
        return order.filter(o -> isAbout && !isMixed && !ASKS.matcher(ordered).matches())
                .map(o -> new Selector(o, parts.isEmpty(), parts, but, rest));
    }

    /** The end of the piece that begins here; the same place where nothing is known to. */
    private int next(int at) {
        Matcher between = BETWEEN.matcher(said).region(at, said.length());
        if (between.lookingAt()) {
            return between.end();
        }
        int name = longest(at, this::isName);
        int pattern = name > at ? name : numbered(at);
        return pattern > at ? pattern : longest(at, text -> isOrder(text) || isSelecting(text));
    }

    private int numbered(int at) {
        return matched(
                        RANGE,
                        at,
                        m -> add(m.group(1).isEmpty() ? By.NUMBER : By.LINE, m, count(m.group(2)), count(m.group(3))))
                .or(() -> matched(FIRST, at, m -> add(By.LINE, m, 1, count(m.group(1)))))
                .or(() -> matched(FROM_END, at, m -> add(By.LINE, m, -count(m.group(1)), -count(m.group(1)))))
                .or(() -> matched(LAST, at, m -> add(By.LINE, m, -count(m.group(1)), -1)))
                .or(() -> matched(NTH, at, m -> add(By.LINE, m, count(m.group(1)), count(m.group(1)))))
                .or(() -> matched(NUMBER, at, m -> add(By.NUMBER, m, count(m.group(1)), count(m.group(1)))))
                .orElse(at);
    }

    private static int count(String number) {
        return Integer.parseInt(QuestionTokens.digits(number));
    }

    private Optional<Integer> matched(Pattern pattern, int at, Consumer<Matcher> found) {
        Matcher matcher = pattern.matcher(said).region(at, said.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        found.accept(matcher);
        return Optional.of(matcher.end());
    }

    private void add(By by, Matcher m, int from, int to) {
        add(new Part(by, m.group().strip(), Math.min(from, to), Math.max(from, to), List.of()));
    }

    private void add(Part part) {
        (leavesOut ? but : parts).add(part);
    }

    private int longest(int at, Predicate<String> known) {
        int most = Math.min(said.length() - at, Math.max(lexicon.longest(), names.longest()));
        for (int length = most; length > 0; length--) {
            String text = said.substring(at, at + length);
            if (known.test(text)) {
                return at + length;
            }
        }
        return at;
    }

    private boolean isName(String text) {
        if (text.length() < 2 || BETWEEN.matcher(text).find()) {
            return false;
        }
        if (names.isPerson(text)) {
            add(new Part(By.PERSON, text, 0, 0, List.of(text)));
            return true;
        }
        String plain = PlainText.of(text);
        Optional<RecordField> field = fields.inOrder().stream()
                .filter(f ->
                        f.names().stream().anyMatch(name -> PlainText.of(name).equals(plain)))
                .findFirst();
        if (field.isPresent()) {
            add(new Part(By.FIELD, text, 0, 0, List.of(field.get().code())));
            return true;
        }
        Optional<NameIndex.Hit> place = names.place(plain).or(() -> names.classSaid(plain));
        place.ifPresent(hit -> add(new Part(By.PLACE, text, 0, 0, hit.names())));
        return place.isPresent();
    }

    /** Two different orders are none: which of them is meant of whom nobody knows. */
    private boolean isOrder(String text) {
        Optional<Order> named = lexicon.order(text);
        boolean fits = named.isPresent() && (order.isEmpty() || order.equals(named));
        if (fits) {
            order = named;
            leavesOut = false;
        }
        return fits;
    }

    private boolean isSelecting(String text) {
        Optional<Selector.Word> word = lexicon.selecting(text);
        word.ifPresent(w -> {
            switch (w) {
                case ALL, THESE -> {
                    isAll = true;
                    leavesOut = false;
                }
                case BUT -> leavesOut = true;
                case SMALL -> {}
            }
        });
        return word.isPresent();
    }
}
