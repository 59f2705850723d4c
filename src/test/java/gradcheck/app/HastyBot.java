package gradcheck.app;

import gradcheck.bench.SealedCall;
import gradcheck.config.Config;
import gradcheck.config.Environment;
import gradcheck.outbox.SendOutcome;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.turn.Answer;
import gradcheck.web.CallbackRoute;
import gradcheck.web.HealthRoute;
import gradcheck.web.WebServer;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import gradcheck.wecom.door.Door;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The bot as it must not be: it says 200 before the message is on disk. A check that does not notice it is none. */
public final class HastyBot {
    /** Whenever it is killed in a crowd, there is something it has answered and not yet written. */
    private static final long LATE_MILLIS = 500;

    private HastyBot() {}

    /** Reads the same environment as {@code serve}. */
    public static void main(String[] args) throws Exception {
        Environment environment = new Environment(System.getenv());
        SecureRandom random = new SecureRandom();
        Clock clock = Clock.systemUTC();
        Store store = Stores.open(environment.database(), new FieldCipher(FurnishedSeason.KEY, random));
        Config.Settings settings = Config.read(new Environment(Map.of()));
        Bot bot = new Bot(
                settings,
                AppContext.copy(settings),
                new Bot.Ground(store, (to, message, call) -> new SendOutcome.Sent(""), clock, random, true));
        WecomSettings wecom = new WecomSettings(
                SealedCall.CORP,
                1_000_002,
                new Secret("unused"),
                List.of(new WecomSettings.Lock(new Secret(SealedCall.TOKEN), new Secret(SealedCall.AES_KEY))),
                "http://127.0.0.1:1");
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        CallbackRoute route = new CallbackRoute(new Door(wecom, clock, random), (incoming, signedAt) -> {
            Runnable write = () -> {
                var unusedAnswer = bot.turns().take(incoming, signedAt);
            };
            var unusedEnd = later.schedule(write, LATE_MILLIS, TimeUnit.MILLISECONDS);
            return CompletableFuture.completedFuture(new Answer.Silence());
        });
        HealthRoute health = new HealthRoute(new HealthCheck(store, HealthCheck.Outside.UNSEEN, clock), store::isAlive);
        int port = Integer.parseInt(environment.get("GRADCHECK_PORT").orElseThrow());
        new WebServer(new WebServer.Address("127.0.0.1", port), List.of(route, health)).start();
    }
}
