package gradcheck.desk.ask;

import gradcheck.store.Condition;
import gradcheck.verification.Fields;
import gradcheck.verification.RecordField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the pieces of a question together: subject × state × question × time. What it can't place it names; it never
 * leaves out a word that might have narrowed the answer.
 */
public final class Grammar {
    private static final Set<Condition> OF_CORRECTIONS = EnumSet.of(
            Condition.CORRECTED,
            Condition.ANY_CORRECTION,
            Condition.PENDING,
            Condition.MATERIAL_DUE,
            Condition.MATERIAL_SENT,
            Condition.MATERIAL_RECEIVED,
            Condition.WITH_OFFICE,
            Condition.PASSED,
            Condition.SENT_BACK,
            Condition.WITHDRAWN,
            Condition.IN_SYSTEM,
            Condition.TO_REVIEW);

    /** Nobody is two of these: who names both means either, and that can't be asked. */
    private static final List<Set<Condition>> EXCLUSIVE = List.of(
            EnumSet.of(Condition.MALE, Condition.FEMALE), EnumSet.range(Condition.HONG_KONG, Condition.PASSPORT));

    private static final Set<String> ALWAYS_SHOWN = Set.of("XM", "XH", "BH");

    private static final Set<Condition> SPECIFIC = EnumSet.range(Condition.ANY_CORRECTION, Condition.IN_SYSTEM);

    private final Lexicon lexicon;
    private final Fields fields;

    public Grammar(Lexicon lexicon, Fields fields) {
        this.lexicon = lexicon;
        this.fields = fields;
    }

    /** The words students' names may be hidden in. */
    public static List<String> candidates(String plain) {
        List<String> candidates = new ArrayList<>();
        for (int from = 0; from < plain.length(); from++) {
            for (int length = 2; length <= LONGEST_NAME && from + length <= plain.length(); length++) {
                candidates.add(plain.substring(from, from + length));
            }
        }
        return candidates;
    }

    /** Most names have two or three signs; those of some peoples are longer. */
    private static final int LONGEST_NAME = 12;

    /** Empty when nothing in it is a question for the desk. */
    public Optional<Reading> read(String said, Known known, LocalDate today) {
        List<Token> tokens = Tokens.of(Plain.of(said), lexicon, fields, known);
        return new Folding(known, today).fold(tokens);
    }

    /** Gathers what the tokens of one question say. */
    private final class Folding {
        private final Known known;
        private final LocalDate today;
        private final Set<Condition> states = EnumSet.noneOf(Condition.class);
        private final List<Reading.PlaceNamed> places = new ArrayList<>();
        private final List<String> people = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private Optional<Ask> ask = Optional.empty();
        private Optional<Span> span = Optional.empty();
        private final Map<Condition, String> stateWords = new EnumMap<>(Condition.class);
        private final Map<Topic, String> topics = new EnumMap<>(Topic.class);
        private Optional<By> by = Optional.empty();
        private String byWords = "";
        private String field = "";
        private String fieldWords = "";
        private String number = "";
        private String pending = "";
        private boolean refines;
        private boolean denies;
        private boolean whether;

        Folding(Known known, LocalDate today) {
            this.known = known;
            this.today = today;
        }

        Optional<Reading> fold(List<Token> tokens) {
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
                case ASK -> ask(Ask.valueOf(token.value()));
                case STATE -> {
                    states.add(Condition.valueOf(token.value()));
                    stateWords.put(Condition.valueOf(token.value()), token.text());
                }
                case VERB -> verb(token, rest);
                case NEGATION -> negation(rest);
                case TIME -> span = Optional.of(Span.of(Span.Word.valueOf(token.value()), today));
                case DATE -> date(token);
                case DAYS -> span = Optional.of(new Span(today.minusDays(Long.parseLong(token.value()) - 1), today));
                case BY -> by(token);
                case REFINE -> refines = true;
                case TOPIC -> topics.put(Topic.valueOf(token.value()), token.text());
                case ACT -> ask = Optional.of(Ask.valueOf(token.value()));
                case FIELD -> field(token);
                case PERSON -> people.add(token.value());
                case NUMBER -> number = token.value();
                case COLLEGE, CLASS, MAJOR -> place(token);
                case CLASS_NUMBER -> classNumber(token);
                case UNKNOWN -> pending = token.text();
                case NOISE -> {}
            }
        }

        /** A word that belongs to nothing after it was not understood. */
        private void settle() {
            if (!pending.isEmpty()) {
                unknown.add(pending);
                pending = "";
            }
        }

        private void ask(Ask asked) {
            if (ask.isEmpty() || weight(asked) > weight(ask.get())) {
                ask = Optional.of(asked);
            }
        }

        /** Where two are named the one that says more: 哪个班进度最差 asks for the last one, not for the progress. */
        private int weight(Ask asked) {
            return switch (asked) {
                case COUNT, LIST -> 1;
                case RATE -> ask.filter(a -> a == Ask.LIST).isPresent() ? 0 : 2;
                default -> 3;
            };
        }

