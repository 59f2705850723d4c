package gradcheck.app;

import gradcheck.desk.Fonts;
import gradcheck.message.PersonId;
import gradcheck.metrics.Metrics;
import gradcheck.store.NativeLibrary;
import gradcheck.verification.Season;
import gradcheck.web.CallbackRoute;
import gradcheck.web.HealthRoute;
import gradcheck.web.InspectRoutes;
import gradcheck.web.PageRoutes;
import gradcheck.web.Statuses;
import gradcheck.web.WebServer;
import gradcheck.wecom.Door;
import gradcheck.wecom.WecomChannel;
import gradcheck.wecom.WecomDirectory;
import gradcheck.wecom.WecomLogin;
import gradcheck.wecom.WecomSettings;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** {@code serve}: runs the bot until it is told to stop. */
@Command(name = "serve", resourceBundle = "gradcheck.app.commands", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

    @Override
    public Integer call() throws Exception {
        long started = System.nanoTime();
        Environment environment = new Environment(System.getenv());
        Settings.check(environment);
        WecomSettings wecom = Wecom.complete(environment);
        boolean rehearsal = rehearsal(environment, wecom);
        Optional<Integer> adminPort = Admin.port(environment);
        MovableClock clock = new MovableClock(Clock.systemUTC());
        Running claimed = claim(Ready.database(environment));
        NativeLibrary.unpackBeside(Ready.database(environment));
        Ready ready = Ready.open(environment);
        WecomChannel channel = new WecomChannel(wecom, clock);
        Metrics metrics = new Metrics();
        Gauges gauges = new Gauges(metrics);
        Bot bot = new Bot(
                ready.settings(),
                ready.copy(),
                new Bot.Ground(ready.store(), gauges.counted(channel), clock, ready.random(), rehearsal)
                        .asking(new WecomDirectory(wecom, clock)));
        Background background = new Background(bot, gauges::failed);
        new Readings(ready, clock).addTo(metrics, channel::tokenAt, background::ageSeconds);
        warnOfUnknownYear(ready, clock);
        List<Consumer<RoutesConfig>> routes = new ArrayList<>();
        routes.add(new CallbackRoute(
                new Door(wecom, clock, ready.random()),
                gauges.timed((incoming, signedAt) ->
                        bot.turns().take(incoming, signedAt).whenComplete((answer, failure) -> background.nudge()))));
        routes.add(new Statuses(gauges.responses()));
        routes.add(new HealthRoute(new HealthCheck(ready.store(), channel::tokenAt, clock)));
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
        int port = listening(server::start);
        bot.takeOver();
        Optional<WebServer> admin = listening(() -> Admin.serve(adminPort, metrics));
        background.start();
        log.info("event=ready port={} millis={}", port, (System.nanoTime() - started) / 1_000_000);
        learnAside(ready);
        waitForTheEnd(server, background, ready);
        admin.ifPresent(WebServer::close);
        claimed.close();
        return 0;
    }

    private static <T> T listening(Supplier<T> start) throws Failure {
        try {
            return start.get();
        } catch (UncheckedIOException e) {
            throw new Failure("port.taken", String.valueOf(e.getMessage()));
        }
    }

    /** What people write is learnt beside the first messages, which by their fixed words need nothing of it. */
    private static void learnAside(Ready ready) {
        Runnable learning = () -> {
            ready.settings().understanding().learn();
            // Learning takes more memory than all the rest of the day: it is given back.
            System.gc();
        };
        Thread thread = new Thread(learning, "learning");
        thread.setDaemon(true);
        thread.start();
    }

    private static Running claim(String address) throws Faults {
        try {
            return Running.claim(address).orElseThrow(() -> new Faults(List.of(Main.word("serve.running"))));
        } catch (IOException e) {
            throw Ready.unopened(address, e);
        }
    }

    private static PageRoutes pages(Ready ready, Bot bot, WecomSettings wecom, String publicUrl) {
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
    private static void warnOfUnknownYear(Ready ready, Clock clock) {
        Season season = ready.settings().season();
        int now = clock.instant().atZone(season.zone()).getYear();
        IntStream.of(now, season.year())
                .distinct()
                .filter(year -> !ready.settings().reminders().calendar().isKnown(year))
                .forEach(year -> {
                    log.warn("event=calendar_unknown year={} cure=config/calendar.yml", year);
                    System.out.println(Main.word("calendar.unknown", year));
                });
    }

    private static void waitForTheEnd(WebServer server, Background background, Ready ready)
            throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    end.countDown();
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        end.await();
        server.close();
        background.close();
        ready.close();
        log.info("event=stopped");
        closed.countDown();
    }

    private static WebServer.Address address(Environment environment) {
        return new WebServer.Address(
                environment.get("GRADCHECK_HOST").orElse("0.0.0.0"),
                Integer.parseInt(environment.get("GRADCHECK_PORT").orElse("8080")));
    }

    /** Refused unless the platform is the simulator on this machine: /inspect shows people. */
    private static boolean rehearsal(Environment environment, WecomSettings wecom) throws Faults {
        boolean wanted =
                environment.get("GRADCHECK_REHEARSAL").filter("true"::equals).isPresent();
        String host = String.valueOf(URI.create(wecom.apiUrl()).getHost());
        if (wanted && !List.of("127.0.0.1", "localhost", "[::1]").contains(host)) {
            throw new Faults(List.of(Main.word("rehearsal.not.local")));
        }
        return wanted;
    }
}
