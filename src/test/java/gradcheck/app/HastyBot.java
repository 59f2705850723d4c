package gradcheck.app;

import gradcheck.bench.SealedCall;
import gradcheck.outbox.SendOutcome;
import gradcheck.store.Seal;
import gradcheck.store.Store;
import gradcheck.turn.Answer;
import gradcheck.web.CallbackRoute;
import gradcheck.web.HealthRoute;
import gradcheck.web.WebServer;
import gradcheck.wecom.Door;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The bot as it must not be: it says 200 before the message is on disk. A check that does not notice it is none. */
public final class HastyBot {
    private HastyBot() {}

    /** Reads the same environment as {@code serve}. */
    public static void main(String[] args) throws Exception {
        Environment environment = new Environment(System.getenv());
        SecureRandom random = new SecureRandom();
        Clock clock = Clock.systemUTC();
        Store store = Store.open(Ready.database(environment), new Seal(FurnishedSeason.KEY, random));
        Config.Settings settings = Config.read(new Environment(Map.of()));
        Bot bot = new Bot(
                settings,
                Ready.copy(settings),
                new Bot.Ground(store, (to, message, call) -> new SendOutcome.Sent(""), clock, random, true));
        WecomSettings wecom = new WecomSettings(
                SealedCall.CORP,
                1_000_002,
                new Secret("unused"),
                List.of(new WecomSettings.Lock(new Secret(SealedCall.TOKEN), new Secret(SealedCall.AES_KEY))),
                "http://127.0.0.1:1");
        CallbackRoute route = new CallbackRoute(new Door(wecom, clock, random), (incoming, signedAt) -> {
            var unheeded = bot.turns().take(incoming, signedAt);
            return CompletableFuture.completedFuture(unheeded.isDone() ? unheeded.join() : new Answer.Silence());
        });
        HealthRoute health = new HealthRoute(new HealthCheck(store, Optional::empty, clock));
        int port = Integer.parseInt(environment.get("GRADCHECK_PORT").orElseThrow());
        new WebServer(new WebServer.Address("127.0.0.1", port), List.of(route, health)).start();
    }
}
