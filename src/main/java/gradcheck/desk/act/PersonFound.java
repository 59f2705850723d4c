package gradcheck.desk.act;

import gradcheck.store.query.StudentQueries.Line;
import java.util.List;

/**
 * Whom the beginning of some words means.
 *
 * @param together whether all of them are meant; else several are one too many, and it has to be asked which
 * @param words what they were called
 * @param rest the words after them
 */
record PersonFound(Certainty certainty, List<Line> people, boolean together, String words, String rest) {
    PersonFound {
        people = List.copyOf(people);
    }

    /** How sure it is who was meant. */
    enum Certainty {
        /** Written in full: an exact name, a 学号, a name with last digits, a line of the list shown last. */
        WRITTEN,
        /** The same name in another writing, with a title, several at once, or only the end of a 学号. */
        SIMILAR,
        /** Nobody has this name; somebody has one that it begins with. */
        BEGINNING,
        NOBODY
    }

    static PersonFound nobody(String words, String rest) {
        return new PersonFound(Certainty.NOBODY, List.of(), false, words, rest);
    }

    boolean isNobody() {
        return people.isEmpty();
    }

    /** Several that fit one name. */
    boolean isUnclear() {
        return people.size() > 1 && !together;
    }

    /** Whether it is somebody's name or number, and all of what was said. */
    boolean isWhole() {
        return !isNobody() && certainty != Certainty.BEGINNING && rest.isEmpty();
    }

    /** One person, or several that were all named. */
    boolean isClear() {
        return !isNobody() && certainty != Certainty.BEGINNING && !isUnclear();
    }
}
