package gradcheck.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** How long things take: how many took no longer than each of some bounds. */
public final class Histogram implements Metrics.Family {
    /** From a group commit on a fast disk to the platform's five seconds; 0.25 s is what is promised. */
    private static final double[] BOUNDS = {.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final String help;
    private final LongAdder[] within = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram(String name, String help) {
        this.name = name;
        this.help = help;
        for (int i = 0; i < within.length; i++) {
            within[i] = new LongAdder();
        }
    }

    /** One more that took so long. */
    public void took(long tookNanos) {
        int bound = 0;
        while (bound < BOUNDS.length && tookNanos > BOUNDS[bound] * NANOS) {
            bound++;
        }
        within[bound].increment();
        nanos.add(tookNanos);
    }

    @Override
    public void write(StringBuilder text) {
        Metrics.head(text, name, help, "histogram");
        long count = 0;
        for (int i = 0; i < within.length; i++) {
            count += within[i].sum();
            String bound = i < BOUNDS.length ? Metrics.number(BOUNDS[i]) : "+Inf";
            Metrics.line(text, name + "_bucket{le=\"" + bound + "\"}", Long.toString(count));
        }
        Metrics.line(text, name + "_sum", Metrics.number(nanos.sum() / NANOS));
        Metrics.line(text, name + "_count", Long.toString(count));
    }
}
