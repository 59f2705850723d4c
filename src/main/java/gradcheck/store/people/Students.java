package gradcheck.store.people;

import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.message.PersonId;
import gradcheck.store.crypto.EncryptedColumn;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.ChangedStudents;
import gradcheck.store.engine.KeyValueText;
import gradcheck.store.engine.ReadCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The season's roster. The certificate number stands sealed in a column of its own. */
public final class Students {
    private static final String NUMBER_FIELD = "SFZH";
    private static final String ACCOUNT = account("student");

    private final Handle handle;
    private final ChangedStudents changed;
    private final FieldCipher seal;
    private final ReadCache<Account, Optional<Enrolled>> ofAccounts = new ReadCache<>(this::read);

    private final Runnable listed;

    private record Account(int season, PersonId person) {}

    /** @param listed is told when the roster may hold other colleges, classes and majors than before */
    public Students(Handle handle, FieldCipher seal, ChangedStudents changed, Runnable listed) {
        this.listed = listed;
        this.handle = handle;
        this.changed = changed;
        this.seal = seal;
    }

    /** The account that was bound, else the roster's; what the roster gives to another student can't be this one's. */
    public static String account(String student) {
        return "COALESCE((SELECT b.person FROM binding b WHERE b.season = " + student + ".season AND b.number = "
                + student + ".number AND b.door = 'app' AND NOT EXISTS (SELECT 1 FROM student o WHERE o.season ="
                + " b.season AND o.person = b.person AND o.number <> b.number)), " + student + ".person)";
    }

    /**
     * A student with their WeCom account, and when the registrar last spoke of the photo.
     *
     * @param person the account that is the student's now: one that was bound, else the roster's
     * @param listed the roster's account, which wins as soon as it writes; the 学号 where the roster names none
     * @param webPhotoAt when the state of the photo became what it is
     */
    public record Enrolled(int season, PersonId person, PersonId listed, Student student, Instant webPhotoAt) {
        /** Whether another account than the roster's is in use. */
        public boolean isElsewhere() {
            return !person.equals(listed);
        }
    }

    /** Inserts the student, or replaces what the roster said before. */
    public void put(int season, PersonId person, Student student, Instant at) {
        forgetAccounts();
        listed.run();
        changed.addOfRoster(season, student.number());
        changed.add(person);
        String certificate = student.value(NUMBER_FIELD);
        Map<String, String> open = new HashMap<>(student.values());
        open.remove(NUMBER_FIELD);
        handle.createUpdate(
                        "INSERT INTO student (number, season, person, name, college, class_name, fields, certificate,"
                                + " certificate_index, web_photo, web_photo_at, retaken, remark, imported_at, major,"
                                + " certificate_type, name_key)"
                                + " VALUES (:number, :season, :person, :name, :college, :class, :fields, :sealed, :index,"
                                + " :photo, :at, :retaken, '', :at, :major, :type, :nameKey)"
                                + " ON CONFLICT (season, number) DO UPDATE SET person = excluded.person,"
                                + " name = excluded.name, college = excluded.college, class_name = excluded.class_name,"
                                + " fields = excluded.fields, certificate = excluded.certificate,"
                                + " certificate_index = excluded.certificate_index, retaken = excluded.retaken,"
                                + " web_photo_at = CASE WHEN web_photo = excluded.web_photo THEN web_photo_at"
                                + " ELSE excluded.web_photo_at END,"
                                + " web_photo = excluded.web_photo, imported_at = excluded.imported_at,"
                                + " major = excluded.major, certificate_type = excluded.certificate_type,"
                                + " name_key = excluded.name_key")
                .bind("number", student.number())
                .bind("season", season)
                .bind("person", person.value())
                .bind("name", student.name())
                .bind("nameKey", TextNormalizer.nameKey(student.name()))
                .bind("college", student.college())
                .bind("class", student.className())
                .bind("fields", KeyValueText.write(open))
                .bind(
                        "sealed",
                        certificate.isEmpty()
                                ? null
                                : seal.seal(certificate, EncryptedColumn.CERTIFICATE.at(season, student.number())))
                .bind("index", certificate.isEmpty() ? null : seal.index(certificate))
                .bind("photo", student.webPhoto().title())
                .bind("retaken", student.retaken() ? 1 : 0)
                .bind("at", at.toEpochMilli())
                .bind("major", student.value("ZYMC"))
                .bind("type", student.value("ZJLX"))
                .execute();
    }

