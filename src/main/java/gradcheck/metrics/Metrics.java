package gradcheck.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/**
 * All numbers there are, written in Prometheus' text format 0.0.4. By hand: the format is a page, a library for it is
 * twelve jars.
 */
public final class Metrics {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final List<Family> families = new CopyOnWriteArrayList<>();

    /** Numbers that belong together under one name. */
    interface Family {
        void write(StringBuilder text);
    }

    /** A number that only grows, by the values of its labels. */
    public Counter counter(String name, String help, String... labels) {
        return added(new Counter(name, help, List.of(labels)));
    }

    /** How long things take. */
    public Histogram histogram(String name, String help) {
        return added(new Histogram(name, help));
    }

    /** A number that is looked up at the moment it is asked for; not a number where it can't be. */
    public void gauge(String name, String help, DoubleSupplier value) {
        added((Family) text -> {
            head(text, name, help, "gauge");
            line(text, name, number(value.getAsDouble()));
        });
    }

    /** What there is to tell now. */
    public String text() {
        StringBuilder text = new StringBuilder();
        families.forEach(family -> family.write(text));
        return text.toString();
    }

    private <F extends Family> F added(F family) {
        families.add(family);
        return family;
    }

    static void head(StringBuilder text, String name, String help, String type) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    static void line(StringBuilder text, String name, String value) {
        text.append(name).append(' ').append(value).append('\n');
    }

    static String number(double value) {
        return Double.isNaN(value)
                ? "NaN"
                : value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value);
    }
}
