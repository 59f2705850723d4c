package gradcheck.desk.ask;

import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.status.StudentState;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what the tokens of one question say. */
final class QuestionParser {
    private static final Set<String> ALWAYS_SHOWN = Set.of("XM", "XH", "BH");

    private final Fields fields;
    private final NameIndex known;
    private final LocalDate today;
    private final States states;
    private final List<ParsedQuestion.PlaceNamed> places = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private Optional<QuestionKind> ask = Optional.empty();
    private Optional<DateRange> span = Optional.empty();
    private final Map<Topic, String> topics = new EnumMap<>(Topic.class);
    private Optional<GroupBy> by = Optional.empty();
    private String byWords = "";
    private String field = "";
    private String fieldWords = "";
    private String number = "";
    private String pending = "";
    private boolean refines;
    private boolean reachesOn;
    private boolean follows;
    private boolean turns;
    private boolean asksWhether;
    private boolean isLacking;

    QuestionParser(DeskLexicon lexicon, Fields fields, NameIndex known, LocalDate today) {
        this.fields = fields;
        states = new States(lexicon);
        this.known = known;
        this.today = today;
    }

    Optional<ParsedQuestion> fold(List<Token> tokens) {
        asksWhether = !tokens.isEmpty() && tokens.get(tokens.size() - 1).text().matches("[吗么嘛]");
        follows = !tokens.isEmpty() && tokens.get(tokens.size() - 1).text().equals("呢");
        tokens.stream()
                .filter(token -> token.kind() == Token.Kind.TOPIC)
                .forEach(token -> states.about(Topic.valueOf(token.value())));
        for (int i = 0; i < tokens.size(); i++) {
            take(tokens.get(i), tokens.subList(i + 1, tokens.size()));
        }
        settle();
        boolean isQuestion = ask.isPresent()
                || !states.isEmpty()
                || !places.isEmpty()
                || !people.isEmpty()
                || !number.isEmpty()
                || by.isPresent()
                || (follows && span.isPresent())
                || (refines && unknown.isEmpty());
        return isQuestion ? Optional.of(reading()) : Optional.empty();
    }

    private void take(Token token, List<Token> rest) {
        if (token.kind() != Token.Kind.UNKNOWN
                && token.kind() != Token.Kind.CLASS_NUMBER
                && token.kind() != Token.Kind.BY) {
            settle();
        }
        switch (token.kind()) {
            case ASK -> {
                ask(QuestionKind.valueOf(token.value()));
                isLacking |= token.text().matches("还?[差剩](?:几个|多少)");
            }
            case STATE -> states.state(token);
            case VERB -> states.verb(token, rest);
            case NEGATION -> states.negation(rest);
            case WEAK -> states.weak(token);
            case TIME -> span(DateRange.of(DateRange.Word.valueOf(token.value()), today));
            case WEEKDAY -> weekday(token.value());
            case DATE -> date(token);
            case DAYS -> span(new DateRange(today.minusDays(Long.parseLong(token.value()) - 1), today));
            case BY -> by(token);
            case REFINE -> refines |= states.isEmpty() || !token.text().matches("(?:里面|其中)的?");
            case TURN -> {
                unknown.add(token.text());
                turns = true;
            }
            case TOPIC -> topics.put(Topic.valueOf(token.value()), token.text());
            case ACT -> ask = Optional.of(QuestionKind.valueOf(token.value()));
            case FIELD -> field(token);
            case PERSON -> people.add(token.value());
            case NUMBER -> number = token.value();
            case COLLEGE, CLASS, MAJOR -> place(token);
            case CLASS_NUMBER -> classNumber(token);
            case UNKNOWN -> pending = token.text();
            case NOISE -> small(token.text());
        }
        reachesOn &= token.kind() == Token.Kind.NOISE;
    }

    /** A word that belongs to nothing after it was not understood. */
    private void settle() {
        if (!pending.isEmpty()) {
            unknown.add(pending);
            pending = "";
        }
    }

    private void ask(QuestionKind asked) {
        if (ask.isEmpty() || weight(asked) > weight(ask.get())) {
            ask = Optional.of(asked);
        }
    }

    /** Where two are named the one that says more: 哪个班进度最差 asks for the last one, not for the progress. */
    private int weight(QuestionKind asked) {
        return switch (asked) {
            case COUNT, LIST -> 1;
            case RATE -> ask.filter(a -> a == QuestionKind.LIST).isPresent() ? 0 : 2;
            default -> 3;
        };
    }

    private void field(Token token) {
        field = token.value();
        fieldWords = token.text();
    }

    private void by(Token token) {
        GroupBy value = GroupBy.valueOf(token.value());
        if (!pending.isEmpty() && token.text().matches("班|班级|学院|专业")) {
            unknown.add(pending + token.text());
            pending = "";
            return;
        }
        settle();
        by = Optional.of(value);
        byWords = token.text();
    }

