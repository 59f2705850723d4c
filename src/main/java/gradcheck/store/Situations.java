package gradcheck.store;

import gradcheck.message.PersonId;
import gradcheck.verification.CorrectionState;
import gradcheck.verification.Noted;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.Standing;
import gradcheck.verification.WebPhoto;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** How far students are, for many at once: one query a table, no certificate number opened. */
public final class Situations {
    /** Beyond that many reading everybody is cheaper than asking for each. */
    private static final int FEW = 2000;
    /** The roster holds no control characters (roster.Table), so this one can stand between the columns of a line. */
    private static final String BETWEEN = "\u001f";
    /**
     * All of a student in one column: fetching each by itself takes the greater part of the time of reading them all. A
     * binding wins over the roster; an account that another student has bound is not this one's any more.
     */
    private static final String STUDENTS = "SELECT "
            + String.join(
                    " || char(31) || ",
                    "t.number",
                    "COALESCE(own.person, CASE WHEN other.person IS NULL THEN t.person ELSE t.number END)",
                    "t.name",
                    "t.college",
                    "t.class_name",
                    "t.web_photo",
                    "t.retaken")
            + " AS line FROM student t"
            + " LEFT JOIN binding own ON own.season = t.season AND own.number = t.number"
            + " LEFT JOIN binding other ON other.season = t.season AND other.person = t.person";

    private static final String REOPENED = "t.number IN (SELECT r.number FROM reopening r WHERE r.season = :season)";

    private final Handle handle;

    Situations(Handle handle) {
        this.handle = handle;
    }

    /** Who a student is, as a list has them. */
    public record Who(String number, PersonId person, String name, String college, String className) {}

    /** A correction and where its review stands; the values stay sealed. */
    public record Review(int tag, String field, int version, CorrectionState state, String reason) {}

    /** What the registrar knows about the photo. */
    public record Photo(WebPhoto registrar, boolean retaken) {}

    /**
     * How far a student is with both checks.
     *
     * @param version the latest confirmation; 0: none
     * @param reopened whether the roster or the office has asked for it once more; a student's own wish is no debt
     * @param postponed whether a correction waits for the Party committee's word
     * @param muted whether the student has said 停止提醒
     */
    public record Situation(
            Who who,
            Photo photo,
            int version,
            boolean reopened,
            List<Review> reviews,
            boolean postponed,
            Standing standing,
            boolean muted,
            Map<PhotoFact, Noted> facts) {
        public Situation {
            reviews = List.copyOf(reviews);
            facts = Map.copyOf(facts);
        }

        public boolean says(PhotoFact fact, String value) {
            return said(fact).filter(value::equals).isPresent();
        }

        public Optional<String> said(PhotoFact fact) {
            return Optional.ofNullable(facts.get(fact)).map(Noted::value);
        }

        /** The registrar's word, else the student's own; who sees it online knows more than a list of the collected. */
        public WebPhoto webPhoto() {
            boolean seen = photo.registrar() == WebPhoto.COLLECTED && says(PhotoFact.WEB, WebPhoto.ONLINE.title());
            return photo.registrar() == WebPhoto.UNKNOWN || seen
                    ? said(PhotoFact.WEB).flatMap(WebPhoto::of).orElse(photo.registrar())
                    : photo.registrar();
        }
    }

    /** Which students are looked at: a question that fits few of thousands need not read the rest. */
    public enum Among {
        EVERYBODY(""),
        /** Who has not confirmed, or may have to once more. */
        UNCONFIRMED(" AND (NOT EXISTS (SELECT 1 FROM confirmation c WHERE c.season = t.season AND c.number = t.number)"
                + " OR " + REOPENED + ")"),
        /** Whose photo the registrar's list doesn't show as collected or online. */
        WITHOUT_PHOTO(
                " AND t.web_photo NOT IN ('" + WebPhoto.COLLECTED.title() + "', '" + WebPhoto.ONLINE.title() + "')");

        private final String sql;

        Among(String sql) {
            this.sql = sql;
        }
    }

    /** Everybody of the season, by college, class and number. */
    public List<Situation> all(int season) {
        return all(season, Among.EVERYBODY);
    }

