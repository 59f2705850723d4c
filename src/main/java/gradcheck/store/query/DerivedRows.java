package gradcheck.store.query;

import gradcheck.domain.Season;
import gradcheck.domain.status.StatusRules;
import gradcheck.domain.status.StoredStatus;
import gradcheck.domain.status.StudentTraits;
import gradcheck.store.engine.KeyValueText;
import gradcheck.store.people.Students;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The rows that students should have by what the other tables say of them now. */
final class DerivedRows {
    private static final String SEX = "XB";
    /** A nonce of 12, 18 characters and a tag of 16. */
    private static final int SEALED_RESIDENT_NUMBER = 12 + 18 + 16;

    /** Counts as got: what arrived, and what may have. */
    static final String GOT =
            "%1$s.kind = 'reminder' AND %1$s.state = 'settled'" + " AND (%1$s.outcome_kind IN ('SENT', 'UNKNOWN'))";

    private static final String OF_CONFIRMATION =
            " FROM confirmation c WHERE c.season = s.season AND c.number = s.number";
    private static final String HEARD =
            "COALESCE((SELECT MAX(i.received_at) FROM inbox i WHERE i.person = s.account), 0)";
    private static final String TRAITS = "SELECT s.number, s.major, s.fields, s.certificate_type,"
            + " CASE WHEN s.certificate_type <> '居民身份证' OR s.certificate IS NULL OR length(s.certificate) <> "
            + SEALED_RESIDENT_NUMBER + " THEN 1 ELSE 0 END AS doubtful,"
            + " (SELECT c.result" + OF_CONFIRMATION + " ORDER BY c.version DESC LIMIT 1) AS result,"
            + " (SELECT MAX(c.late)" + OF_CONFIRMATION + ") AS late,"
            + " (SELECT COUNT(*) FROM mute m WHERE m.person = s.account) AS muted,"
            + " (SELECT COUNT(*) FROM unreachable u WHERE u.person = s.account) AS refused,"
            + " " + HEARD + " AS heard,"
            + " (SELECT COUNT(*) FROM outbox o WHERE o.person = s.account AND " + GOT.formatted("o")
            + " AND o.settled_at > " + HEARD + ") AS unanswered,"
            + " (SELECT COUNT(*) FROM phone_call p WHERE p.season = s.season AND p.number = s.number AND p.at >="
            + " COALESCE((SELECT MAX(l.settled_at) FROM outbox l WHERE l.person = s.account"
            + " AND l.outcome_kind <> 'DROPPED'), 0)) AS calls"
            + " FROM (SELECT t.*, " + Students.account("t") + " AS account FROM student t"
            + " WHERE t.season = :season AND t.number IN (<numbers>)) s";

    private final Handle handle;
    private final Season season;
    private final long rules;

    /** @param season whose year's students it is about */
    DerivedRows(Handle handle, Season season) {
        this.handle = handle;
        this.season = season;
        this.rules = StatusRules.of(season);
    }

    private record Traits(String major, StudentTraits traits) {}

    /** By 学号; who isn't on the roster is left out. */
    Map<String, StatusRow> of(Collection<String> numbers) {
        Map<String, Traits> traits = new HashMap<>();
        handle.createQuery(TRAITS)
                .bind("season", season.year())
                .bindList("numbers", List.copyOf(numbers))
                .map((row, context) -> traits.put(row.getString("number"), traits(row)))
                .list();
        Map<String, StatusRow> rows = new HashMap<>();
        for (Situations.Situation who : new Situations(handle).of(season.year(), numbers)) {
            Traits own = traits.get(who.who().number());
            if (own != null) {
                StoredStatus status = StoredStatus.of(who.facts(), own.traits(), season);
                rows.put(who.who().number(), StatusRow.of(who.who(), season.year(), own.major(), status, rules));
            }
        }
        return rows;
    }

    private static Traits traits(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new Traits(
                row.getString("major"),
                new StudentTraits(
                        result == null ? "" : result,
                        row.getInt("late") == 1,
                        row.getString("certificate_type"),
                        row.getInt("doubtful") == 1,
                        KeyValueText.read(row.getString("fields")).getOrDefault(SEX, ""),
                        new StudentTraits.Reach(
                                row.getInt("muted") > 0,
                                row.getInt("refused") > 0,
                                row.getLong("heard") > 0,
                                row.getInt("unanswered"),
                                row.getInt("calls") > 0)));
    }
}
