package gradcheck.bench;

import gradcheck.domain.QuietHours;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.Channel;
import gradcheck.outbox.Limits;
import gradcheck.outbox.Prepared;
import gradcheck.outbox.Sender;
import gradcheck.store.Store;
import gradcheck.store.Stores;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.turn.Answer;
import gradcheck.web.CallbackRoute;
import gradcheck.web.WebServer;
import gradcheck.wecom.Secret;
import gradcheck.wecom.WecomChannel;
import gradcheck.wecom.WecomSettings;
import gradcheck.wecom.door.Door;
import io.javalin.config.RoutesConfig;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What the bot is measured beside: {@code empty} answers an empty 200 to the same bodies; {@code bare} opens them, writes
 * three rows in the same group commit and answers, and does nothing else; {@code calls} sends one message more a turn.
 */
final class FloorServer {
    private static final long PAUSE_MILLIS = 10;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(clock, random);
    private final Store store;

    private FloorServer(String file) {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        store = Stores.open("jdbc:sqlite:" + file, new FieldCipher(key, random));
    }

    public static void main(String[] args) {
        int port = Integer.parseInt(args[1]);
        Consumer<RoutesConfig> route = args[0].equals("empty")
                ? FloorServer::empty
                : new FloorServer(args[2]).bare(args[0].equals("calls"), args[3]);
        new WebServer(new WebServer.Address("127.0.0.1", port), List.of(route)).start();
    }

    private static void empty(RoutesConfig routes) {
        routes.post("/wecom/callback", call -> {
            byte[] body = call.bodyAsBytes();
            call.status(body.length > 0 ? 200 : 400);
        });
    }

    private Consumer<RoutesConfig> bare(boolean calls, String platform) {
        WecomSettings settings = new WecomSettings(
                SealedCall.CORP,
                1_000_002,
                new Secret("unused"),
                List.of(new WecomSettings.Lock(new Secret(SealedCall.TOKEN), new Secret(SealedCall.AES_KEY))),
                platform);
        if (calls) {
            send(new WecomChannel(settings, clock));
        }
        return new CallbackRoute(
                new Door(settings, clock, random),
                (incoming, signedAt) -> store.write(tables -> {
                    Instant now = clock.instant();
                    tables.inbox().take(incoming.key(), incoming.from(), now);
                    tables.marks().set("floor." + incoming.from(), text(incoming));
                    tables.inbox().answer(incoming.from(), incoming.key(), "好的");
                    if (calls) {
                        tables.outbox().queue(row(incoming.from()), now);
                    }
                    return new Answer.Says("好的");
                }));
    }

    private Outbox.New row(PersonId to) {
        return new Outbox.New(ids.next(), to, "text", "好的", Outbox.REPLY, clock.instant(), Optional.empty());
    }

    /** What was queued goes out as it is, as soon as the one before is out. */
    private void send(Channel channel) {
        Limits limits = new Limits(Integer.MAX_VALUE, new QuietHours(List.of()), ZoneOffset.UTC);
        Sender sender = new Sender(
                store,
                channel,
                rows -> rows.stream()
                        .collect(Collectors.toMap(
                                Outbox.Row::id, row -> new Prepared.Ready(new Outgoing.Text(row.body())))),
                limits,
                clock,
                ids);
        var unused = Executors.newSingleThreadScheduledExecutor()
                .scheduleWithFixedDelay(sender::sendDue, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static String text(Incoming incoming) {
        return incoming instanceof Incoming.Text text ? text.text() : "";
    }
}
