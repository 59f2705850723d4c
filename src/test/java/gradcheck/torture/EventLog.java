package gradcheck.torture;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The driver's own ledger, synced with every line: what it may hold the bot to. */
final class EventLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel channel;
    private final Map<Event.Kind, Integer> counts = new EnumMap<>(Event.Kind.class);
    private long next;

    EventLog(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    synchronized void add(Event.Kind kind, Map<String, String> about) {
        try {
            String line = JSON.writeValueAsString(new Event(next, kind, about)) + "\n";
            next++;
            counts.merge(kind, 1, Integer::sum);
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized int count(Event.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    static List<Event> read(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            events.add(JSON.readValue(line, Event.class));
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