    /** Those of the season, in the same order. */
    public List<Situation> all(int season, Among among) {
        return read(season, List.of(), among);
    }

    /** The students of these colleges, in the same order. */
    public List<Situation> ofColleges(int season, Collection<String> colleges) {
        return colleges.isEmpty()
                ? List.of()
                : of(
                        season,
                        handle.createQuery(
                                        "SELECT number FROM student WHERE season = :season AND college IN (<colleges>)")
                                .bind("season", season)
                                .bindList("colleges", List.copyOf(colleges))
                                .mapTo(String.class)
                                .set());
    }

    /** These students, in the same order. */
    public List<Situation> of(int season, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        if (numbers.size() <= FEW) {
            return read(season, numbers, Among.EVERYBODY);
        }
        return all(season).stream()
                .filter(s -> numbers.contains(s.who().number()))
                .toList();
    }

    private List<Situation> read(int season, Collection<String> numbers, Among among) {
        Reading reading = new Reading(season, numbers);
        Map<String, Integer> versions = new HashMap<>();
        Map<String, List<Review>> reviews = new HashMap<>();
        Map<String, Map<PhotoFact, Noted>> facts = new HashMap<>();
        Map<String, Standing> standings = new HashMap<>();
        Map<String, Boolean> postponed = new HashMap<>();
        reading.each(
                "SELECT number, version FROM confirmation t",
                among == Among.UNCONFIRMED ? " AND " + REOPENED : "",
                row -> versions.merge(row.text("number"), row.number("version"), Math::max));
        Map<String, String> reopened = new HashMap<>();
        reading.each("SELECT number, version, actor FROM reopening t", row -> {
            if (row.number("version") > versions.getOrDefault(row.text("number"), 0)) {
                reopened.put(row.text("number"), row.text("actor"));
            }
        });
        reading.each(
                "SELECT number, tag, field, version, state, reason FROM correction t",
                row -> reviews.computeIfAbsent(row.text("number"), n -> new ArrayList<>())
                        .add(row.review()));
        reading.each("SELECT number, fact, value, noted_at FROM photo_fact t", row -> facts.computeIfAbsent(
                        row.text("number"), n -> new EnumMap<>(PhotoFact.class))
                .put(PhotoFact.valueOf(row.text("fact")), new Noted(row.text("value"), row.at("noted_at"))));
        reading.each("SELECT * FROM standing t", row -> standings.put(row.text("number"), row.standing()));
        reading.each("SELECT number FROM postponed t", row -> postponed.put(row.text("number"), true));
        Set<String> muted = new HashSet<>(handle.createQuery("SELECT person FROM mute")
                .mapTo(String.class)
                .list());
        List<Situation> all = new ArrayList<>();
        reading.each(STUDENTS, among.sql + reading.order(), row -> {
            String[] line = row.text("line").split(BETWEEN, -1);
            String number = line[0];
            Who who = new Who(number, new PersonId(line[1]), line[2], line[3], line[4]);
            all.add(new Situation(
                    who,
                    new Photo(WebPhoto.of(line[5]).orElse(WebPhoto.UNKNOWN), line[6].equals("1")),
                    versions.getOrDefault(number, 0),
                    !reopened.getOrDefault(number, who.person().value())
                            .equals(who.person().value()),
                    reviews.getOrDefault(number, List.of()),
                    postponed.containsKey(number),
                    standings.getOrDefault(number, Standing.ORDINARY),
                    muted.contains(who.person().value()),
                    facts.getOrDefault(number, Map.of())));
        });
        return all;
    }

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

        Review review() {
            CorrectionState state = CorrectionState.of(text("state")).orElseThrow();
            return new Review(number("tag"), text("field"), number("version"), state, text("reason"));
        }

        Standing standing() {
            Optional<LocalDate> until =
                    Optional.of(text("until")).filter(d -> !d.isEmpty()).map(LocalDate::parse);
            return new Standing(Standing.State.valueOf(text("state")), text("reason"), until, text("actor"), at("at"));
        }
    }
}
