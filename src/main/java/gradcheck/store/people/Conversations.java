package gradcheck.store.people;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.message.PersonId;
import gradcheck.store.crypto.EncryptedColumn;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.KeyValueText;
import gradcheck.store.engine.ReadCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Each person's conversations, one a flow; at most one of them has the open question. The answers are sealed: a draft may
 * be a certificate number.
 */
public final class Conversations {
    /** Before sealed answers; a row without it was written by an older program, in the clear. */
    private static final String SEALED = "~";
    /** Signs of a mark: enough for the few versions of one question. */
    private static final int MARK = 8;

    private final Handle handle;
    private final FieldCipher seal;
    private final ReadCache<PersonId, List<Begun>> begun = new ReadCache<>(this::read);

    public Conversations(Handle handle, FieldCipher seal) {
        this.handle = handle;
        this.seal = seal;
    }

    /** A conversation that was begun and not ended. */
    private record Begun(Conversation conversation, boolean isOpen) {
        boolean isOf(String flow) {
            return conversation.flow().equals(flow);
        }
    }

    /** A person has few; one question finds them all. */
    private List<Begun> read(PersonId person) {
        return List.copyOf(handle.createQuery("SELECT * FROM conversation WHERE person = :person ORDER BY flow")
                .bind("person", person.value())
                .map((row, context) -> new Begun(conversation(row), row.getInt("is_open") == 1))
                .list());
    }

    /** The conversation whose question is open. */
    public Optional<Conversation> open(PersonId person) {
        return begun.of(person).stream()
                .filter(Begun::isOpen)
                .map(Begun::conversation)
                .findFirst();
    }

    /**
     * What the open question is about, as {@code flow|question#mark}; the mark is another one as soon as an answer is, and
     * tells nothing of the answers.
     */
    public Optional<String> openAbout(PersonId person) {
        return open(person).map(c -> {
            String all = marked(person, c.answers());
            return about(c.flow(), c.question(), seal.index(all));
        });
    }

    /** What the mark is made of. */
    public static String marked(PersonId person, Answers answers) {
        return person + "|" + KeyValueText.write(answers.values());
    }

    public static String about(String flow, String question, byte[] index) {
        return flow + "|" + question + "#"
                + Base64.getUrlEncoder().encodeToString(index).substring(0, MARK);
    }

    public Optional<Conversation> of(PersonId person, String flow) {
        return begun.of(person).stream()
                .filter(b -> b.isOf(flow))
                .map(Begun::conversation)
                .findFirst();
    }

    /** Keeps the conversation; its question is the open one from now on. */
    public void keepOpen(PersonId person, Conversation conversation, Instant at) {
        if (begun.of(person).stream().anyMatch(b -> b.isOpen() && !b.isOf(conversation.flow()))) {
            closeAll(person);
        }
        keep(person, conversation, true, at);
    }

    /** Keeps the conversation beside the open question, which stays the open one. */
    public void keepAside(PersonId person, Conversation conversation, Instant at) {
        keep(person, conversation, false, at);
    }

    private void keep(PersonId person, Conversation conversation, boolean isOpen, Instant at) {
        begun.known(person).ifPresent(all -> begun.put(person, with(all, stored(conversation), isOpen)));
        handle.createUpdate("INSERT INTO conversation (person, flow, question, answers, trail, is_open, updated_at)"
                        + " VALUES (:person, :flow, :question, :answers, :trail, :open, :at)"
                        + " ON CONFLICT (person, flow) DO UPDATE SET question = excluded.question,"
                        + " answers = excluded.answers, trail = excluded.trail, is_open = :open,"
                        + " updated_at = excluded.updated_at")
                .bind("person", person.value())
                .bind("flow", conversation.flow())
                .bind("question", conversation.question())
                .bind("answers", sealed(person, conversation))
                .bind("trail", String.join("\n", conversation.trail()))
                .bind("open", isOpen ? 1 : 0)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private static List<Begun> with(List<Begun> all, Conversation kept, boolean isOpen) {
        Stream<Begun> others = all.stream()
                .filter(b -> !b.isOf(kept.flow()))
                .map(b -> new Begun(b.conversation(), b.isOpen() && !isOpen));
        return Stream.concat(others, Stream.of(new Begun(kept, isOpen)))
                .sorted(Comparator.comparing(b -> b.conversation().flow()))
                .toList();
    }

    /** As it will be read again. */
    private static Conversation stored(Conversation conversation) {
        Map<String, String> values = conversation.answers().values();
        return new Conversation(
                conversation.flow(),
                conversation.question(),
                new Answers(KeyValueText.read(KeyValueText.write(values))),
                trail(String.join("\n", conversation.trail())));
    }

    private static List<String> trail(String stored) {
        return stored.lines().filter(l -> !l.isEmpty()).toList();
    }

    /** Every conversation of a person is gone; how many there were. */
    public int forget(PersonId person) {
        begun.forget();
        return handle.createUpdate("DELETE FROM conversation WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }

    /** The conversation is at its end. */
    public void end(PersonId person, String flow) {
        begun.forget();
        handle.createUpdate("DELETE FROM conversation WHERE person = :person AND flow = :flow")
                .bind("person", person.value())
                .bind("flow", flow)
                .execute();
    }

    private void closeAll(PersonId person) {
        handle.createUpdate("UPDATE conversation SET is_open = 0 WHERE person = :person AND is_open = 1")
                .bind("person", person.value())
                .execute();
    }

    private String sealed(PersonId person, Conversation conversation) {
        String answers = KeyValueText.write(conversation.answers().values());
        return packed(seal.seal(answers, EncryptedColumn.ANSWERS.at(person.value(), conversation.flow())));
    }

    /** Sealed answers as they are stored. */
    public static String packed(byte[] sealed) {
        return SEALED + Base64.getEncoder().encodeToString(sealed);
    }

    /** The sealed answers in what is stored; empty where they were stored in the clear. */
    public static Optional<byte[]> unpacked(String stored) {
        return stored.startsWith(SEALED)
                ? Optional.of(Base64.getDecoder().decode(stored.substring(SEALED.length())))
                : Optional.empty();
    }

    private Answers answers(ResultSet row) throws SQLException {
        String stored = row.getString("answers");
        EncryptedColumn.Place place = EncryptedColumn.ANSWERS.at(row.getString("person"), row.getString("flow"));
        return new Answers(KeyValueText.read(
                unpacked(stored).map(bytes -> seal.open(bytes, place)).orElse(stored)));
    }

    private Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                row.getString("flow"), row.getString("question"), answers(row), trail(row.getString("trail")));
    }

    /** The flows a person has begun and not ended. */
    public List<String> begun(PersonId person) {
        return begun.of(person).stream().map(b -> b.conversation().flow()).toList();
    }

    /** Whether the person has begun the flow and is at another question than this one. */
    public boolean isBeyond(PersonId person, String flow, String question) {
        return of(person, flow).filter(c -> !c.question().equals(question)).isPresent();
    }

    /** Back to that question, because what was shown since is no longer so; the answers are kept. */
    public void rewind(PersonId person, String flow, String question, Instant at) {
        begun.forget();
        handle.createUpdate("UPDATE conversation SET question = :question, trail = '', updated_at = :at"
                        + " WHERE person = :person AND flow = :flow")
                .bind("question", question)
                .bind("at", at.toEpochMilli())
                .bind("person", person.value())
                .bind("flow", flow)
                .execute();
    }
}
