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
                return shown(PagePhrases.GONE.say(), Form.NONE, "");
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
            Upload.Result result = withFile(tables, token, row, Upload::preview);
            return shown(result.said(), Form.CONFIRM, words(PagePhrases.BUTTON_CONFIRM.say()));
        } catch (UnreadableFile e) {
            return shown(e.why(), Form.UPLOAD, words(PagePhrases.BUTTON_UPLOAD.say()));
        }
    }

    /** A file: kept until it is confirmed; one that can't be read is not kept. */
    public Shown upload(String token, Optional<String> session, Attachment file) {
        return store.write(tables -> {
                    Optional<PageTokens.Row> row = row(tables, token)
                            .filter(r -> isOf(r, session) && (r.state() == State.OPEN || r.state() == State.UPLOADED));
                    if (row.isEmpty()) {
                        return shown(PagePhrases.GONE.say(), Form.NONE, "");
                    }
                    String id = fileId(token);
                    tables.attachments().delete(id);
                    tables.attachments().put(id, file, ground.clock().instant());
                    Shown shown = uploaded(tables, token, row.get());
                    boolean readable = shown.form() == Form.CONFIRM;
                    tables.pageTokens().move(hash(token), row.get().state(), readable ? State.UPLOADED : State.OPEN);
                    return shown;
                })
                .join();
    }

    /** Takes the file over; what was refused goes into the chat. */
    public Shown confirm(String token, Optional<String> session) {
        return store.write(tables -> {
                    Optional<PageTokens.Row> row = row(tables, token)
                            .filter(r -> isOf(r, session))
                            .filter(r -> tables.pageTokens().move(hash(token), State.UPLOADED, State.DONE));
                    return row.map(r -> taken(tables, token, r))
                            .orElseGet(() -> shown(PagePhrases.GONE.say(), Form.NONE, ""));
                })
                .join();
    }

    private Shown taken(Tables tables, String token, PageTokens.Row row) {
        try {
            Upload.Result result = withFile(tables, token, row, Upload::carryOut);
            tables.attachments().delete(fileId(token));
            visit(tables, token).ifPresent(v -> {
                v.audit("导入", row.purpose(), "ok");
                TextLimit.split(v.words(result.said()))
                        .forEach(part -> v.tell(v.asker().id(), new Outgoing.Text(part)));
                result.refused().ifPresent(file -> v.tell(v.asker().id(), new Outgoing.File(file)));
            });
            return shown(result.said(), Form.NONE, "");
        } catch (UnreadableFile e) {
            return shown(e.why(), Form.NONE, "");
        }
    }

    /** What an upload does with its file. */
    private interface Work {
        Upload.Result with(Upload upload, Attachment file) throws UnreadableFile;
    }

    private Upload.Result withFile(Tables tables, String token, PageTokens.Row row, Work work) throws UnreadableFile {
        Attachment file = tables.attachments()
                .get(fileId(token))
                .orElseThrow(() -> new IllegalStateException("an uploaded page without its file"));
        Visit visit = visit(tables, token).orElseThrow(() -> new IllegalStateException("a page of nobody"));
        return work.with(new Upload(visit, Upload.Kind.valueOf(row.purpose())), file);
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
