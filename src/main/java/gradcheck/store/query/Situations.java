package gradcheck.store.query;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.CorrectionCase;
import gradcheck.domain.status.ListedPhoto;
import gradcheck.domain.status.RecordFacts;
import gradcheck.domain.status.RecordFacts.Confirmed;
import gradcheck.domain.status.Status;
import gradcheck.domain.status.StudentFacts;
import gradcheck.message.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** How far students are, for many at once: one query a table, no certificate number opened. */
public final class Situations {
    /** Beyond that many reading everybody is cheaper than asking for each. */
    private static final int FEW = 2000;
    /** The roster holds no control characters (roster.Table), so this one can stand between the columns of a line. */
    private static final String BETWEEN = "\u001f";

    private static final String ACCOUNT =
            "CASE WHEN holder.number IS NULL THEN COALESCE(own.person, t.person) ELSE t.person END";
    /**
     * All of a student in one column: fetching each by itself takes the greater part of the time of reading them all. An
     * account that was bound is the student's, unless the roster gives it to another.
     */
    private static final String STUDENTS = "SELECT "
            + String.join(
                    " || char(31) || ",
                    "t.number",
                    ACCOUNT,
                    "t.name",
                    "t.college",
                    "t.class_name",
                    "t.web_photo",
                    "t.web_photo_at",
                    "t.retaken",
                    "(SELECT COUNT(*) FROM mute m WHERE m.person = " + ACCOUNT + ")")
            + " AS line FROM student t"
            + " LEFT JOIN binding own ON own.season = t.season AND own.number = t.number AND own.door = 'app'"
            + " LEFT JOIN student holder ON holder.season = t.season AND holder.person = own.person"
            + " AND holder.number <> t.number";

    private final Handle handle;

    public Situations(Handle handle) {
        this.handle = handle;
    }

    /** Who a student is, as a list has them. */
    public record Who(String number, PersonId person, String name, String college, String className) {}

    /**
     * How far a student is with both checks.
     *
     * @param muted whether the student has said 停止提醒
     */
    public record Situation(Who who, StudentFacts facts, boolean muted) {
        public Standing standing() {
            return facts.standing();
        }

        /** What is open on that day. */
        public Status status(Season season, LocalDate today) {
            return Status.of(facts, season, today);
        }
    }

    /** Everybody of the season, by college, class and number. */
    public List<Situation> all(int season) {
        return read(season, List.of());
    }

    /** These students, in the same order. */
    public List<Situation> of(int season, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        if (numbers.size() <= FEW) {
            return read(season, numbers);
        }
        return all(season).stream()
                .filter(s -> numbers.contains(s.who().number()))
                .toList();
    }

