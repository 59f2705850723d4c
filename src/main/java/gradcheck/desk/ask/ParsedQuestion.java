package gradcheck.desk.ask;

import gradcheck.domain.status.StudentState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        List<String> unknown) {
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
            List.of());

    public ParsedQuestion {
        states = Set.copyOf(states);
        places = List.copyOf(places);
        people = List.copyOf(people);
        unknown = List.copyOf(unknown);
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
