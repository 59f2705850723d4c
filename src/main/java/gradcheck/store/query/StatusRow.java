package gradcheck.store.query;

import gradcheck.domain.status.StateBits;
import gradcheck.domain.status.StoredStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@code student_status}, column by column. */
record StatusRow(
        int season,
        String number,
        String college,
        String className,
        String major,
        String account,
        long states,
        String turn,
        String photo,
        long photoSince,
        String recordDue,
        String photoDue,
        String lookAgain,
        long rules) {
    /** As it is to be stored. */
    static StatusRow of(Situations.Who who, int season, String major, StoredStatus status, long rules) {
        return new StatusRow(
                season,
                who.number(),
                who.college(),
                who.className(),
                major,
                who.person().value(),
                StateBits.of(status.states()),
                status.turn().name(),
                status.photo().title(),
                status.photoSince().toEpochMilli(),
                day(status.recordDue()),
                day(status.photoDue()),
                day(status.lookAgain()),
                rules);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    void addTo(PreparedBatch batch) {
        batch.bind("season", season)
                .bind("number", number)
                .bind("college", college)
                .bind("className", className)
                .bind("major", major)
                .bind("account", account)
                .bind("states", states)
                .bind("turn", turn)
                .bind("photo", photo)
                .bind("photoSince", photoSince)
                .bind("recordDue", recordDue)
                .bind("photoDue", photoDue)
                .bind("lookAgain", lookAgain)
                .bind("rules", rules)
                .add();
    }

    static StatusRow read(ResultSet row, StatementContext context) throws SQLException {
        return new StatusRow(
                row.getInt("season"),
                row.getString("number"),
                row.getString("college"),
                row.getString("class_name"),
                row.getString("major"),
                row.getString("account"),
                row.getLong("states"),
                row.getString("turn"),
                row.getString("photo"),
                row.getLong("photo_since"),
                row.getString("record_due"),
                row.getString("photo_due"),
                row.getString("look_again"),
                row.getLong("rules"));
    }
}
