package gradcheck.store.record;

import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.store.engine.ChangedStudents;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What each student has said about the photo and about 学信网's record, with when. */
public final class PhotoFacts {
    private final Handle handle;
    private final ChangedStudents changed;

    public PhotoFacts(Handle handle, ChangedStudents changed) {
        this.handle = handle;
        this.changed = changed;
    }

    public void note(int season, String number, PhotoFact fact, Noted noted) {
        changed.add(season, number);
        handle.createUpdate("INSERT INTO photo_fact (season, number, fact, value, noted_at)"
                        + " VALUES (:season, :number, :fact, :value, :at)"
                        + " ON CONFLICT (season, number, fact) DO UPDATE SET value = excluded.value,"
                        + " noted_at = excluded.noted_at")
                .bind("season", season)
                .bind("number", number)
                .bind("fact", fact.name())
                .bind("value", noted.value())
                .bind("at", noted.at().toEpochMilli())
                .execute();
    }

    /** It was said of what has changed since. */
    public void forget(int season, String number, PhotoFact fact) {
        changed.add(season, number);
        handle.createUpdate("DELETE FROM photo_fact WHERE season = :season AND number = :number AND fact = :fact")
                .bind("season", season)
                .bind("number", number)
                .bind("fact", fact.name())
                .execute();
    }

    public Map<PhotoFact, Noted> of(int season, String number) {
        Map<PhotoFact, Noted> facts = new EnumMap<>(PhotoFact.class);
        handle.createQuery("SELECT fact, value, noted_at FROM photo_fact WHERE season = :season AND number = :number")
                .bind("season", season)
                .bind("number", number)
                .map((row, context) -> facts.put(
                        PhotoFact.valueOf(row.getString("fact")),
                        new Noted(row.getString("value"), Instant.ofEpochMilli(row.getLong("noted_at")))))
                .list();
        return facts;
    }

    /** What everybody has said, by 学号. */
    public Map<String, Map<PhotoFact, Noted>> ofAll(int season) {
        Map<String, Map<PhotoFact, Noted>> facts = new HashMap<>();
        handle.createQuery("SELECT number, fact, value, noted_at FROM photo_fact WHERE season = :season")
                .bind("season", season)
                .map((row, context) -> facts.computeIfAbsent(
                                row.getString("number"), n -> new EnumMap<>(PhotoFact.class))
                        .put(
                                PhotoFact.valueOf(row.getString("fact")),
                                new Noted(row.getString("value"), Instant.ofEpochMilli(row.getLong("noted_at")))))
                .list();
        return facts;
    }
}
