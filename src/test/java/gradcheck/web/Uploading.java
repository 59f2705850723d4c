package gradcheck.web;

import gradcheck.desk.file.Pages;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** A browser that opens a one-time page, sends a list, and confirms it: over real HTTP, as a form. */
public final class Uploading {
    private static final String BOUNDARY = "----boundary";

    private Uploading() {}

    /** What the page says in the end. */
    public static String upload(Pages pages, String path, String csv) throws Exception {
        PageRoutes routes = new PageRoutes(pages, Optional.empty(), "http://127.0.0.1:1", new SecureRandom());
        try (WebServer server = new WebServer(new WebServer.Address("127.0.0.1", 0), List.of(routes))) {
            URI page = URI.create("http://127.0.0.1:" + server.start() + path);
            HttpClient browser = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            String form = send(browser, page, "application/x-www-form-urlencoded", "step=open");
            String key = form.replaceAll("(?s).*name=\"key\" value=\"([0-9a-f]+)\".*", "$1");
            String body = part("name=\"step\"", "upload") + part("name=\"key\"", key)
                    + part("name=\"file\"; filename=\"../../roster.csv\"", csv) + "--" + BOUNDARY + "--\r\n";
            send(browser, page, "multipart/form-data; boundary=" + BOUNDARY, body);
            return send(browser, page, "application/x-www-form-urlencoded", "step=confirm&key=" + key);
        }
    }

    private static String send(HttpClient browser, URI page, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private static String part(String disposition, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }
}
