package gradcheck.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gradcheck.message.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.impl.WxCpServiceOkHttpImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * WxJava's service with its traps closed (wecom-facts §9): one gettoken however many threads ask, a new token only when
 * the platform says that the old one ended and never for a wrong secret, no sleeping retries, a limit on every call.
 */
final class Api extends WxCpServiceOkHttpImpl {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final MediaType OCTETS = MediaType.get("application/octet-stream");
    private static final int TOKEN_INVALID = 40014;
    private static final int TOKEN_EXPIRED = 42001;
    /** What a token lives where its answer doesn't say (page 91039). */
    private static final int TOKEN_SECONDS = 7200;

    private static final long CALL_SECONDS = 10;
    private static final long CONNECT_SECONDS = 5;

    private final Settings settings;
    private final Clock clock;
    private final OkHttpClient http;
    private final Line line;
    private volatile @Nullable Instant tokenAt;

    private Api(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.line = new Line(clock);
        this.http = new OkHttpClient.Builder()
                .callTimeout(CALL_SECONDS, TimeUnit.SECONDS)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
    }

    static Api of(WecomSettings wecom, Clock clock) {
        Settings settings = new Settings();
        settings.setCorpId(wecom.corpId());
        settings.setCorpSecret(wecom.secret().value());
        settings.setAgentId(wecom.agentId());
        settings.setBaseApiUrl(wecom.apiUrl());
        Api api = new Api(settings, clock);
        api.setWxCpConfigStorage(settings);
        return api;
    }

    /** WxJava's own client is one for the whole process, as whoever came first has set it up. */
    @Override
    public void initHttp() {}

    @Override
    public OkHttpClient getRequestHttpClient() {
        return http;
    }

    /** WxJava would refresh on a wrong secret, too, and get the whole address blocked. */
    private static final class Settings extends WxCpDefaultConfigImpl {
        @Override
        public boolean autoRefreshToken() {
            return false;
        }
    }

    /**
     * Posts JSON, with a fresh token once if the platform says that the old one has ended.
     *
     * @param path for example {@code /cgi-bin/message/send}
     * @throws WxErrorException with the platform's errcode
     * @throws RuntimeException if no readable answer came
     */
    JsonObject call(String path, JsonObject body) throws WxErrorException {
        RequestBody content = RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON);
        return withToken(token -> {
            HttpUrl url = HttpUrl.get(settings.getApiUrl(path))
                    .newBuilder()
                    .addQueryParameter("access_token", token)
                    .build();
            return answer(new Request.Builder().url(url).post(content).build());
        });
    }

    /**
     * Asks by GET, with a fresh token once if the platform says that the old one has ended.
     *
     * @throws WxErrorException with the platform's errcode
     */
    JsonObject ask(String path, Map<String, String> query) throws WxErrorException {
        return withToken(token -> {
            HttpUrl.Builder url = HttpUrl.get(settings.getApiUrl(path)).newBuilder();
            url.addQueryParameter("access_token", token);
            query.forEach(url::addQueryParameter);
            return answer(new Request.Builder().url(url.build()).build());
        });
    }

    /**
     * Uploads a temporary file (page 90253).
     *
     * @param kind {@code file} or {@code image}
     * @return the media_id, good for three days
     */
    String upload(String kind, Attachment attachment) throws WxErrorException {
        RequestBody part = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("media", attachment.name(), RequestBody.create(attachment.content(), OCTETS))
                .build();
        try {
            JsonObject answer = withToken(token -> uploaded(kind, token, part));
            return ApiAnswer.text(answer, "media_id").orElseThrow(() -> new Unreadable("no media_id"));
        } catch (RuntimeException e) {
            throw new NotSent("no upload", e);
        }
    }

    private JsonObject uploaded(String kind, String token, RequestBody part) throws WxErrorException {
        HttpUrl url = HttpUrl.get(settings.getApiUrl("/cgi-bin/media/upload"))
                .newBuilder()
                .addQueryParameter("access_token", token)
                .addQueryParameter("type", kind)
                .build();
        return answer(new Request.Builder().url(url).post(part).build());
    }

    @FunctionalInterface
    private interface TokenCall {
        JsonObject with(String token) throws WxErrorException;
    }

    private JsonObject withToken(TokenCall call) throws WxErrorException {
        String used = getAccessToken(false);
        try {
            return call.with(used);
        } catch (WxErrorException e) {
            int code = e.getError().getErrorCode();
            if (code != TOKEN_INVALID && code != TOKEN_EXPIRED) {
                throw e;
            }
            return call.with(fresh(used));
        }
    }

    /** An answer whose errcode says ok. */
    private JsonObject answer(Request request) throws WxErrorException {
        try (Response response = http.newCall(request).execute()) {
            String body = response.body().string();
            Optional<Instant> date = Optional.ofNullable(response.headers().getInstant("Date"));
            return line.answered(date, () -> ApiAnswer.done(response.code(), body));
        } catch (IOException e) {
            line.broken();
            throw new UncheckedIOException(request.url().encodedPath(), e);
        }
    }

    /** How the platform is reached. */
    Line line() {
        return line;
    }

    /** When the last token came; empty before the first. */
    Optional<Instant> tokenAt() {
        return Optional.ofNullable(tokenAt);
    }

    @Override
    public String getAccessToken(boolean forceRefresh) throws WxErrorException {
        if (!settings.isAccessTokenExpired() && !forceRefresh) {
            return settings.getAccessToken();
        }
        return fresh(forceRefresh ? settings.getAccessToken() : null);
    }

    /** Any valid token but this one: who waited for the lock finds that another thread has fetched it. */
    private String fresh(@Nullable String spent) throws WxErrorException {
        Lock lock = settings.getAccessTokenLock();
        lock.lock();
        try {
            String current = settings.getAccessToken();
            if (!settings.isAccessTokenExpired() && !current.equals(spent)) {
                return current;
            }
            JsonObject answer = fetched();
            String token = ApiAnswer.text(answer, "access_token").orElseThrow(() -> new Unreadable("no access_token"));
            settings.updateAccessToken(token, lifetime(answer));
            tokenAt = clock.instant();
            return token;
        } catch (WxErrorException e) {
            throw new NoToken(e.getError());
        } catch (RuntimeException e) {
            throw new NotSent("no token", e);
        } finally {
            lock.unlock();
        }
    }

    /** A token that ended earlier says so with its first use (42001). */
    private static int lifetime(JsonObject answer) {
        JsonElement seconds = answer.get("expires_in");
        boolean isNumber = seconds != null
                && seconds.isJsonPrimitive()
                && seconds.getAsJsonPrimitive().isNumber();
        return isNumber && seconds.getAsInt() > 0 ? seconds.getAsInt() : TOKEN_SECONDS;
    }

    private JsonObject fetched() throws WxErrorException {
        HttpUrl url = HttpUrl.get(settings.getApiUrl("/cgi-bin/gettoken"))
                .newBuilder()
                .addQueryParameter("corpid", settings.getCorpId())
                .addQueryParameter("corpsecret", settings.getCorpSecret())
                .build();
        return answer(new Request.Builder().url(url).build());
    }
}