    private void small(String words) {
        isLacking |= words.matches("还差|还剩|剩下");
        reachesOn = span.isPresent() && words.matches("到|至");
        if (words.equals("到现在")) {
            span = span.map(s -> new DateRange(s.from(), today));
        }
    }

    /** 昨天到今天 is one stretch. */
    private void span(DateRange named) {
        span = Optional.of(
                reachesOn ? span.map(s -> new DateRange(s.from(), named.to())).orElse(named) : named);
    }

    private void weekday(String value) {
        int day = Math.min(7, Integer.parseInt(value.replaceAll("[^1-8]", "")));
        DateRange named = DateRange.of(DayOfWeek.of(day), value.startsWith("-"), today);
        span(value.endsWith("+") ? new DateRange(named.from(), today) : named);
    }

    private void date(Token token) {
        String[] parts = token.value().replace("+", "").split("-", -1);
        try {
            LocalDate day = LocalDate.of(today.getYear(), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            span(new DateRange(day, token.value().endsWith("+") ? today : day));
        } catch (DateTimeException e) {
            unknown.add(token.text());
        }
    }

    private void place(Token token) {
        ParsedQuestion.PlaceNamed.Kind kind =
                ParsedQuestion.PlaceNamed.Kind.valueOf(token.kind().name());
        places.add(new ParsedQuestion.PlaceNamed(token.text(), kind, token.names()));
    }

    private void classNumber(Token token) {
        List<String> classes = known.classes(pending, token.value());
        if (classes.isEmpty()) {
            unknown.add(pending + token.text());
        } else {
            places.add(new ParsedQuestion.PlaceNamed(
                    pending + token.text(), ParsedQuestion.PlaceNamed.Kind.CLASS, classes));
        }
        pending = "";
    }

    private ParsedQuestion reading() {
        ofField();
        ofTopics();
        if (isLacking && states.isEmpty() && !refines && people.isEmpty()) {
            // 还差几个: of whatever else nothing was said.
            states.add(StudentState.UNCONFIRMED);
        }
        unknown.addAll(states.contradictions());
        boolean named = !people.isEmpty() || !number.isEmpty();
        Set<StudentState> narrowed = states.narrowed();
        return new ParsedQuestion(
                wanted(named),
                narrowed,
                known.together(places),
                span,
                by,
                field,
                people,
                number,
                refines || isLeftOut(),
                manner(),
                unknown);
    }

    private ParsedQuestion.Manner manner() {
        if (turns || asksWhether) {
            return ParsedQuestion.Manner.WHOLE;
        }
        if (ask.isPresent() || by.isPresent()) {
            return ParsedQuestion.Manner.ASKED;
        }
        return follows ? ParsedQuestion.Manner.FOLLOWING : ParsedQuestion.Manner.IMPLIED;
    }

    private QuestionKind wanted(boolean named) {
        if (named
                && ask.filter(a -> a == QuestionKind.REMIND || a == QuestionKind.REVIEWER)
                        .isEmpty()) {
            return QuestionKind.DETAIL;
        }
        if (by.filter(b -> b == GroupBy.FIELD).isPresent()) {
            return QuestionKind.FIELDS;
        }
        QuestionKind said = ask.orElseGet(this::unsaid);
        return said == QuestionKind.CHANGES && !states.isEmpty() ? QuestionKind.COUNT : said;
    }

    /** 还有谁 alone is about what was just said. */
    private boolean isLeftOut() {
        return ask.filter(a -> a == QuestionKind.LIST).isPresent()
                && states.isEmpty()
                && places.isEmpty()
                && by.isEmpty()
                && people.isEmpty()
                && number.isEmpty()
                && unknown.isEmpty();
    }

    private void ofTopics() {
        boolean named = !people.isEmpty() || !number.isEmpty();
        topics.forEach((topic, words) -> {
            if (topic == Topic.PHOTO
                    && states.isEmpty()
                    && ask.filter(a -> a == QuestionKind.RATE).isPresent()) {
                states.add(StudentState.COLLECTED);
            } else if (!named && !topic.isIn(states.all())) {
                unknown.add(words);
            }
        });
    }

    /** A field's name says which corrections are meant; without a word of them it is a column everybody sees, or nothing. */
    private void ofField() {
        boolean isOfCorrections = states.areOfCorrections();
        if (field.isEmpty() && isOfCorrections && byWords.matches("专业|班级|学院")) {
            field = fields.named(byWords).map(RecordField::code).orElse("");
            by = Optional.empty();
        }
        if (!field.isEmpty() && !isOfCorrections) {
            if (!ALWAYS_SHOWN.contains(field)) {
                unknown.add(fieldWords);
            }
            field = "";
        } else if (!field.isEmpty()) {
            states.widen();
        }
    }

    /** What is wanted where nobody said so: who, where a state is named; how far, where only a place is. */
    private QuestionKind unsaid() {
        if (states.asksWhether() || (states.isEmpty() && !refines)) {
            return QuestionKind.RATE;
        }
        return by.filter(b -> b != GroupBy.FIELD).isPresent() ? QuestionKind.RANK : QuestionKind.LIST;
    }
}
