package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.ask.ParsedQuestion;
import gradcheck.desk.ask.ParsedQuestion.PlaceNamed;
import gradcheck.desk.ask.PlainText;
import gradcheck.language.ChoiceSet;
import gradcheck.language.Said;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.DeskQuestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of several classes, majors or colleges was meant. What was asked first is kept and answered once this is: by the
 * number before a name, by the name or a part of it, by 都要.
 */
public final class PlaceQuestion {
    private static final String QUESTION = "place";
    private static final String SAID = "said";
    private static final String WORDS = "words";
    private static final String NAMES = "names";
    private static final String PICKED = "picked ";
    private static final String BETWEEN = "|";

    private static final String ALL = "all";
    private static final String NONE = "no";
    private static final ChoiceSet ANSWERS = ChoiceSet.words("desk.place", ALL, NONE);

    private final DeskContext visit;

    public PlaceQuestion(DeskContext visit) {
        this.visit = visit;
    }

    /** A question as it was asked first, and which places are meant by its words. */
    public record Settled(String said, Map<String, List<String>> places) {
        public Settled {
            places = Map.copyOf(places);
        }

        /** The reading of what was said with those places in it. */
        public ParsedQuestion in(ParsedQuestion reading) {
            return reading.in(reading.places().stream()
                    .map(place -> new PlaceNamed(
                            place.words(), place.kind(), places.getOrDefault(place.words(), place.names())))
                    .toList());
        }
    }

    /** Asks about the first place that may be several; empty where each is clear. */
    public Optional<List<Say>> ask(Settled question, ParsedQuestion reading) {
        return reading.places().stream()
                .filter(place -> place.names().size() > 1 && !question.places().containsKey(place.words()))
                .findFirst()
                .map(place -> {
                    Map<String, String> details = new HashMap<>(Map.of(
                            SAID, question.said(),
                            WORDS, place.words(),
                            NAMES, String.join(BETWEEN, place.names())));
                    question.places()
                            .forEach((words, names) -> details.put(PICKED + words, String.join(BETWEEN, names)));
                    visit.ask(QUESTION, details);
                    return List.of(DeskPhrases.WHICH_PLACE.with("words", place.words(), "lines", lines(place.names())));
                });
    }

    private static List<Say> lines(List<String> names) {
        List<Say> lines = new ArrayList<>();
        names.forEach(name -> lines.add(DeskPhrases.PLACE_LINE.with("number", lines.size() + 1, "name", name)));
        return lines;
    }

    /** Closes an open question of this kind, whatever was said; empty where this is no answer to it. */
    public Optional<List<Say>> settle(String text, Function<Settled, List<Say>> again) {
        Optional<DeskQuestions.Open> open = visit.tables()
                .deskQuestions()
                .of(visit.asker().id())
                .filter(q -> q.kind().equals(QUESTION));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        visit.tables().deskQuestions().close(visit.asker().id());
        Said said = visit.ground().language().hear(text);
        Optional<String> answer = said.exactly(ANSWERS);
        if (answer.filter(NONE::equals).isPresent()) {
            return Optional.of(List.of(DeskPhrases.DROPPED.say()));
        }
        Map<String, String> details = open.get().details();
        List<String> names = split(details.getOrDefault(NAMES, ""));
        List<String> meant = answer.isPresent() ? names : meant(said, text, names);
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> places = new LinkedHashMap<>();
        details.forEach((key, value) -> {
            if (key.startsWith(PICKED)) {
                places.put(key.substring(PICKED.length()), split(value));
            }
        });
        places.put(details.getOrDefault(WORDS, ""), meant);
        return Optional.of(again.apply(new Settled(details.getOrDefault(SAID, ""), places)));
    }

    private static List<String> split(String joined) {
        return Arrays.asList(joined.split("\\" + BETWEEN, -1));
    }

    /** By numbers, 1 and 3 too, or by what only one of the names holds. */
    private static List<String> meant(Said said, String text, List<String> names) {
        int one = said.number().orElse(0);
        if (one >= 1 && one <= names.size()) {
            return List.of(names.get(one - 1));
        }
        if (text.strip().matches("[0-9]+(?:[\\s,，、和]+[0-9]+)+")) {
            return Arrays.stream(text.strip().split("[^0-9]+", -1))
                    .map(Integer::parseInt)
                    .filter(n -> n >= 1 && n <= names.size())
                    .map(n -> names.get(n - 1))
                    .distinct()
                    .toList();
        }
        String plain = PlainText.of(text).replaceFirst("的$", "");
        List<String> holding = plain.isEmpty()
                ? List.of()
                : names.stream()
                        .filter(name -> PlainText.of(name).contains(plain))
                        .toList();
        return holding.size() == 1 ? holding : List.of();
    }
}
