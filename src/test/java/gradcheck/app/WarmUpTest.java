package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.cli.ChatCommand;
import gradcheck.cli.RemindCommand;
import gradcheck.config.Environment;
import gradcheck.config.Wecom;
import gradcheck.web.HealthRoute;
import gradcheck.wecom.door.Door;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A17: what would keep the first person waiting is done before, and nothing of it stays. */
class WarmUpTest {
    @TempDir
    Path folder;

    private Map<String, List<String>> rows() throws Exception {
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("d.db"));
                ResultSet tables =
                        db.createStatement().executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (tables.next()) {
                all.put(tables.getString(1), rows(db, tables.getString(1)));
            }
        }
        return all;
    }

    private static List<String> rows(Connection db, String table) throws Exception {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = db.createStatement().executeQuery("SELECT * FROM \"" + table + "\"")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    line.append(java.util.Arrays.toString(row.getBytes(i))).append('|');
                }
                rows.add(line.toString());
            }
        }
        return rows;
    }

    @Test
    void warming_up_plays_turns_and_requests_and_leaves_every_row_as_it_was() throws Exception {
        Environment environment = new Environment(PlatformSettings.of("http://127.0.0.1:9", folder));
        Clock clock = Clock.systemUTC();
        try (AppContext ready = AppContext.open(environment)) {
            ChatCommand.loadSample(ready.store(), ready.settings(), clock);
            Bot bot = RemindCommand.bot(ready, clock);
            Door door = new Door(Wecom.complete(environment), clock, ready.random());
            Map<String, List<String>> before = rows();
            AtomicInteger asked = new AtomicInteger();
            HealthRoute health = new HealthRoute(
                    () -> new HealthRoute.Health(true, Map.of("asked", asked.incrementAndGet())), () -> true);
            WarmUp warmUp = new WarmUp(ready, bot.turns(), door);
            warmUp.begin();
            warmUp.finish(new Loopback(door, health));
            assertThat(asked).hasPositiveValue();
            assertThat(before.get("student")).hasSize(120);
            assertThat(rows()).isEqualTo(before);
        }
    }
}
