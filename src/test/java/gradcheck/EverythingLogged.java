package gradcheck;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Whatever is logged at the finest level, by the program and its libraries, goes to a test instead of the console. */
public final class EverythingLogged implements AutoCloseable {
    private final List<Quiet> quiet;
    private final Appender<ILoggingEvent> test;

    /** A logger with an appender of its own, as it was. */
    private record Quiet(Logger logger, Level level, Appender<ILoggingEvent> console) {}

    public EverythingLogged(Appender<ILoggingEvent> test) {
        this.test = test;
        this.quiet = List.of(quiet(Logger.ROOT_LOGGER_NAME, "library"), quiet("gradcheck", "out"));
        quiet.forEach(one -> {
            one.logger().detachAppender(one.console());
            one.logger().addAppender(test);
            one.logger().setLevel(Level.TRACE);
        });
    }

    private static Quiet quiet(String name, String appender) {
        Logger logger = (Logger) LoggerFactory.getLogger(name);
        return new Quiet(logger, logger.getLevel(), logger.getAppender(appender));
    }

    /** The event as the console would have it, with the line's end. */
    public String line(ILoggingEvent event) {
        Quiet by = quiet.get(event.getLoggerName().startsWith("gradcheck") ? 1 : 0);
        return new String(
                ((ConsoleAppender<ILoggingEvent>) by.console()).getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        quiet.forEach(one -> {
            one.logger().setLevel(one.level());
            one.logger().detachAppender(test);
            one.logger().addAppender(one.console());
        });
    }
}
