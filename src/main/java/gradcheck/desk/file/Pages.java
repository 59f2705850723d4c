package gradcheck.desk.file;

import gradcheck.desk.Desk;
import gradcheck.desk.DeskContext;
import gradcheck.message.Attachment;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.message.TextLimit;
import gradcheck.roster.read.RosterFile;
import gradcheck.roster.read.UnreadableFile;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.store.desk.PageTokens;
import gradcheck.store.desk.PageTokens.State;
import gradcheck.store.people.StaffMembers.Member;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One-time pages for files that come in: opened once, by one browser, within ten minutes, for the person they were made
 * for; the upload is compared first and taken over when it is confirmed.
 */
public final class Pages {
    /** How long a page lives after its link was asked for. */
    public static final Duration LIFE = Duration.ofMinutes(10);
    /** A file with more bytes is refused, whatever is in it. */
    public static final int LARGEST_FILE = RosterFile.LARGEST_BYTES;

    private final Store store;
    private final Desk.Ground ground;
    private final Reading reading;

    public Pages(Store store, Desk.Ground ground) {
        this(
                store,
                ground,
                (kind, file) -> ParsedFile.read(
                        kind,
                        ground.season(),
                        LocalDate.ofInstant(
                                ground.clock().instant(), ground.season().zone()),
                        file));
    }

    private Pages(Store store, Desk.Ground ground, Reading reading) {
        this.store = store;
        this.ground = ground;
        this.reading = reading;
    }

    /** The same pages, with something around the reading. */
    Pages readBy(UnaryOperator<Reading> around) {
        return new Pages(store, ground, around.apply(reading));
    }

    /** Reads a file, outside of every transaction: a large one takes seconds, and all writes queue in one thread. */
    interface Reading {
        ParsedFile read(ListImport.Kind kind, Attachment file) throws UnreadableFile;
    }

    /** What a page shows: its words, and the form below them. */
    public record Shown(String title, String text, Form form, String button) {}

    /** The form on a page. */
    public enum Form {
        NONE,
        OPEN,
        UPLOAD,
        CONFIRM
    }

    /** Whose page it is; empty when there is none, or no longer. */
    public Optional<PersonId> owner(String token) {
        return store.read(tables -> row(tables, token).map(PageTokens.Row::person));
    }

    /**
     * Gives the page to a browser.
     *
     * @param session a secret of that browser
     * @return false when it was opened before
     */
    public boolean open(String token, String session) {
        return store.write(tables -> {
                    boolean first = row(tables, token).isPresent()
                            && tables.pageTokens().open(hash(token), hash(session));
                    visit(tables, token).ifPresent(v -> v.audit("打开上传页", "", first ? "ok" : "refused: opened before"));
                    return first;
                })
                .join();
    }

    /** Whether a form is waited for from this browser: who only guesses an address need not be listened to. */
    public boolean isAwaited(String token, Optional<String> session) {
        return store.read(tables -> row(tables, token)
                .filter(r -> r.state() == State.NEW || isOf(r, session))
                .isPresent());
    }

    /** What this browser sees now. */
    public Shown look(String token, Optional<String> session) {
        Optional<Waiting> waiting = store.read(tables -> waiting(tables, token, session));
        return waiting.map(w -> preview(token, w)).orElseGet(() -> store.read(tables -> shown(tables, token, session)));
    }

    private Shown shown(Tables tables, String token, Optional<String> session) {
        Optional<PageTokens.Row> row = row(tables, token);
        if (row.isEmpty()) {
            return gone();
        }
        if (row.get().state() == State.NEW) {
            return shown(PagePhrases.WELCOME.say(), Form.OPEN, words(PagePhrases.BUTTON_OPEN.say()));
        }
        if (!isOf(row.get(), session)) {
            return shown(PagePhrases.TAKEN.say(), Form.NONE, "");
        }
        return row.get().state() == State.DONE ? shown(PagePhrases.DONE.say(), Form.NONE, "") : upload(row.get());
    }

    private Shown gone() {
        return shown(PagePhrases.GONE.say(), Form.NONE, "");
    }

    private Shown upload(PageTokens.Row row) {
        Say text = ListImport.Kind.valueOf(row.purpose()) == ListImport.Kind.ROSTER
                ? PagePhrases.UPLOAD_ROSTER.say()
                : PagePhrases.UPLOAD_PHOTOS.say();
        return shown(text, Form.UPLOAD, words(PagePhrases.BUTTON_UPLOAD.say()));
    }

    /** A file that waits for its confirmation. */
    private record Waiting(PageTokens.Row row, Attachment file) {
        ListImport.Kind kind() {
            return ListImport.Kind.valueOf(row.purpose());
        }
    }

    private Optional<Waiting> waiting(Tables tables, String token, Optional<String> session) {
        return row(tables, token)
                .filter(r -> isOf(r, session) && r.state() == State.UPLOADED)
                .flatMap(r -> tables.attachments().get(fileId(token)).map(file -> new Waiting(r, file)));
    }

    /** One file at a time: what one needs of memory is bounded, what many would need isn't. */
    private synchronized ParsedFile read(ListImport.Kind kind, Attachment file) throws UnreadableFile {
        return reading.read(kind, file);
    }

