package gradcheck.cli;

import gradcheck.app.Admin;
import gradcheck.app.AppContext;
import gradcheck.app.Background;
import gradcheck.app.Bot;
import gradcheck.app.ClockWatch;
import gradcheck.app.Ending;
import gradcheck.app.Failure;
import gradcheck.app.HealthCheck;
import gradcheck.app.JarWatch;
import gradcheck.app.Loopback;
import gradcheck.app.MetricsRegistry;
import gradcheck.app.MovableClock;
import gradcheck.app.ProcessLock;
import gradcheck.app.Readings;
import gradcheck.app.Rehearsal;
import gradcheck.app.WarmUp;
import gradcheck.config.ConfigFaults;
import gradcheck.config.Environment;
import gradcheck.config.Settings;
import gradcheck.config.TerminalText;
import gradcheck.config.Wecom;
import gradcheck.desk.answer.Fonts;
import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.metrics.Metrics;
import gradcheck.store.engine.NativeLibrary;
import gradcheck.turn.Answer;
import gradcheck.web.CallbackRoute;
import gradcheck.web.HealthRoute;
import gradcheck.web.InspectRoutes;
import gradcheck.web.PageRoutes;
import gradcheck.web.Statuses;
import gradcheck.web.WebServer;
import gradcheck.wecom.WecomChannel;
import gradcheck.wecom.WecomDirectory;
import gradcheck.wecom.WecomLogin;
import gradcheck.wecom.WecomSettings;
import gradcheck.wecom.door.Door;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** {@code serve}: runs the bot until it is told to stop. */
@Command(name = "serve", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

    /** The mark of having said so. */
    private static final String HOST_TOLD = "host told";

    @Override
    public Integer call() throws Exception {
        long started = System.nanoTime();
        Ending ending = new Ending(JarWatch.ofThisProgram());
        Environment environment = new Environment(System.getenv());
        Settings.check(environment);
        WecomSettings wecom = Wecom.complete(environment);
        boolean rehearsal = rehearsal(environment, wecom);
        Optional<Integer> adminPort = Admin.port(environment);
        MovableClock clock = new MovableClock(Clock.systemUTC());
        ProcessLock claimed = claim(environment.database());
        NativeLibrary.unpackBeside(environment.database());
        AppContext ready = AppContext.open(environment);
        WecomChannel channel = new WecomChannel(wecom, clock);
        Metrics metrics = new Metrics();
        MetricsRegistry gauges = new MetricsRegistry(metrics);
        Door door = new Door(wecom, clock, ready.random());
        Bot bot = new Bot(
                ready.settings(),
                ready.copy(),
                new Bot.Ground(ready.store(), gauges.counted(channel), clock, ready.random(), rehearsal)
                        .asking(new WecomDirectory(wecom, clock)));
        WarmUp warmUp = new WarmUp(ready, bot.turns(), door);
        warmUp.begin();
        ClockWatch watch = new ClockWatch(clock, () -> rehearsal ? Optional.empty() : channel.ahead());
        Background background = new Background(bot, gauges::failed);
        new Readings(ready, clock).addTo(metrics, channel::tokenAt, background::ageSeconds);
        warnOfUnknownYear(ready, clock);
        sayWhereItListens(environment, ready);
        List<Consumer<RoutesConfig>> routes = new ArrayList<>();
        routes.add(new CallbackRoute(door, gauges.timed((incoming, signedAt) -> bot.turns()
                .take(incoming, signedAt)
                .whenComplete((answer, failure) -> {
                    watch.signed(signedAt, answer instanceof Answer.Stale);
                    background.nudge();
                }))));
        routes.add(new Statuses(gauges.responses()));
        HealthCheck.Outside outside = new HealthCheck.Outside(channel::tokenAt, channel::isAway, watch::off);
        HealthRoute health = new HealthRoute(new HealthCheck(ready.store(), outside, clock), ready.store()::isAlive);
        routes.add(health);
        ready.settings().web().publicUrl().ifPresent(url -> routes.add(pages(ready, bot, wecom, url)));
        if (!Fonts.hasChinese()) {
            log.warn("event=no_chinese_font cure=install_fonts-noto-cjk effect=no_pictures");
        }
        if (rehearsal) {
            log.warn("event=rehearsal inspect=open warning=never_with_real_people");
            int year = ready.settings().season().year();
            Rehearsal time = new Rehearsal(ready.store(), clock, background::round);
            time.goOn();
            routes.add(new InspectRoutes(ready.store(), year, time::standAt));
        }
        WebServer server = new WebServer(address(environment), routes);
        warmUp.finish(new Loopback(door, health));
        int port = listening(server::start);
        bot.takeOver();
        Optional<WebServer> admin = listening(() -> Admin.serve(adminPort, metrics));
        background.start();
        log.info("event=ready port={} millis={}", port, (System.nanoTime() - started) / 1_000_000);
        List<AutoCloseable> parts = new ArrayList<>(List.of(server, background, ready));
        admin.ifPresent(parts::add);
        parts.add(claimed);
        ending.await(parts);
        return 0;
    }

    private static <T> T listening(Supplier<T> start) throws Failure {
        try {
            return start.get();
        } catch (UncheckedIOException e) {
            throw new Failure("port.taken", String.valueOf(e.getMessage()));
        }
    }

    private static ProcessLock claim(String address) throws ConfigFaults {
        try {
            return ProcessLock.claim(address)
                    .orElseThrow(() -> new ConfigFaults(List.of(TerminalText.of("serve.running"))));
        } catch (IOException e) {
            throw AppContext.unopened(address, e);
        }
    }

    private static PageRoutes pages(AppContext ready, Bot bot, WecomSettings wecom, String publicUrl) {
        Optional<PageRoutes.Login> login = Optional.empty();
        if (ready.settings().web().login()) {
            WecomLogin asked = new WecomLogin(wecom, Clock.systemUTC());
            login = Optional.of(new PageRoutes.Login() {
                @Override
                public String address(String back) {
                    return asked.address(back);
                }

                @Override
                public Optional<PersonId> userOf(String code) {
                    return asked.userOf(code);
                }
            });
        }
        return new PageRoutes(bot.pages(), login, publicUrl, ready.random());
    }

    /** Without the State Council's notice nobody can say which days are working days. */
    private static void warnOfUnknownYear(AppContext ready, Clock clock) {
        Season season = ready.settings().season();
        int now = clock.instant().atZone(season.zone()).getYear();
        IntStream.of(now, season.year())
                .distinct()
                .filter(year -> !ready.settings().reminders().calendar().isKnown(year))
                .forEach(year -> {
                    log.warn("event=calendar_unknown year={} cure=config/calendar.yml", year);
                    System.out.println(TerminalText.of("calendar.unknown", year));
                });
    }

    /**
     * Until 1.0.0 the bot could be reached from everywhere where nobody had said anything else: whom that concerns is told
     * so at the first start, and not again.
     */
    private static void sayWhereItListens(Environment environment, AppContext ready) {
        if (environment.get("GRADCHECK_HOST").isEmpty()
                && ready.store().read(t -> t.marks().get(HOST_TOLD)).isEmpty()) {
            ready.store()
                    .write(tables -> {
                        tables.marks().set(HOST_TOLD, Settings.HOST);
                        return tables;
                    })
                    .join();
            log.warn("event=host_by_default host={} reach_it_from_elsewhere_by=GRADCHECK_HOST", Settings.HOST);
            System.out.println(TerminalText.of("host.default", Settings.HOST));
        }
    }

    private static WebServer.Address address(Environment environment) {
        return new WebServer.Address(
                environment.get("GRADCHECK_HOST").orElse(Settings.HOST),
                Integer.parseInt(environment.get("GRADCHECK_PORT").orElse("8080")));
    }

    /** Refused unless the platform is the simulator on this machine: /inspect shows people. */
    private static boolean rehearsal(Environment environment, WecomSettings wecom) throws ConfigFaults {
        boolean wanted =
                environment.get("GRADCHECK_REHEARSAL").filter("true"::equals).isPresent();
        String host = String.valueOf(URI.create(wecom.apiUrl()).getHost());
        if (wanted && !List.of("127.0.0.1", "localhost", "[::1]").contains(host)) {
            throw new ConfigFaults(List.of(TerminalText.of("rehearsal.not.local")));
        }
        return wanted;
    }
}