        private void verb(Token token, List<Token> rest) {
            boolean asksEither = rest.stream()
                    .filter(t -> t.kind() != Token.Kind.NOISE)
                    .findFirst()
                    .filter(t -> t.kind() == Token.Kind.NEGATION)
                    .isPresent();
            Lexicon.Polarity polarity = lexicon.polarity(token.value());
            if (denies) {
                states.add(polarity.denied());
            } else if (!asksEither) {
                states.add(polarity.plain());
            } else {
                whether = true;
            }
            denies = false;
        }

        /** Before a verb it denies; at the end it asks. */
        private void negation(List<Token> rest) {
            boolean verbFollows = rest.stream().anyMatch(t -> t.kind() == Token.Kind.VERB);
            denies = verbFollows;
            whether |= !verbFollows;
        }

        private void field(Token token) {
            field = token.value();
            fieldWords = token.text();
        }

        private void by(Token token) {
            By value = By.valueOf(token.value());
            if (!pending.isEmpty() && token.text().matches("班|班级|学院|专业")) {
                unknown.add(pending + token.text());
                pending = "";
                return;
            }
            settle();
            by = Optional.of(value);
            byWords = token.text();
        }

        private void date(Token token) {
            String[] parts = token.value().replace("+", "").split("-", -1);
            try {
                LocalDate day = LocalDate.of(today.getYear(), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                span = Optional.of(new Span(day, token.value().endsWith("+") ? today : day));
            } catch (DateTimeException e) {
                unknown.add(token.text());
            }
        }

        private void place(Token token) {
            Reading.PlaceNamed.Kind kind =
                    Reading.PlaceNamed.Kind.valueOf(token.kind().name());
            places.add(new Reading.PlaceNamed(token.text(), kind, token.names()));
        }

        private void classNumber(Token token) {
            List<String> classes = known.classes(pending, token.value());
            if (classes.isEmpty()) {
                unknown.add(pending + token.text());
            } else {
                places.add(new Reading.PlaceNamed(pending + token.text(), Reading.PlaceNamed.Kind.CLASS, classes));
            }
            pending = "";
        }

        private Reading reading() {
            ofField();
            ofTopics();
            ofKinds();
            boolean named = !people.isEmpty() || !number.isEmpty();
            if (states.stream().anyMatch(SPECIFIC::contains)) {
                states.remove(Condition.CORRECTED);
            }
            return new Reading(
                    wanted(named), states, places, span, by, field, people, number, refines || isLeftOut(), unknown);
        }

        private Ask wanted(boolean named) {
            if (named && ask.filter(a -> a == Ask.REMIND).isEmpty()) {
                return Ask.DETAIL;
            }
            if (by.filter(b -> b == By.FIELD).isPresent()) {
                return Ask.FIELDS;
            }
            Ask said = ask.orElseGet(this::unsaid);
            return said == Ask.CHANGES && !states.isEmpty() ? Ask.COUNT : said;
        }

        /** 还有谁 alone is about what was just said. */
        private boolean isLeftOut() {
            return ask.filter(a -> a == Ask.LIST).isPresent()
                    && states.isEmpty()
                    && places.isEmpty()
                    && by.isEmpty()
                    && people.isEmpty()
                    && number.isEmpty()
                    && unknown.isEmpty();
        }

        private void ofKinds() {
            if (states.containsAll(List.of(Condition.HONG_KONG, Condition.MACAU))) {
                states.removeAll(List.of(Condition.HONG_KONG, Condition.MACAU));
                states.add(Condition.HONG_KONG_OR_MACAU);
            }
            for (Set<Condition> kinds : EXCLUSIVE) {
                Set<Condition> named = EnumSet.copyOf(kinds);
                named.retainAll(states);
                if (named.size() > 1) {
                    states.removeAll(named);
                    unknown.add(named.stream()
                            .map(state -> stateWords.getOrDefault(state, ""))
                            .collect(Collectors.joining("、")));
                }
            }
        }

        private void ofTopics() {
            boolean named = !people.isEmpty() || !number.isEmpty();
            topics.forEach((topic, words) -> {
                if (topic == Topic.PHOTO
                        && states.isEmpty()
                        && ask.filter(a -> a == Ask.RATE).isPresent()) {
                    states.add(Condition.COLLECTED);
                } else if (!named && !topic.isIn(states)) {
                    unknown.add(words);
                }
            });
        }

        /** A field's name says which corrections are meant; without a word of them it is a column everybody sees, or nothing. */
        private void ofField() {
            boolean isOfCorrections = states.stream().anyMatch(OF_CORRECTIONS::contains);
            if (field.isEmpty() && isOfCorrections && byWords.matches("专业|班级|学院")) {
                field = fields.named(byWords).map(RecordField::code).orElse("");
                by = Optional.empty();
            }
            if (!field.isEmpty() && !isOfCorrections) {
                if (!ALWAYS_SHOWN.contains(field)) {
                    unknown.add(fieldWords);
                }
                field = "";
            } else if (!field.isEmpty() && states.remove(Condition.CORRECTED)) {
                states.add(Condition.ANY_CORRECTION);
            }
        }

        /** What is wanted where nobody said so: who, where a state is named; how far, where only a place is. */
        private Ask unsaid() {
            if (whether || (states.isEmpty() && !refines)) {
                return Ask.RATE;
            }
            return by.filter(b -> b != By.FIELD).isPresent() ? Ask.RANK : Ask.LIST;
        }
    }
}
