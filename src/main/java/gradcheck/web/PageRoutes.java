package gradcheck.web;

import gradcheck.desk.file.Pages;
import gradcheck.message.Attachment;
import gradcheck.message.PersonId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /p/<token>}: one-time pages. Reading the address opens nothing, so that a preview of the link can't use it up;
 * what is sent must come from the page itself, by the browser that opened it.
 */
public final class PageRoutes implements Consumer<RoutesConfig> {
    private static final Logger log = LoggerFactory.getLogger(PageRoutes.class);
    private static final String PATH = "/p/{token}";
    private static final int SECRET_BYTES = 24;
    /** Enough of a larger file to see that it is too large. */
    private static final int LARGEST = Pages.LARGEST_FILE + 1;

    private final Pages pages;
    private final Optional<Login> login;
    private final String publicUrl;
    private final SecureRandom random;

    /** Who somebody is by WeCom: where to send them, and what the code they come back with says. */
    public interface Login {
        String address(String back);

        Optional<PersonId> userOf(String code);
    }

    public PageRoutes(Pages pages, Optional<Login> login, String publicUrl, SecureRandom random) {
        this.pages = pages;
        this.login = login;
        this.publicUrl = publicUrl;
        this.random = random;
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get(PATH, this::look);
        routes.post(PATH, this::act);
    }

    private void look(Context request) {
        String token = request.pathParam("token");
        Optional<String> session = session(request);
        Pages.Shown shown = pages.look(token, session);
        if (login.isEmpty() || shown.form() != Pages.Form.OPEN) {
            show(request, shown);
            return;
        }
        Optional<String> code = Optional.ofNullable(request.queryParam("code"));
        if (code.isEmpty()) {
            request.redirect(login.get().address(publicUrl + "/p/" + token));
            return;
        }
        Optional<PersonId> owner = pages.owner(token);
        boolean isOwner = owner.isPresent() && owner.equals(login.get().userOf(code.get()));
        log.info("event=page_login ok={}", isOwner);
        if (isOwner) {
            opened(request, token);
        } else {
            show(request, pages.notYours());
        }
    }

    private void act(Context request) throws IOException {
        String token = request.pathParam("token");
        Optional<String> session = session(request);
        if (!pages.isAwaited(token, session)) {
            show(request, pages.look(token, Optional.empty()));
            return;
        }
        if (!isForm(request)) {
            request.status(400).result("bad request");
            return;
        }
        String step = Optional.ofNullable(request.formParam("step")).orElse("");
        if (step.equals("open")) {
            if (login.isPresent()) {
                request.redirect("/p/" + token);
            } else {
                opened(request, token);
            }
            return;
        }
        boolean isOurs = session.filter(s -> Pages.formKey(s).equals(request.formParam("key")))
                .isPresent();
        if (!isOurs) {
            show(request, pages.look(token, Optional.empty()));
        } else if (step.equals("confirm")) {
            show(request, pages.confirm(token, session));
        } else {
            UploadedFile file = request.uploadedFile("file");
            show(request, file == null ? pages.look(token, session) : pages.upload(token, session, attachment(file)));
        }
    }

    /** Reads the form. Whatever is wrong with it, the server throws a different exception for, of no common kind. */
    private static boolean isForm(Context request) {
        try {
            request.formParamMap();
            return true;
        } catch (Exception e) {
            log.warn("event=broken_form cause={}", e.getClass().getSimpleName());
            return false;
        }
    }

    /** The browser gets a secret of its own; the page belongs to it from now on. */
    private void opened(Context request, String token) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String session = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        if (pages.open(token, session)) {
            Cookie cookie = new Cookie("page", session);
            cookie.setPath("/p/" + token);
            cookie.setMaxAge((int) Pages.LIFE.toSeconds());
            cookie.setHttpOnly(true);
            cookie.setSecure(publicUrl.startsWith("https:"));
            cookie.setSameSite(SameSite.LAX);
            request.cookie(cookie);
        }
        request.status(303).header("Location", "/p/" + token);
    }

    private static Attachment attachment(UploadedFile file) throws IOException {
        try (InputStream in = file.content()) {
            return new Attachment(file.filename(), in.readNBytes(LARGEST));
        }
    }

    private static Optional<String> session(Context request) {
        return Optional.ofNullable(request.cookie("page")).filter(c -> !c.isEmpty());
    }

    private static void show(Context request, Pages.Shown shown) {
        request.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .contentType("text/html;charset=utf-8")
                .result(PageHtml.of(shown, session(request).map(Pages::formKey).orElse("")));
    }
}
