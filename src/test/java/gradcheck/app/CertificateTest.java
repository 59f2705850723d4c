package gradcheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.EverythingLogged;
import gradcheck.ListedLog;
import gradcheck.cli.doctor.Doctor;
import gradcheck.config.ConfigFaults;
import gradcheck.config.Environment;
import gradcheck.config.Wecom;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.SendOutcome;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.outbox.SendBudget;
import gradcheck.wecom.WecomChannel;
import gradcheck.wecom.WecomLogin;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever stands where the platform should be and can't prove to be it gets nothing: no secret, no name, no text. */
class CertificateTest {
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");
    private static final PersonId SOMEBODY = new PersonId("lisi");

    /** The authority this machine trusts while the test runs, and one that nobody trusts. */
    private static final HeldCertificate TRUSTED = authority();

    private static final HeldCertificate UNKNOWN = authority();

    @TempDir
    Path folder;

    private final List<String> requests = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private final MovableClock clock = new MovableClock(Clock.systemUTC());
    private final ListedLog log = new ListedLog();
    private Optional<EverythingLogged> everything = Optional.empty();
    private MockWebServer platform = new MockWebServer();

    /** What the other side shows. */
    enum Shown {
        SELF_SIGNED,
        OF_AN_UNKNOWN_AUTHORITY,
        EXPIRED,
        NOT_YET_VALID,
        OF_ANOTHER_HOST;

        HeldCertificate certificate() {
            long day = Duration.ofDays(1).toMillis();
            long now = Clock.systemUTC().millis();
            HeldCertificate.Builder builder = new HeldCertificate.Builder()
                    .addSubjectAlternativeName(this == OF_ANOTHER_HOST ? "qyapi.example.edu.cn" : "localhost");
            if (this != SELF_SIGNED) {
                builder.signedBy(this == OF_AN_UNKNOWN_AUTHORITY ? UNKNOWN : TRUSTED);
            }
            if (this == EXPIRED) {
                builder.validityInterval(now - 2 * day, now - day);
            }
            if (this == NOT_YET_VALID) {
                builder.validityInterval(now + day, now + 2 * day);
            }
            return builder.build();
        }
    }

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder().certificateAuthority(0).build();
    }

    @BeforeEach
    void trust() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("test", TRUSTED.certificate());
        Path file = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        System.setProperty(TRUST_STORE, file.toString());
        System.setProperty(TRUST_STORE + "Password", "changeit");
        log.start();
        everything = Optional.of(new EverythingLogged(log));
        clock.standAt(NOW);
    }

    @AfterEach
    void stop() {
        everything.ifPresent(EverythingLogged::close);
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE + "Password");
        platform.close();
    }

    private void serve(HeldCertificate certificate) throws Exception {
        platform = new MockWebServer();
        platform.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        platform.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request.getTarget());
                String body = request.getTarget().startsWith("/cgi-bin/gettoken")
                        ? "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}"
                        : "{\"errcode\":0,\"msgid\":\"1\"}";
                return new MockResponse.Builder().body(body).build();
            }
        });
        platform.start(InetAddress.getByName("localhost"), 0);
        variables.putAll(PlatformSettings.of("https://localhost:" + platform.getPort(), folder));
    }

    private Environment environment() {
        return new Environment(Map.copyOf(variables));
    }

    private WecomChannel channel() throws ConfigFaults {
        return new WecomChannel(Wecom.complete(environment()), clock);
    }

    private Bot bot(AppContext ready) throws ConfigFaults {
        return new Bot(
                ready.settings(),
                ready.copy(),
                new Bot.Ground(ready.store(), channel(), clock, new SecureRandom(), false));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_said_to_who_cannot_prove_to_be_the_platform(Shown shown) throws Exception {
        serve(shown.certificate());
        assertThat(channel().send(List.of(SOMEBODY), new Outgoing.Text("x"), "c1"))
                .isInstanceOfSatisfying(SendOutcome.TryLater.class, later -> {
                    assertThat(later.reason()).isEqualTo("certificate not trusted");
                    assertThat(later.isForEverybody()).isTrue();
                });
        assertThat(new WecomLogin(Wecom.complete(environment()), clock).userOf("code"))
                .isEmpty();
        assertThat(requests).isEmpty();
        assertThat(log.list.toString())
                .contains("outcome=try_later code=-99998")
                .doesNotContain("CANARY");
    }

    /** Without this the other tests could pass because nothing at all is trusted here. */
    @Test
    void a_certificate_of_the_right_name_and_authority_is_taken() throws Exception {
        serve(right());
        assertThat(channel().send(List.of(SOMEBODY), new Outgoing.Text("x"), "c1"))
                .isEqualTo(new SendOutcome.Sent("1"));
    }

    private static HeldCertificate right() {
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(TRUSTED)
                .build();
    }

    @Test
    void the_doctor_names_it_and_what_waits_goes_out_once_the_way_is_right() throws Exception {
        serve(Shown.OF_ANOTHER_HOST.certificate());
        try (AppContext ready = AppContext.open(environment())) {
            Bot bot = bot(ready);
            OutboxCodec.Label label = OutboxCodec.Label.reply("x", SOMEBODY, NOW);
            ready.store()
                    .write(t -> t.parcels().queue(label, new Outgoing.Text("有一件事"), NOW))
                    .join();
            bot.doWhatIsDue();
            assertThat(row(ready).result().detail()).isEqualTo("try later: -99998 certificate not trusted");
            assertThat(row(ready).isWaiting()).isTrue();
            int used = ready.store().read(t -> t.allowance().used(LocalDate.of(2027, 3, 15)));
            assertThat(used).isZero();
            Optional<SendBudget.Pause> pause =
                    ready.store().read(t -> t.allowance().pause());
            assertThat(pause).isPresent();
            assertThat(log.list.toString()).contains("event=sending_paused code=-99998");
        }
        assertThat(said()).filteredOn(words -> words.contains("证书证明不了")).hasSize(2);
        assertThat(said()).noneMatch(words -> words.startsWith("连不上平台"));
        platform.close();
        serve(right());
        clock.standAt(NOW.plus(Duration.ofMinutes(2)));
        try (AppContext ready = AppContext.open(environment())) {
            bot(ready).doWhatIsDue();
            assertThat(row(ready).result().detail()).isEqualTo("sent");
        }
        assertThat(requests).filteredOn(r -> r.contains("message/send")).hasSize(1);
    }

    private List<String> said() {
        return new Doctor(environment(), clock)
                .all().stream()
                        .filter(finding -> !finding.isGood())
                        .map(Doctor.Finding::words)
                        .toList();
    }

    private static Outbox.Row row(AppContext ready) {
        return ready.store().read(t -> t.outbox().byId("x")).orElseThrow();
    }
}