    private Shown preview(String token, Waiting waiting) {
        try {
            return preview(token, read(waiting.kind(), waiting.file()));
        } catch (UnreadableFile e) {
            return unreadable(e);
        }
    }

    private Shown preview(String token, ParsedFile content) {
        return store.read(tables -> visit(tables, token)
                .map(v -> new ListImport(v, content).preview())
                .map(result -> shown(result.said(), Form.CONFIRM, words(result.button())))
                .orElseGet(this::gone));
    }

    private Shown unreadable(UnreadableFile e) {
        return shown(e.why(), Form.UPLOAD, words(PagePhrases.BUTTON_UPLOAD.say()));
    }

    /** A file: kept until it is confirmed; one that can't be read is not kept. */
    public Shown upload(String token, Optional<String> session, Attachment file) {
        Optional<PageTokens.Row> row = store.read(tables -> awaiting(tables, token, session));
        if (row.isEmpty()) {
            return gone();
        }
        try {
            ParsedFile content = read(ListImport.Kind.valueOf(row.get().purpose()), file);
            return keep(token, session, Optional.of(file)) ? preview(token, content) : gone();
        } catch (UnreadableFile e) {
            return keep(token, session, Optional.empty()) ? unreadable(e) : gone();
        }
    }

    private Optional<PageTokens.Row> awaiting(Tables tables, String token, Optional<String> session) {
        return row(tables, token)
                .filter(r -> isOf(r, session) && (r.state() == State.OPEN || r.state() == State.UPLOADED));
    }

    /** In the place of what was uploaded before; false when the page waits for none any more. */
    private boolean keep(String token, Optional<String> session, Optional<Attachment> file) {
        return store.write(tables -> {
                    Optional<PageTokens.Row> row = awaiting(tables, token, session);
                    row.ifPresent(r -> {
                        tables.attachments().delete(fileId(token));
                        file.ifPresent(f -> tables.attachments()
                                .put(fileId(token), f, ground.clock().instant()));
                        tables.pageTokens()
                                .move(hash(token), r.state(), file.isPresent() ? State.UPLOADED : State.OPEN);
                    });
                    return row.isPresent();
                })
                .join();
    }

    /** Takes the file over; what was refused goes into the chat. */
    public Shown confirm(String token, Optional<String> session) {
        Optional<Waiting> waiting = store.read(tables -> waiting(tables, token, session));
        if (waiting.isEmpty()) {
            return gone();
        }
        try {
            ParsedFile content = read(waiting.get().kind(), waiting.get().file());
            return store.write(tables -> taken(tables, token, session, waiting.get(), content))
                    .join()
                    .orElseGet(() -> look(token, session));
        } catch (UnreadableFile e) {
            return shown(e.why(), Form.NONE, "");
        }
    }

    /** Empty when another file, or none, waits by now: what was not shown is not taken over. */
    private Optional<Shown> taken(
            Tables tables, String token, Optional<String> session, Waiting read, ParsedFile content) {
        return waiting(tables, token, session)
                .filter(w -> w.file().equals(read.file()))
                .filter(w -> tables.pageTokens().move(hash(token), State.UPLOADED, State.DONE))
                .flatMap(w -> visit(tables, token).map(v -> taken(v, token, w.row(), content)));
    }

    private Shown taken(DeskContext visit, String token, PageTokens.Row row, ParsedFile content) {
        ListImport.Result result = new ListImport(visit, content).carryOut();
        visit.tables().attachments().delete(fileId(token));
        visit.audit("导入", row.purpose(), "ok");
        TextLimit.split(visit.words(result.said()))
                .forEach(part -> visit.tell(visit.asker().id(), new Outgoing.Text(part)));
        result.refused().ifPresent(file -> visit.tell(visit.asker().id(), new Outgoing.File(file)));
        return shown(result.said(), Form.NONE, "");
    }

    private Optional<DeskContext> visit(Tables tables, String token) {
        List<Member> rows =
                row(tables, token).map(r -> tables.staff().rowsOf(r.person())).orElse(List.of());
        return rows.isEmpty() ? Optional.empty() : Optional.of(DeskContext.of(ground, rows, tables));
    }

    /** The page while it lives, and while its owner is still on the staff list. */
    private Optional<PageTokens.Row> row(Tables tables, String token) {
        return tables.pageTokens()
                .of(hash(token), ground.clock().instant())
                .filter(r -> !tables.staff().rowsOf(r.person()).isEmpty());
    }

    private static boolean isOf(PageTokens.Row row, Optional<String> session) {
        return session.filter(s -> MessageDigest.isEqual(
                        hash(s).getBytes(StandardCharsets.US_ASCII),
                        row.sessionHash().getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    private Shown shown(Say text, Form form, String button) {
        return new Shown(words(PagePhrases.TITLE.say()), words(text), form, button);
    }

    private String words(Say say) {
        return ground.words().apply(say).strip();
    }

    /** What the page says to somebody else than its owner. */
    public Shown notYours() {
        return shown(PagePhrases.NOT_YOURS.say(), Form.NONE, "");
    }

    /** What a form must bring back to show that it came from the page: known to the browser's own page only. */
    public static String formKey(String session) {
        return hash("form|" + session);
    }

    private static String fileId(String token) {
        return "page|" + hash(token);
    }

    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
