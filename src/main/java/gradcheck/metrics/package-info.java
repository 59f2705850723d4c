/**
 * Numbers about the running program, as Prometheus reads them; never a person, a college or a text.
 *
 * <p>May use nothing: the JDK only. Start reading at {@link gradcheck.metrics.Metrics}.
 */
@NullMarked
package gradcheck.metrics;

import org.jspecify.annotations.NullMarked;
