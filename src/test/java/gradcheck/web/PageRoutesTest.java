package gradcheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.app.TestBot;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.turn.Answer;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One-time pages over HTTP, as a browser meets them. */
class PageRoutesTest {
    private static final String URL = "http://127.0.0.1:1";
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-f]+)\"");
    private static final String ROSTER = "学号,姓名,学院,班级\n320230100001,李四,信息科学与工程学院,计算2309班\n"
            + "320230199902,外院的,文学院,汉语2301班\n,没学号,信息科学与工程学院,计算2301班\n";

    @TempDir
    Path folder;

    private TestBot bot;
    private WebServer server;
    private int port;
    private int messages;

    @BeforeEach
    void start() throws Exception {
        bot = new TestBot(folder, Map.of(), Map.of("GRADCHECK_PUBLIC_URL", URL));
        serve(Optional.empty());
    }

    private void serve(Optional<PageRoutes.Login> login) {
        PageRoutes routes = new PageRoutes(bot.pages(), login, URL, new SecureRandom());
        server = new WebServer(new WebServer.Address("127.0.0.1", 0), List.of(routes));
        port = server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        bot.close();
    }

    @Test
    void a_roster_is_looked_over_confirmed_and_its_refused_rows_come_back() throws Exception {
        String path = link("导入");
        HttpClient browser = browser();
        assertThat(get(browser, path).body()).contains("打开").doesNotContain("type=\"file\"");
        assertThat(post(browser, path, "step=open").body()).contains("type=\"file\"");

        String preview = upload(browser, path, ROSTER).body();
        assertThat(preview).contains("更改 1 人").contains("2 行不能导入").contains("确认导入");
        assertThat(classOf("李四")).isEqualTo("计算2302班");

        String done = post(browser, path, "step=confirm&key=" + key(preview)).body();
        assertThat(done).contains("导入好了：新增 0 人，更改 1 人");
        assertThat(classOf("李四")).isEqualTo("计算2309班");
        assertThat(students("外院的")).isZero();
        bot.doWhatIsDue();
        assertThat(bot.sent()).anyMatch(s -> s.message() instanceof Outgoing.File);
        assertThat(post(browser, path, "step=confirm&key=" + key(preview)).body())
                .doesNotContain("导入好了");
    }

    @Test
    void the_second_browser_gets_nothing_and_neither_does_a_form_of_another_page() throws Exception {
        String path = link("导入");
        HttpClient first = browser();
        String page = post(first, path, "step=open").body();
        HttpClient second = browser();
        assertThat(post(second, path, "step=open").body()).contains("别的浏览器").doesNotContain("type=\"file\"");
        assertThat(get(second, path).body()).doesNotContain("type=\"file\"");
        upload(first, path, ROSTER);
        assertThat(post(first, path, "step=confirm&key=0123").body()).doesNotContain("导入好了");
        assertThat(post(second, path, "step=confirm&key=" + key(page)).body()).doesNotContain("导入好了");
        assertThat(classOf("李四")).isEqualTo("计算2302班");
    }

    @Test
    void after_ten_minutes_or_off_the_staff_list_the_page_is_gone() throws Exception {
        String path = link("导入");
        HttpClient browser = browser();
        post(browser, path, "step=open");
        bot.at(bot.now().plus(Duration.ofMinutes(11)));
        assertThat(get(browser, path).body()).contains("已经失效");
        assertThat(get(browser, "/p/guessed").body()).contains("已经失效");

        String another = link("导入");
        post(browser, another, "step=open");
        bot.store()
                .write(tables -> {
                    tables.staff().replaceAll(List.of());
                    return another;
                })
                .join();
        assertThat(get(browser, another).body()).contains("已经失效");
    }

    @Test
    void with_a_login_only_its_owner_opens_the_page() throws Exception {
        server.close();
        serve(Optional.of(new PageRoutes.Login() {
            @Override
            public String address(String back) {
                return "http://127.0.0.1:" + port + "/login?back=" + back;
            }

            @Override
            public Optional<PersonId> userOf(String code) {
                return Optional.of(new PersonId(code));
            }
        }));
        String path = link("导入");
        HttpResponse<String> sentAway = get(browserWithoutRedirects(), path);
        assertThat(sentAway.statusCode()).isEqualTo(302);
        assertThat(sentAway.headers().firstValue("Location").orElseThrow()).contains("/login?back=" + URL + path);
        assertThat(get(browser(), path + "?code=jm-wen").body()).contains("不是给您的");
        String owner = bot.named("王老师").orElseThrow().value();
        assertThat(get(browser(), path + "?code=" + owner).body()).contains("type=\"file\"");
    }

    @Test
    void what_cannot_be_read_is_said_and_may_be_tried_again() throws Exception {
        String path = link("导入");
        HttpClient browser = browser();
        post(browser, path, "step=open");
        assertThat(upload(browser, path, "a,b\n1,2\n").body())
                .contains("type=\"file\"")
                .contains("学号");
        assertThat(upload(browser, path, ROSTER).body()).contains("更改 1 人");
    }

    @Test
    void a_page_runs_no_script_and_stays_in_no_cache() throws Exception {
        HttpResponse<String> page = get(browser(), link("导入"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).contains("viewport").doesNotContain("<script");
    }

    private String link(String said) {
        messages++;
        Answer answer =
                bot.take(new Incoming.Text(bot.named("王老师").orElseThrow(), "page:" + messages, bot.now(), said));
        String text = ((Answer.Says) answer).text();
        return text.substring(text.indexOf(URL) + URL.length()).strip();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static HttpClient browserWithoutRedirects() {
        return HttpClient.newHttpClient();
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpClient browser, String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(HttpClient browser, String path, String csv) throws Exception {
        String key = key(get(browser, path).body());
        String boundary = "----boundary";
        String body = part(boundary, "name=\"step\"", "upload") + part(boundary, "name=\"key\"", key)
                + part(boundary, "name=\"file\"; filename=\"roster.csv\"", csv) + "--" + boundary + "--\r\n";
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String part(String boundary, String disposition, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static String key(String page) {
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).as(page).isTrue();
        return key.group(1);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String classOf(String name) {
        return bot.store()
                .read(tables -> tables.students().byName(bot.season(), name))
                .get(0)
                .student()
                .className();
    }

    private int students(String name) {
        return bot.store()
                .read(tables -> tables.students().byName(bot.season(), name).size());
    }
}
