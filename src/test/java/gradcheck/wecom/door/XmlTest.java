package gradcheck.wecom.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class XmlTest {
    /** One factory serves every request thread: each must read its own message, and nobody else's. */
    @Test
    void many_threads_read_their_own_messages() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> read = IntStream.range(0, 8)
                    .mapToObj(thread -> threads.submit(() -> readAll(thread)))
                    .toList();
            for (int thread = 0; thread < read.size(); thread++) {
                assertThat(read.get(thread).get()).isEqualTo(texts(thread));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> texts(int thread) {
        return IntStream.range(0, 500)
                .mapToObj(i -> "民族改为回族 " + thread + "/" + i)
                .toList();
    }

    private static List<String> readAll(int thread) {
        return texts(thread).stream().map(XmlTest::throughXml).toList();
    }

    private static String throughXml(String text) {
        try {
            return Xml.read("<xml><ToUserName>ww1</ToUserName><Content><![CDATA[" + text + "]]></Content></xml>")
                    .textOrEmpty("Content");
        } catch (Rejected e) {
            throw new IllegalStateException(e);
        }
    }
}
