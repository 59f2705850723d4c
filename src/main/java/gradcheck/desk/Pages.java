package gradcheck.desk;

import gradcheck.message.Attachment;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.message.TextLimit;
import gradcheck.roster.UnreadableFile;
import gradcheck.store.PageTokens;
import gradcheck.store.PageTokens.State;
import gradcheck.store.StaffMembers.Member;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One-time pages for files that come in: opened once, by one browser, within ten minutes, for the person they were made
 * for; the upload is compared first and taken over when it is confirmed.
 */
public final class Pages {
    private final Store store;
    private final Desk.Ground ground;

    public Pages(Store store, Desk.Ground ground) {
        this.store = store;
        this.ground = ground;
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
        return store.read(tables -> {
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
            return switch (row.get().state()) {
                case OPEN -> upload(row.get());
                case UPLOADED -> uploaded(tables, token, row.get());
                default -> shown(PagePhrases.DONE.say(), Form.NONE, "");
            };
        });
    }

    private Shown upload(PageTokens.Row row) {
        Say text = Upload.Kind.valueOf(row.purpose()) == Upload.Kind.ROSTER
                ? PagePhrases.UPLOAD_ROSTER.say()
                : PagePhrases.UPLOAD_PHOTOS.say();
        return shown(text, Form.UPLOAD, words(PagePhrases.BUTTON_UPLOAD.say()));
    }

    private Shown uploaded(Tables tables, String token, PageTokens.Row row) {
        try {
            return preview(tables, token, row, read(row, kept(tables, token)));
        } catch (UnreadableFile e) {
            return unreadable(e);
        }
    }

    private Shown preview(Tables tables, String token, PageTokens.Row row, Upload.Rows rows) {
        Upload.Result result = theirs(tables, token, row).preview(rows);
        return shown(result.said(), Form.CONFIRM, words(PagePhrases.BUTTON_CONFIRM.say()));
    }

    private Shown unreadable(UnreadableFile why) {
        return shown(why.why(), Form.UPLOAD, words(PagePhrases.BUTTON_UPLOAD.say()));
    }

    private Shown gone() {
        return shown(PagePhrases.GONE.say(), Form.NONE, "");
    }

    /**
     * A file: kept until it is confirmed; one that can't be read is not kept. It is read before the transaction, because
     * meanwhile nobody's message could be answered.
     */
    public Shown upload(String token, Optional<String> session, Attachment file) {
        Optional<PageTokens.Row> waiting = store.read(tables -> waiting(tables, token, session));
        if (waiting.isEmpty()) {
            return gone();
        }
        try {
            Upload.Rows rows = read(waiting.get(), file);
            return store.write(tables -> waiting(tables, token, session)
                            .map(row -> {
                                keep(tables, token, file);
                                tables.pageTokens().move(hash(token), row.state(), State.UPLOADED);
                                return preview(tables, token, row, rows);
                            })
                            .orElseGet(this::gone))
                    .join();
        } catch (UnreadableFile e) {
            return store.write(tables -> waiting(tables, token, session)
                            .map(row -> {
                                tables.attachments().delete(fileId(token));
                                tables.pageTokens().move(hash(token), row.state(), State.OPEN);
                                return unreadable(e);
                            })
                            .orElseGet(this::gone))
                    .join();
        }
    }

    /** Where a file is waited for from this browser. */
    private Optional<PageTokens.Row> waiting(Tables tables, String token, Optional<String> session) {
        return row(tables, token)
                .filter(r -> isOf(r, session) && (r.state() == State.OPEN || r.state() == State.UPLOADED));
    }

    private void keep(Tables tables, String token, Attachment file) {
        tables.attachments().delete(fileId(token));
        tables.attachments().put(fileId(token), file, ground.clock().instant());
    }

    /** Takes the file over; what was refused goes into the chat. */
    public Shown confirm(String token, Optional<String> session) {
        Optional<Uploaded> uploaded = store.read(
                tables -> uploaded(tables, token, session).map(row -> new Uploaded(row, kept(tables, token))));
        if (uploaded.isEmpty()) {
            return gone();
        }
        Attachment file = uploaded.get().file();
        try {
            Upload.Rows rows = read(uploaded.get().row(), file);
            return store.write(tables -> uploaded(tables, token, session)
                            .filter(r -> isSame(kept(tables, token), file))
                            .filter(r -> tables.pageTokens().move(hash(token), State.UPLOADED, State.DONE))
                            .map(row -> taken(tables, token, row, rows))
                            .orElseGet(this::gone))
                    .join();
        } catch (UnreadableFile e) {
            return unreadable(e);
        }
    }

    private record Uploaded(PageTokens.Row row, Attachment file) {}

    private Optional<PageTokens.Row> uploaded(Tables tables, String token, Optional<String> session) {
        return row(tables, token).filter(r -> isOf(r, session) && r.state() == State.UPLOADED);
    }

    /** Another file may have come from the same page while this one was read. */
    private static boolean isSame(Attachment one, Attachment other) {
        return one.name().equals(other.name()) && Arrays.equals(one.content(), other.content());
    }

    private Shown taken(Tables tables, String token, PageTokens.Row row, Upload.Rows rows) {
        Upload.Result result = theirs(tables, token, row).carryOut(rows);
        tables.attachments().delete(fileId(token));
        visit(tables, token).ifPresent(v -> {
            v.audit("导入", row.purpose(), "ok");
            TextLimit.split(v.words(result.said()))
                    .forEach(part -> v.tell(v.asker().id(), new Outgoing.Text(part)));
            result.refused().ifPresent(refused -> v.tell(v.asker().id(), new Outgoing.File(refused)));
        });
        return shown(result.said(), Form.NONE, "");
    }

    private Upload.Rows read(PageTokens.Row row, Attachment file) throws UnreadableFile {
        LocalDate today =
                LocalDate.ofInstant(ground.clock().instant(), ground.season().zone());
        return Upload.read(Upload.Kind.valueOf(row.purpose()), file, ground.season(), today);
    }

    private static Attachment kept(Tables tables, String token) {
        return tables.attachments()
                .get(fileId(token))
                .orElseThrow(() -> new IllegalStateException("an uploaded page without its file"));
    }

    private Upload theirs(Tables tables, String token, PageTokens.Row row) {
        Visit visit = visit(tables, token).orElseThrow(() -> new IllegalStateException("a page of nobody"));
        return new Upload(visit, Upload.Kind.valueOf(row.purpose()));
    }

    private Optional<Visit> visit(Tables tables, String token) {
        List<Member> rows =
                row(tables, token).map(r -> tables.staff().rowsOf(r.person())).orElse(List.of());
        return rows.isEmpty() ? Optional.empty() : Optional.of(Visit.of(ground, rows, tables));
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
