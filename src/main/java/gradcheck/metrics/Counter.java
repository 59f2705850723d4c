package gradcheck.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** A number that only grows, one for each combination of its labels' values; those are few words of the program's own. */
public final class Counter implements Metrics.Family {
    private final String name;
    private final String help;
    private final List<String> labels;
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    Counter(String name, String help, List<String> labels) {
        this.name = name;
        this.help = help;
        this.labels = labels;
        if (labels.isEmpty()) {
            counts.put("", new LongAdder());
        }
    }

    /** One more. */
    public void count(String... values) {
        add(1, values);
    }

    /** So many more. */
    public void add(long more, String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(name + " has the labels " + labels);
        }
        counts.computeIfAbsent(labelled(values), key -> new LongAdder()).add(more);
    }

    private String labelled(String... values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "{" : ",")
                    .append(labels.get(i))
                    .append("=\"")
                    .append(values[i])
                    .append('"');
        }
        return values.length == 0 ? "" : text.append('}').toString();
    }

    @Override
    public void write(StringBuilder text) {
        Metrics.head(text, name, help, "counter");
        counts.forEach((labelled, count) -> Metrics.line(text, name + labelled, Long.toString(count.sum())));
    }
}