    /** The registrar's word about the photo; where it is the same as before it keeps its date. */
    public void setWebPhoto(int season, String number, WebPhoto photo, Instant at) {
        forgetAccounts();
        changed.add(season, number);
        handle.createUpdate("UPDATE student SET web_photo = :photo, web_photo_at = :at"
                        + " WHERE season = :season AND number = :number AND web_photo <> :photo")
                .bind("photo", photo.title())
                .bind("at", at.toEpochMilli())
                .bind("season", season)
                .bind("number", number)
                .execute();
    }

    /** A registrar's photo list of that day has spoken of the student. */
    public void setPhotoListDay(int season, String number, LocalDate day) {
        changed.add(season, number);
        handle.createUpdate("UPDATE student SET photo_listed_on = :day WHERE season = :season AND number = :number")
                .bind("day", day.toString())
                .bind("season", season)
                .bind("number", number)
                .execute();
    }

    /** The day a photo list spoke last of each student, by 学号; who isn't here never stood on one. */
    public Map<String, LocalDate> photoListDays(int season) {
        Map<String, LocalDate> days = new HashMap<>();
        handle.createQuery(
                        "SELECT number, photo_listed_on FROM student WHERE season = :season AND photo_listed_on <> ''")
                .bind("season", season)
                .map((row, context) ->
                        days.put(row.getString("number"), LocalDate.parse(row.getString("photo_listed_on"))))
                .list();
        return days;
    }

    /** Frees the student's account, so that another may get it in the same transaction; the student gets a new one. */
    public void freeAccount(int season, String number) {
        forgetAccounts();
        changed.addOfRoster(season, number);
        handle.createUpdate("UPDATE student SET person = '#' || number WHERE season = :season AND number = :number")
                .bind("season", season)
                .bind("number", number)
                .execute();
    }

    /** Whose account it is: of the student to whom the roster gives it, else of the one it was bound to. */
    public Optional<Enrolled> byPerson(int season, PersonId person) {
        return ofAccounts.of(new Account(season, person));
    }

    private Optional<Enrolled> read(Account account) {
        int season = account.season();
        PersonId person = account.person();
        return select("season = :season AND person = :text", season, person.value()).stream()
                .findFirst()
                .or(() -> Bindings.studentOf(handle, season, person).flatMap(n -> byNumber(season, n)));
    }

    /** An account may be another student's now, or a student no longer what was read. */
    public void forgetAccounts() {
        ofAccounts.forget();
    }

    /** The account of one student of the season, whichever; empty where there is none. */
    public Optional<PersonId> anybody(int season) {
        return handle.createQuery("SELECT person FROM student WHERE season = :season LIMIT 1")
                .bind("season", season)
                .mapTo(String.class)
                .findOne()
                .map(PersonId::new);
    }

    public Optional<Enrolled> byNumber(int season, String number) {
        return select("season = :season AND number = :text", season, number).stream()
                .findFirst();
    }

