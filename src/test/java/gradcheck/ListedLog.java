package gradcheck;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was logged, to be read while other threads log on. */
public final class ListedLog extends ListAppender<ILoggingEvent> {
    public ListedLog() {
        list = new CopyOnWriteArrayList<>();
    }
}