    private List<Situation> read(int season, Collection<String> numbers) {
        Reading reading = new Reading(season, numbers);
        Map<String, Confirmed> confirmed = new HashMap<>();
        Map<String, List<CorrectionCase>> corrections = new HashMap<>();
        Map<String, Map<PhotoFact, Noted>> facts = new HashMap<>();
        Map<String, Standing> standings = new HashMap<>();
        Map<String, List<RecordFacts.Postponed>> postponed = new HashMap<>();
        reading.each(
                "SELECT number, version, confirmed_at FROM confirmation t",
                row -> confirmed.merge(
                        row.text("number"),
                        new Confirmed(row.number("version"), row.at("confirmed_at")),
                        (one, other) -> one.version() > other.version() ? one : other));
        Map<String, Reopened> reopened = new HashMap<>();
        reading.each("SELECT number, version, actor, at FROM reopening t", row -> {
            Confirmed latest = confirmed.get(row.text("number"));
            if (latest == null || row.number("version") > latest.version()) {
                reopened.put(row.text("number"), new Reopened(row.text("actor"), row.at("at")));
            }
        });
        reading.each("SELECT number, tag, field, version, state, updated_at FROM correction t", row -> corrections
                .computeIfAbsent(row.text("number"), n -> new ArrayList<>())
                .add(row.correction()));
        reading.each("SELECT number, fact, value, noted_at FROM photo_fact t", row -> facts.computeIfAbsent(
                        row.text("number"), n -> new EnumMap<>(PhotoFact.class))
                .put(PhotoFact.valueOf(row.text("fact")), new Noted(row.text("value"), row.at("noted_at"))));
        reading.each("SELECT * FROM standing t", row -> standings.put(row.text("number"), row.standing()));
        reading.each("SELECT number, field, since FROM postponed t", row -> postponed
                .computeIfAbsent(row.text("number"), n -> new ArrayList<>())
                .add(new RecordFacts.Postponed(row.text("field"), row.at("since"))));
        List<Situation> all = new ArrayList<>();
        reading.each(STUDENTS, reading.order(), row -> {
            String[] line = row.text("line").split(BETWEEN, -1);
            String number = line[0];
            Who who = new Who(number, new PersonId(line[1]), line[2], line[3], line[4]);
            RecordFacts record = new RecordFacts(
                    Optional.ofNullable(confirmed.get(number)),
                    Optional.ofNullable(reopened.get(number))
                            .filter(r -> !r.actor().equals(who.person().value()))
                            .map(Reopened::at),
                    corrections.getOrDefault(number, List.of()),
                    postponed.getOrDefault(number, List.of()));
            ListedPhoto listed = new ListedPhoto(
                    WebPhoto.of(line[5]).orElse(WebPhoto.UNKNOWN),
                    Instant.ofEpochMilli(Long.parseLong(line[6])),
                    line[7].equals("1"));
            StudentFacts known = new StudentFacts(
                    record,
                    listed,
                    facts.getOrDefault(number, Map.of()),
                    standings.getOrDefault(number, Standing.ORDINARY));
            all.add(new Situation(who, known, line[8].equals("1")));
        });
        return all;
    }

    private record Reopened(String actor, Instant at) {}

    /** One read: the season and, where they are few, the students it is about. */
    private final class Reading {
        private final int season;
        private final Collection<String> numbers;

        Reading(int season, Collection<String> numbers) {
            this.season = season;
            this.numbers = numbers;
        }

        /** The index of the roll has all in order; a few are found by their numbers, and sorted. */
        String order() {
            String columns = "t.college, t.class_name, t.number";
            return " ORDER BY " + (numbers.isEmpty() ? columns : columns.replace("t.college", "+t.college"));
        }

        void each(String select, Consumer<Line> use) {
            each(select, "", use);
        }

        void each(String select, String and, Consumer<Line> use) {
            String only = numbers.isEmpty() ? "" : " AND t.number IN (<numbers>)";
            try (Query query = handle.createQuery(select + " WHERE t.season = :season" + only + and)) {
                query.bind("season", season);
                if (!numbers.isEmpty()) {
                    query.bindList("numbers", List.copyOf(numbers));
                }
                query.map((row, context) -> {
                            use.accept(new Line(row));
                            return true;
                        })
                        .list();
            }
        }
    }

    /** A row, in words of the domain. */
    private record Line(java.sql.ResultSet row) {
        String text(String column) {
            try {
                return row.getString(column);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(column, e);
            }
        }

        int number(String column) {
            try {
                return row.getInt(column);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(column, e);
            }
        }

        Instant at(String column) {
            return Instant.ofEpochMilli(Long.parseLong(text(column)));
        }

        CorrectionCase correction() {
            CorrectionState state = CorrectionState.of(text("state")).orElseThrow();
            return new CorrectionCase(number("tag"), text("field"), number("version"), state, at("updated_at"));
        }

        Standing standing() {
            Optional<LocalDate> until =
                    Optional.of(text("until")).filter(d -> !d.isEmpty()).map(LocalDate::parse);
            return new Standing(Standing.State.valueOf(text("state")), text("reason"), until, text("actor"), at("at"));
        }
    }
}
