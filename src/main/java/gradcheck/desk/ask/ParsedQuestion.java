package gradcheck.desk.ask;

import gradcheck.domain.status.StudentState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a question was understood to be; nothing in it is guessed.
 *
 * @param states everything that is to be true of the students; empty: nothing in particular
 * @param places the colleges, classes and majors that are named; one with several names must be asked back
 * @param span when it happened
 * @param by what the answer is divided by
 * @param field the code of the field that corrections are about, else empty
 * @param people the students that are named
 * @param number the last digits, or the whole, of a 学号, else empty
 * @param refines whether it is about the students of the last answer
 * @param manner how it was said what is wanted
 * @param unknown words that were not understood
 */
public record ParsedQuestion(
        QuestionKind ask,
        Set<StudentState> states,
        List<PlaceNamed> places,
        Optional<DateRange> span,
        Optional<GroupBy> by,
        String field,
        List<String> people,
        String number,
        boolean refines,
        Manner manner,
        List<String> unknown) {
    /** More than this nobody said in passing. */
    private static final int MOST_LEFT_OUT = 14;

    private static final Pattern PLACE = Pattern.compile(".*[0-9].*|.*(班|级|院|系|专业)");

    /** All the students there are in scope. */
    public static final ParsedQuestion EVERYBODY = new ParsedQuestion(
            QuestionKind.LIST,
            Set.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "",
            List.of(),
            "",
            false,
            Manner.IMPLIED,
            List.of());

    public ParsedQuestion {
        states = Set.copyOf(states);
        places = List.copyOf(places);
        people = List.copyOf(people);
        unknown = List.copyOf(unknown);
    }

    /** How it was said what is wanted. */
    public enum Manner {
        /** By a word that asks. */
        ASKED,
        /** Not at all. */
        IMPLIED,
        /** As a whole or not at all: a word turns the others round, or it asks whether something is true of somebody. */
        WHOLE,
        /** 2班呢: the last question, of something else. */
        FOLLOWING
    }

    /** Whether what was understood is a question by itself, and what was not only adds to it. */
    public boolean holdsInPart() {
        int left = unknown.stream().mapToInt(String::length).sum();
        boolean isSomething = !states.isEmpty() || !places.isEmpty() || by.isPresent();
        return !unknown.isEmpty()
                && left <= MOST_LEFT_OUT
                && ask != QuestionKind.REMIND
                && ask != QuestionKind.DETAIL
                && (manner == Manner.ASKED || (manner == Manner.IMPLIED && ask == QuestionKind.LIST))
                && isSomething
                && placeMissed().isEmpty();
    }

    /** A place that nobody in scope has: of the others an answer would say nothing. */
    public Optional<String> placeMissed() {
        return unknown.stream().filter(words -> PLACE.matcher(words).matches()).findFirst();
    }

    /** The same, as if what was not understood had not been said. */
    public ParsedQuestion understood() {
        return new ParsedQuestion(ask, states, places, span, by, field, people, number, refines, manner, List.of());
    }

    /** The same, of the place and the time of the question before where none is named. */
    ParsedQuestion after(ParsedQuestion before) {
        return new ParsedQuestion(
                ask,
                states,
                places.isEmpty() ? before.places : places,
                span.or(before::span),
                by,
                field,
                people,
                number,
                refines || before.refines,
                manner,
                unknown);
    }

    /** The same of these places. */
    public ParsedQuestion in(List<PlaceNamed> others) {
        return new ParsedQuestion(ask, states, others, span, by, field, people, number, refines, manner, unknown);
    }

    /** A place by the words that were used, and what they may mean. */
    public record PlaceNamed(String words, Kind kind, List<String> names) {
        public PlaceNamed {
            names = List.copyOf(names);
        }

        /** What kind of place. */
        public enum Kind {
            COLLEGE,
            CLASS,
            MAJOR
        }
    }

    /** On one line, for the table of phrasings. */
    public String line() {
        StringBuilder line = new StringBuilder(ask.name());
        new TreeSet<>(states).forEach(s -> line.append(' ').append(s.name()));
        places.forEach(p -> line.append(' ').append(String.join("|", p.names())));
        span.ifPresent(s -> line.append(' ').append(s.from()).append("..").append(s.to()));
        by.ifPresent(b -> line.append(" by ").append(b.name()));
        line.append(field.isEmpty() ? "" : " field " + field);
        people.forEach(p -> line.append(" person ").append(p));
        line.append(number.isEmpty() ? "" : " number " + number);
        line.append(refines ? " refines" : "");
        unknown.forEach(u -> line.append(" ?").append(u));
        return line.toString();
    }
}
