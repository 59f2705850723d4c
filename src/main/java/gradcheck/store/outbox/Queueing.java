package gradcheck.store.outbox;

import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What is to be queued for thousands at once: kept first, as a few rows, and then moved to the outbox piece by piece, so
 * that nobody beside it waits. A piece that is moved is gone from here in the same transaction: nothing is queued twice.
 */
public final class Queueing {
    /** So many people in a piece: a few milliseconds of the writer. */
    public static final int PIECE = 100;

    private static final String BETWEEN = "\t";
    private static final int COLUMNS = 4;

    private final Handle handle;
    private final Outbox outbox;

    public Queueing(Handle handle) {
        this.handle = handle;
        this.outbox = new Outbox(handle);
    }

    /**
     * One person's message.
     *
     * @param about what makes it unique within the whole, for example the student it is about
     * @param body empty: as that of all the others
     */
    public record Line(PersonId person, Instant due, String about, String body) {
        private String written() {
            return String.join(BETWEEN, person.value(), Long.toString(due.toEpochMilli()), about, body);
        }

        private static Line read(String written) {
            String[] columns = written.split(BETWEEN, COLUMNS);
            return new Line(
                    new PersonId(columns[0]), Instant.ofEpochMilli(Long.parseLong(columns[1])), columns[2], columns[3]);
        }
    }

    /**
     * Messages that belong together.
     *
     * @param id by which those that wait can be dropped; in the outbox it is their round
     * @param kind of the outbox's rows
     * @param body of all whose line has none of its own
     */
    public record Whole(String id, String kind, String body) {}

    /** Lines as they are kept: what takes time is done before the writer has it. */
    public static List<String> pieces(List<Line> lines) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += PIECE) {
            pieces.add(lines.subList(from, Math.min(lines.size(), from + PIECE)).stream()
                    .map(Line::written)
                    .collect(Collectors.joining("\n")));
        }
        return pieces;
    }

    public void add(Whole whole, List<String> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            handle.createUpdate("INSERT INTO queueing (id, piece, kind, body, people, lines)"
                            + " VALUES (:id, :piece, :kind, :body, :people, :lines)")
                    .bind("id", whole.id())
                    .bind("piece", i)
                    .bind("kind", whole.kind())
                    .bind("body", whole.body())
                    .bind("people", pieces.get(i).lines().count())
                    .bind("lines", pieces.get(i))
                    .execute();
        }
    }

    public boolean isAny() {
        return handle.createQuery("SELECT COUNT(*) FROM queueing")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private record Piece(Whole whole, int number, String lines) {}

    /** Moves one piece to the outbox; false when none is left. */
    public boolean queueNext(Supplier<String> ids, Instant now) {
        Optional<Piece> next = handle.createQuery("SELECT * FROM queueing ORDER BY id, piece LIMIT 1")
                .map((row, context) -> new Piece(
                        new Whole(row.getString("id"), row.getString("kind"), row.getString("body")),
                        row.getInt("piece"),
                        row.getString("lines")))
                .findOne();
        next.ifPresent(piece -> {
            piece.lines().lines().map(Line::read).forEach(line -> queue(piece.whole(), line, ids.get(), now));
            handle.createUpdate("DELETE FROM queueing WHERE id = :id AND piece = :piece")
                    .bind("id", piece.whole().id())
                    .bind("piece", piece.number())
                    .execute();
        });
        return next.isPresent();
    }

    /** At once, where they are few. */
    public void queue(Whole whole, Line line, String id, Instant now) {
        Optional<String> occasion = Optional.of("round|" + whole.id() + "|" + line.about());
        String body = line.body().isEmpty() ? whole.body() : line.body();
        outbox.queue(
                new Outbox.New(id, line.person(), whole.kind(), body, Outbox.BULK, line.due(), occasion, whole.id()),
                now);
    }

    /** For how many people of a whole nothing is queued yet. */
    public int waiting(String id) {
        return handle.createQuery("SELECT COALESCE(SUM(people), 0) FROM queueing WHERE id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    /** Queues nothing more of it; for how many people that was. */
    public int drop(String id) {
        int waiting = waiting(id);
        handle.createUpdate("DELETE FROM queueing WHERE id = :id")
                .bind("id", id)
                .execute();
        return waiting;
    }
}