    /** Those with these 学号. */
    public List<Enrolled> withNumbers(int season, List<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT student.*, " + ACCOUNT + " AS account FROM student"
                                + " WHERE season = :season AND number IN (<numbers>)")
                        .bind("season", season)
                        .bindList("numbers", numbers)
                        .map(this::enrolled)
                        .list();
    }

    /** Everybody of that name. */
    public List<Enrolled> byName(int season, String name) {
        return select("season = :season AND name = :text", season, name);
    }

    /** Everybody of a college, or of all where it is empty, by class and number. */
    public List<Enrolled> ofCollege(int season, String college) {
        return select("season = :season AND (:text = '' OR college = :text)", season, college);
    }

    /** The colleges that have students. */
    public List<String> colleges(int season) {
        return handle.createQuery("SELECT DISTINCT college FROM student WHERE season = :season ORDER BY college")
                .bind("season", season)
                .mapTo(String.class)
                .list();
    }

    /** Everybody of a college, or of all where it is empty, by class and number; one at a time, however many. */
    public void each(int season, String college, Consumer<Enrolled> take) {
        handle.createQuery("SELECT student.*, " + ACCOUNT + " AS account FROM student WHERE season = :season"
                        + " AND (:college = '' OR college = :college) ORDER BY college, class_name, number")
                .bind("season", season)
                .bind("college", college)
                .map(this::enrolled)
                .useStream((Stream<Enrolled> everybody) -> everybody.forEach(take));
    }

    private List<Enrolled> select(String where, int season, String text) {
        return handle.createQuery("SELECT student.*, " + ACCOUNT + " AS account FROM student WHERE " + where
                        + " ORDER BY college, class_name, number")
                .bind("season", season)
                .bind("text", text)
                .map(this::enrolled)
                .list();
    }

    private Enrolled enrolled(ResultSet row, StatementContext context) throws SQLException {
        int season = row.getInt("season");
        String number = row.getString("number");
        Map<String, String> values = new HashMap<>(KeyValueText.read(row.getString("fields")));
        byte[] sealed = row.getBytes("certificate");
        if (sealed != null) {
            values.put(NUMBER_FIELD, seal.open(sealed, EncryptedColumn.CERTIFICATE.at(season, number)));
        }
        Student student = new Student(
                number,
                values,
                WebPhoto.of(row.getString("web_photo")).orElse(WebPhoto.UNKNOWN),
                row.getInt("retaken") == 1);
        return new Enrolled(
                season,
                new PersonId(row.getString("account")),
                new PersonId(row.getString("person")),
                student,
                Instant.ofEpochMilli(row.getLong("web_photo_at")));
    }

    /**
     * The names of the season's students that stand in a text, looked up by the signs at each of its places: however many
     * students there are, it takes no longer.
     */
    public List<String> namesIn(int season, String text) {
        return handle.createQuery("WITH RECURSIVE place (at) AS (SELECT 1 UNION ALL"
                        + " SELECT at + 1 FROM place WHERE at < length(:text)),"
                        + " piece (word) AS (SELECT substr(:text, at, signs) FROM place CROSS JOIN (SELECT 1 AS signs"
                        + " UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4))"
                        + " SELECT s.name FROM piece CROSS JOIN student s ON s.season = :season AND s.name = word"
                        + " WHERE word <> ''"
                        + " UNION SELECT s.name FROM place CROSS JOIN student s ON s.season = :season"
                        + " AND s.name > substr(:text, at, 4) AND s.name < substr(:text, at, 4) || char(0x10FFFF)"
                        + " WHERE at + 3 < length(:text) AND s.name = substr(:text, at, length(s.name))")
                .bind("season", season)
                .bind("text", text)
                .mapTo(String.class)
                .list();
    }

    /** Those whom an earlier program wrote have no key yet. */
    public static void keyEarlierNames(Handle handle) {
        PreparedBatch keys =
                handle.prepareBatch("UPDATE student SET name_key = :key WHERE season = :season AND number = :number");
        handle.createQuery("SELECT season, number, name FROM student")
                .map((row, context) -> keys.bind("season", row.getInt("season"))
                        .bind("number", row.getString("number"))
                        .bind("key", TextNormalizer.nameKey(row.getString("name")))
                        .add())
                .list();
        if (keys.size() > 0) {
            keys.execute();
        }
    }
}
