package gradcheck.desk.ask;

import java.util.List;

/**
 * What is to be done with which of a list: 除了8和13其他都通过, 上面第三个, 前两个催一下, 入学日期那几个退回 没盖章.
 *
 * @param all everything there is, but for {@code but}
 * @param parts what is named; empty where it is all
 * @param but what is named as left out
 * @param rest what was said after it, a reason
 */
public record Selector(Order order, boolean all, List<Part> parts, List<Part> but, String rest) {
    public Selector {
        parts = List.copyOf(parts);
        but = List.copyOf(but);
    }

    /** What is to be done. */
    public enum Order {
        PASS,
        SEND_BACK,
        RECEIVED,
        REMIND,
        PAUSE,
        CALLED
    }

    /** What a word does in a selection. */
    enum Word {
        /** All of them, or all the others. */
        ALL,
        /** What follows is left out. */
        BUT,
        /** Points at what is named, or at the whole list. */
        THESE,
        SMALL
    }

    /** By what something is selected. */
    public enum By {
        /** The number before it: 编号, or the line where lines are numbered. */
        NUMBER,
        /** Its place in the list, from its end where below zero. */
        LINE,
        /** The code of a field. */
        FIELD,
        /** A student's name. */
        PERSON,
        /** The names of classes, majors or colleges. */
        PLACE
    }

    /**
     * One thing that is named.
     *
     * @param words as it was said
     * @param from the first number or line
     * @param to the last one
     * @param names the field, the person, the places
     */
    public record Part(By by, String words, int from, int to, List<String> names) {
        public Part {
            names = List.copyOf(names);
        }
    }

    /** Whether it speaks of the lines of a list: a name or a class by itself is known without one. */
    public boolean isOfLines() {
        return !but.isEmpty() || parts.stream().anyMatch(p -> p.by() == By.LINE || p.by() == By.NUMBER);
    }

    /** Whether it begins with numbers, which every command takes by itself, and the words after them as a reason. */
    public boolean isPlain() {
        return !all
                && but.isEmpty()
                && parts.get(0).by() == By.NUMBER
                && parts.get(0).from() == parts.get(0).to();
    }
}
