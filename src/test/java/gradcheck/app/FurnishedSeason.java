package gradcheck.app;

import gradcheck.bench.Season;
import gradcheck.config.Config;
import gradcheck.config.Environment;
import gradcheck.message.PersonId;
import gradcheck.roster.read.RosterFile;
import gradcheck.roster.read.StaffFile;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.crypto.FieldCipher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A database with a made-up roster of any size and a secretary, as the imports leave it, without a process for each. */
public final class FurnishedSeason {
    public static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    public static final PersonId SECRETARY = new PersonId("jm0");
    private static final String STAFF = "企业微信账号,姓名,角色,学院,邮箱,电话\njm0,王老师,教秘,学院0,a@example.edu.cn,1\n";

    private FurnishedSeason() {}

    public static void at(Path database, int students) throws Exception {
        Config.Settings settings = Config.read(new Environment(Map.of()));
        try (Store store = Stores.open("jdbc:sqlite:" + database, new FieldCipher(KEY, new SecureRandom()))) {
            into(store, settings, students);
        }
    }

    static void into(Store store, Config.Settings settings, int students) throws Exception {
        Path file = Files.createTempFile("roster", ".csv");
        Season.write(file, students);
        List<RosterFile.Enrolment> rows = new ArrayList<>();
        new RosterFile(settings.season().fields()).read(Files.readAllBytes(file), "roster.csv", rows::add);
        Files.delete(file);
        StaffFile.Report staff = new StaffFile().read(STAFF.getBytes(StandardCharsets.UTF_8), "staff.csv");
        int year = settings.season().year();
        Instant now = Clock.systemUTC().instant();
        store.write(tables -> {
                    rows.forEach(r -> tables.students().put(year, r.person(), r.student(), now));
                    tables.staff().replaceAll(staff.members());
                    return rows;
                })
                .join();
    }
}
