package gradcheck.store.engine;

import gradcheck.domain.Season;
import gradcheck.store.Tables;
import gradcheck.store.query.StatusRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What a migration has to do to the data, when that is too much for one transaction or needs the data key: in pieces after the
 * schema is up to date. Where it has come to is kept with each piece, so that a start that was killed goes on from there.
 */
public final class DataSteps {
    /** In the order in which they are done; a name is never used again. */
    public static final List<Step> ALL = List.of();

    private static final String DONE = "done";
    private static final String AT = "at|";

    private DataSteps() {}

    /** One step, by its name for ever. */
    public record Step(String name, Piece piece) {}

    /** Some milliseconds of the work. */
    @FunctionalInterface
    interface Piece {
        /**
         * Does the next piece.
         *
         * @param cursor where the last piece ended; empty for the first
         * @return where this one ended; empty when nothing is left
         */
        Optional<String> after(String cursor, Tables tables);
    }

    /** Does what is left of the steps. */
    public static void carryOut(List<Step> steps, Connections connections, Function<Handle, Tables> tables) {
        if (steps.isEmpty()) {
            return;
        }
        try (Handle handle = connections.writer()) {
            for (Step step : steps) {
                boolean more = true;
                while (more) {
                    more = handle.inTransaction(h -> piece(step, h, tables.apply(h)));
                }
            }
        }
    }

    /** Writes the rows of students' status that are missing or were made by another config, before anybody reads them. */
    public static void renewStatus(Connections connections, Season season) {
        try (Handle handle = connections.writer()) {
            StatusRows rows = new StatusRows(handle, season);
            for (int year : rows.seasons()) {
                for (List<String> stale = rows.stale(year, ""); !stale.isEmpty(); ) {
                    List<String> piece = stale;
                    handle.useTransaction(h -> rows.rewrite(year, piece));
                    stale = rows.stale(year, piece.get(piece.size() - 1));
                }
            }
        }
    }

    private static boolean piece(Step step, Handle handle, Tables tables) {
        Metadata marks = new Metadata(handle);
        String mark = "data-step|" + step.name();
        String stands = marks.get(mark).orElse(AT);
        if (stands.equals(DONE)) {
            return false;
        }
        Optional<String> next = step.piece().after(stands.substring(AT.length()), tables);
        tables.finish();
        marks.set(mark, next.map(cursor -> AT + cursor).orElse(DONE));
        return next.isPresent();
    }
}
