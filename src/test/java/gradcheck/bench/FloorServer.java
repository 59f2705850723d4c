package gradcheck.bench;

import gradcheck.message.Incoming;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.turn.Answer;
import gradcheck.web.CallbackRoute;
import gradcheck.web.WebServer;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomSettings;
import gradcheck.wecom.door.Door;
import io.javalin.config.RoutesConfig;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the bot is measured beside: {@code empty} answers an empty 200 to the same bodies; {@code bare} opens them, writes
 * three rows in the same group commit and answers, and does nothing else.
 */
final class FloorServer {
    private FloorServer() {}

    public static void main(String[] args) {
        int port = Integer.parseInt(args[1]);
        Consumer<RoutesConfig> route = args[0].equals("empty") ? FloorServer::empty : bare(args[2]);
        new WebServer(new WebServer.Address("127.0.0.1", port), List.of(route)).start();
    }

    private static void empty(RoutesConfig routes) {
        routes.post("/wecom/callback", call -> {
            byte[] body = call.bodyAsBytes();
            call.status(body.length > 0 ? 200 : 400);
        });
    }

    private static Consumer<RoutesConfig> bare(String file) {
        SecureRandom random = new SecureRandom();
        Clock clock = Clock.systemUTC();
        Store store = Stores.open(
                "jdbc:sqlite:" + file, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]), random));
        WecomSettings settings = new WecomSettings(
                SealedCall.CORP,
                1_000_002,
                new Secret("unused"),
                List.of(new WecomSettings.Lock(new Secret(SealedCall.TOKEN), new Secret(SealedCall.AES_KEY))),
                "http://127.0.0.1:1");
        return new CallbackRoute(
                new Door(settings, clock, random),
                (incoming, signedAt) -> store.write(tables -> {
                    tables.inbox().take(incoming.key(), incoming.from(), clock.instant());
                    tables.marks().set("floor." + incoming.from(), text(incoming));
                    tables.inbox().answer(incoming.from(), incoming.key(), "好的");
                    return new Answer.Says("好的");
                }));
    }

    private static String text(Incoming incoming) {
        return incoming instanceof Incoming.Text text ? text.text() : "";
    }
}
