package gradcheck.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at their appointed times, whether or not earlier ones were answered; a latency counts from the appointed
 * time, so that a server that stalls is not let off. One thread, many connections.
 */
final class OpenLoop implements AutoCloseable {
    private static final long DRAIN_NANOS = 10_000_000_000L;

    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private long[] latencies = {};
    private int answered;
    private int failed;

    OpenLoop(int port, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Connection connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
            channels.add(channel);
            idle.add(connection);
        }
    }

    /**
     * What came of a run.
     *
     * @param sorted the latencies in nanoseconds
     * @param perSecond answers a second, from the first appointed time to the last answer
     */
    record Result(List<Long> sorted, int failed, double perSecond) {
        double millis(double quantile) {
            if (sorted.isEmpty()) {
                return Double.NaN;
            }
            int at = (int) Math.min(sorted.size() - 1L, Math.round(Math.ceil(quantile * sorted.size())) - 1);
            return sorted.get(Math.max(0, at)) / 1e6;
        }
    }

    /** Sends them all, so many a second; every answer but a 200 is a failure. */
    Result run(List<byte[]> requests, double perSecond) throws IOException {
        latencies = new long[requests.size()];
        answered = 0;
        failed = 0;
        long start = System.nanoTime();
        long last = start;
        int next = 0;
        Deque<Integer> waiting = new ArrayDeque<>();
        while (answered + failed < requests.size()) {
            long now = System.nanoTime();
            while (next < requests.size() && start + (long) (next * 1e9 / perSecond) <= now) {
                waiting.add(next);
                next++;
            }
            while (!waiting.isEmpty() && !idle.isEmpty()) {
                int index = waiting.remove();
                idle.remove().send(requests.get(index), start + (long) (index * 1e9 / perSecond));
            }
            if (selector.selectNow() == 0) {
                LockSupport.parkNanos(50_000);
            } else {
                selector.selectedKeys().forEach(key -> ((Connection) key.attachment()).read());
                selector.selectedKeys().clear();
                last = System.nanoTime();
            }
            if (next == requests.size() && now - last > DRAIN_NANOS) {
                failed = requests.size() - answered;
            }
        }
        List<Long> sorted =
                Arrays.stream(latencies, 0, answered).sorted().boxed().toList();
        return new Result(sorted, failed, answered / ((last - start) / 1e9));
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }

    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
        private long appointed;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void send(byte[] request, long at) throws IOException {
            appointed = at;
            ByteBuffer out = ByteBuffer.wrap(request);
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }

        void read() {
            try {
                if (channel.read(in) < 0) {
                    failed++;
                    return;
                }
                if (isWhole()) {
                    boolean good = in.get(9) == '2';
                    in.clear();
                    if (good) {
                        latencies[answered] = System.nanoTime() - appointed;
                        answered++;
                    } else {
                        failed++;
                    }
                    idle.add(this);
                }
            } catch (IOException e) {
                failed++;
            }
        }

        private boolean isWhole() {
            String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return false;
            }
            int at = text.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
            int length = at < 0 || at > end
                    ? 0
                    : Integer.parseInt(
                            text.substring(at + 15, text.indexOf('\r', at)).strip());
            return text.length() >= end + 4 + length;
        }
    }
}
