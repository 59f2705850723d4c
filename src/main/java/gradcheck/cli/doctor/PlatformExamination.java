package gradcheck.cli.doctor;

import gradcheck.app.AppContext;
import gradcheck.cli.doctor.Doctor.Finding;
import gradcheck.config.ConfigFaults;
import gradcheck.config.Environment;
import gradcheck.wecom.Diagnosis;
import gradcheck.wecom.WecomSettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What {@code doctor} asks over the net: WeCom, by its clock, token, application and menu, and the bot's own door. */
final class PlatformExamination {
    /** The platform refuses, and the door refuses, what is signed more than ten minutes away (design.md §4). */
    private static final Duration CLOCK = Duration.ofMinutes(2);

    private static final int TIMEOUT_MILLIS = 5000;

    private final Environment environment;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    PlatformExamination(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** What the platform says to the settings, one call after the other. */
    List<Finding> of(WecomSettings settings) {
        Diagnosis diagnosis = new Diagnosis(settings, clock);
        clockAgainst(settings.apiUrl());
        Diagnosis.Finding token = diagnosis.token();
        judge("doctor.token", token);
        if (!token.isGood()) {
            return List.copyOf(findings);
        }
        Diagnosis.Finding application = diagnosis.application();
        judge("doctor.application", application);
        if (application.isGood()) {
            diagnosis.isClosed().ifPresent(closed -> add(!closed, closed ? "doctor.closed" : "doctor.open"));
            judge("doctor.menu", diagnosis.menu());
            scope(diagnosis);
        }
        return List.copyOf(findings);
    }

    private void scope(Diagnosis diagnosis) {
        try (AppContext ready = AppContext.open(environment)) {
            int season = ready.settings().season().year();
            List<String> people = ready.store().read(t -> t.students().ofCollege(season, "").stream()
                    .limit(5)
                    .map(e -> e.person().value())
                    .toList());
            List<String> outside =
                    people.stream().filter(p -> !diagnosis.person(p).isGood()).toList();
            add(
                    outside.isEmpty(),
                    outside.isEmpty() ? "doctor.scope" : "doctor.scope.bad",
                    people.size(),
                    String.join("、", outside));
        } catch (ConfigFaults | IOException | RuntimeException e) {
            // Said before, where the database was looked at.
            return;
        }
    }

    private void clockAgainst(String url) {
        try {
            HttpURLConnection call = (HttpURLConnection)
                    URI.create(url + "/cgi-bin/gettoken").toURL().openConnection();
            call.setConnectTimeout(TIMEOUT_MILLIS);
            call.setReadTimeout(TIMEOUT_MILLIS);
            long theirs = call.getHeaderFieldDate("Date", 0);
            call.disconnect();
            if (theirs > 0) {
                Duration off = Duration.between(Instant.ofEpochMilli(theirs), clock.instant())
                        .abs();
                boolean good = off.compareTo(CLOCK) < 0;
                add(good, good ? "doctor.clock" : "doctor.clock.bad", off.toSeconds());
            }
        } catch (SSLException e) {
            // Said with its cure where the token is fetched.
            return;
        } catch (IOException e) {
            add(false, "doctor.reach.bad", url);
        }
    }

    /** The bot's own door, from the outside if its address is known. */
    Finding callback() {
        Optional<String> url = environment.get("GRADCHECK_PUBLIC_URL");
        String host = environment
                .get("GRADCHECK_HOST")
                .filter(h -> !h.equals("0.0.0.0"))
                .orElse("127.0.0.1");
        String base = url.orElse(
                "http://" + host + ":" + environment.get("GRADCHECK_PORT").orElse("8080"));
        try {
            HttpURLConnection call = (HttpURLConnection)
                    URI.create(base + "/wecom/callback").toURL().openConnection();
            call.setConnectTimeout(TIMEOUT_MILLIS);
            call.setReadTimeout(TIMEOUT_MILLIS);
            boolean good = call.getResponseCode() == 400;
            return Finding.of(good, good ? "doctor.callback" : "doctor.callback.bad", base);
        } catch (IOException | RuntimeException e) {
            return Finding.of(false, "doctor.callback.bad", base);
        }
    }

    private void judge(String key, Diagnosis.Finding finding) {
        add(finding.isGood(), finding.isGood() ? key : Doctor.cure(Integer.toString(finding.code())), finding.code());
    }

    private void add(boolean isGood, String key, Object... values) {
        findings.add(Finding.of(isGood, key, values));
    }
}
