package gradcheck.wecom;

import com.google.gson.JsonObject;
import gradcheck.message.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Calls the platform over HTTP: one gettoken however many threads ask, a new token only when the platform says that the
 * old one ended and never for a wrong secret, a limit on every call. Nothing is followed, and nothing repeated but what
 * was refused for its token: what may have arrived would write to people twice.
 */
final class Api {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final MediaType OCTETS = MediaType.get("application/octet-stream");
    private static final int TOKEN_INVALID = 40014;
    private static final int TOKEN_EXPIRED = 42001;

    private static final Duration CALL = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final WecomSettings settings;
    private final OkHttpClient http;
    private final AccessToken token;
    private final Line line;

    Api(WecomSettings settings, Clock clock) {
        this(settings, clock, CALL);
    }

    /** @param limit for each call as a whole, from the name of the host to the last byte of the answer */
    Api(WecomSettings settings, Clock clock, Duration limit) {
        this.settings = settings;
        this.line = new Line(clock);
        this.token = new AccessToken(this::fetched, clock);
        this.http = new OkHttpClient.Builder()
                .callTimeout(limit)
                .connectTimeout(CONNECT)
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
    }

    /**
     * Posts JSON, with a fresh token once if the platform says that the old one has ended.
     *
     * @param path for example {@code /cgi-bin/message/send}
     * @throws ApiException with the platform's errcode
     * @throws RuntimeException if no readable answer came
     */
    JsonObject call(String path, String json) throws ApiException {
        RequestBody content = RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON);
        return withToken(path, Map.of(), new Request.Builder().post(content));
    }

    /**
     * Asks by GET, with a fresh token once if the platform says that the old one has ended.
     *
     * @throws ApiException with the platform's errcode
     * @throws RuntimeException if no readable answer came
     */
    JsonObject ask(String path, Map<String, String> query) throws ApiException {
        return withToken(path, query, new Request.Builder());
    }

    /**
     * Uploads a temporary file (page 90253).
     *
     * @param kind {@code file} or {@code image}
     * @return the media_id, good for three days
     * @throws ApiException with the platform's errcode
     * @throws NotSent if no readable answer came
     */
    String upload(String kind, Attachment attachment) throws ApiException {
        RequestBody part = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("media", attachment.name(), RequestBody.create(attachment.content(), OCTETS))
                .build();
        try {
            return text(
                    withToken("/cgi-bin/media/upload", Map.of("type", kind), new Request.Builder().post(part)),
                    "media_id");
        } catch (RuntimeException e) {
            throw new NotSent("no upload", e);
        }
    }

    /** Gets the token, for whoever wants to know whether the secret is right. */
    void signIn() throws NoToken {
        token.otherThan("");
    }

    /** How the platform is reached. */
    Line line() {
        return line;
    }

    /** When the last token came; empty before the first. */
    Optional<Instant> tokenAt() {
        return token.at();
    }

    private JsonObject withToken(String path, Map<String, String> query, Request.Builder request) throws ApiException {
        HttpUrl.Builder url = url(path);
        query.forEach(url::addQueryParameter);
        String used = token.otherThan("");
        try {
            return answer(request.url(with(url, used)));
        } catch (ApiException e) {
            if (e.errcode() != TOKEN_INVALID && e.errcode() != TOKEN_EXPIRED) {
                throw e;
            }
            return answer(request.url(with(url, token.otherThan(used))));
        }
    }

    private static HttpUrl with(HttpUrl.Builder url, String token) {
        return url.setQueryParameter("access_token", token).build();
    }

    private HttpUrl.Builder url(String path) {
        return HttpUrl.get(settings.apiUrl() + path).newBuilder();
    }

    private String fetched() throws ApiException {
        HttpUrl url = url("/cgi-bin/gettoken")
                .addQueryParameter("corpid", settings.corpId())
                .addQueryParameter("corpsecret", settings.secret().value())
                .build();
        return text(answer(new Request.Builder().url(url)), "access_token");
    }

    private static String text(JsonObject answer, String name) {
        return ApiAnswer.text(answer, name).orElseThrow(() -> new Unreadable("no " + name));
    }

    /** An answer whose errcode says ok. */
    private JsonObject answer(Request.Builder built) throws ApiException {
        Request request = built.build();
        try (Response response = http.newCall(request).execute()) {
            String body = response.body().string();
            Optional<Instant> date = Optional.ofNullable(response.headers().getInstant("Date"));
            return line.answered(date, () -> ApiAnswer.done(response.code(), body));
        } catch (IOException e) {
            line.broken();
            throw new UncheckedIOException(request.url().encodedPath(), e);
        }
    }
}
