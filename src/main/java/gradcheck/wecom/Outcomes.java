package gradcheck.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gradcheck.message.OutcomeCause;
import gradcheck.message.PersonId;
import gradcheck.outbox.SendOutcome;
import gradcheck.outbox.SendOutcome.Refusal;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an answer, an errcode or a broken call means for the message (wecom-facts §5.3, pages 90236 and 90664). */
final class Outcomes {
    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);
    /** Beside the platform's errcodes: whoever answered in its place has no certificate of its name. */
    static final int UNTRUSTED = -99_998;

    private static final Duration SOON = Duration.ofSeconds(10);
    /** A minute's limit blocks for a minute (page 90454). */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofMinutes(15);

    /** Asking costs nothing: no secret leaves before the other side has proven who it is. */
    private static final Duration TILL_THE_WAY_IS_RIGHT = Duration.ofMinutes(1);

    private Outcomes() {}

    /**
     * Of an answer with errcode 0: taken, whatever stands beside it. Repeating it because of an odd entry would write to
     * people twice.
     *
     * @param to whom the call was for; other names say nothing about it
     */
    static SendOutcome of(JsonObject answer, Collection<PersonId> to) {
        Map<PersonId, OutcomeCause> left = new LinkedHashMap<>();
        named(answer, "invaliduser").forEach(person -> left.put(person, OutcomeCause.INVALID));
        named(answer, "unlicenseduser").forEach(person -> left.putIfAbsent(person, OutcomeCause.UNLICENSED));
        left.keySet().retainAll(to);
        List<Refusal> refusals = left.entrySet().stream()
                .map(entry -> new Refusal(entry.getKey(), entry.getValue()))
                .toList();
        String msgId = ApiAnswer.text(answer, "msgid").orElse("");
        String code = ApiAnswer.text(answer, "response_code").orElse("");
        return refusals.isEmpty() ? new SendOutcome.Sent(msgId, code) : new SendOutcome.PartlyRefused(msgId, refusals);
    }

    static SendOutcome of(ApiException refusal) {
        SendOutcome outcome = of(refusal.errcode());
        // Without a token nothing left: no reason of the platform's for it says anything about the message.
        return refusal instanceof NoToken && outcome instanceof SendOutcome.Refused refused
                ? new SendOutcome.TryLater(refused.cause(), refused.code(), refused.reason(), UNTIL_SOMEBODY_ACTS)
                : outcome;
    }

    private static SendOutcome of(int code) {
        return switch (code) {
            case -1, 6000 -> later(OutcomeCause.BUSY, code, "busy", SOON);
            case 45033 -> later(OutcomeCause.TOO_MANY_AT_ONCE, code, "busy", SOON);
            case 45009 -> later(OutcomeCause.RATE_LIMIT, code, "rate limit", LIMIT);
                // Somebody has to set something right; what waits is not lost meanwhile. It is asked rarely, for
                // a wrong secret that is repeated gets the address blocked.
            case 40001, 40056, 48002, 48006, 50003, 60020, 301002 -> later(
                    OutcomeCause.WRONG_SETTINGS, code, reason(code), UNTIL_SOMEBODY_ACTS);
            case 40014, 42001 -> later(OutcomeCause.TOKEN, code, "token", SOON);
            default -> new SendOutcome.Refused(cause(code), Integer.toString(code), reason(code));
        };
    }

    private static SendOutcome later(OutcomeCause cause, int code, String reason, Duration pause) {
        return new SendOutcome.TryLater(cause, Integer.toString(code), reason, pause);
    }

    private static OutcomeCause cause(int code) {
        return switch (code) {
            case 81013, 40003, 60111, 46004 -> OutcomeCause.INVALID;
            case 50002, 60011, 60021 -> OutcomeCause.OUT_OF_SCOPE;
            case 45002 -> OutcomeCause.TOO_LONG;
            default -> OutcomeCause.OTHER;
        };
    }

    /**
     * Nothing left when the connection was refused, or before the other side had proven who it is; otherwise the request
     * may have arrived.
     */
    static SendOutcome of(RuntimeException broken) {
        if (isUntrusted(broken)) {
            return later(OutcomeCause.UNTRUSTED, UNTRUSTED, "certificate not trusted", TILL_THE_WAY_IS_RIGHT);
        }
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException) {
                return later(OutcomeCause.NO_CONNECTION, 0, "no connection", SOON);
            }
        }
        if (broken instanceof NotSent) {
            return later(OutcomeCause.NO_CONNECTION, 0, String.valueOf(broken.getMessage()), SOON);
        }
        return new SendOutcome.Unknown(
                broken instanceof Unreadable
                        ? "no answer of the platform's: " + broken.getMessage()
                        : broken.getClass().getSimpleName());
    }

    /** Whether the other side is not, or can't prove to be, who was called. */
    static boolean isUntrusted(RuntimeException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }

    static String named(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Refused refused) {
            return "refused code=" + refused.code();
        }
        if (outcome instanceof SendOutcome.TryLater later) {
            return "try_later code=" + later.code();
        }
        if (outcome instanceof SendOutcome.Unknown unknown) {
            return "unknown cause=\"" + unknown.reason() + "\"";
        }
        return outcome instanceof SendOutcome.PartlyRefused partly
                ? "partly_refused people=" + partly.refusals().size()
                : "sent";
    }

    /** A list joined by bars in message/send, an array in update_template_card; what is neither names nobody. */
    private static List<PersonId> named(JsonObject answer, String list) {
        JsonElement entries = answer.get(list);
        if (entries == null || entries.isJsonNull()) {
            return List.of();
        }
        List<PersonId> people = new ArrayList<>();
        if (entries.isJsonArray()) {
            entries.getAsJsonArray().forEach(entry -> addNamed(entry, list, people));
        } else {
            addNamed(entries, list, people);
        }
        return people;
    }

    private static void addNamed(JsonElement entry, String list, List<PersonId> people) {
        if (!entry.isJsonPrimitive()) {
            log.warn("event=odd_entry list={}", list);
            return;
        }
        for (String name : entry.getAsString().split("\\|", -1)) {
            try {
                if (!name.isBlank()) {
                    people.add(new PersonId(name));
                }
            } catch (IllegalArgumentException e) {
                log.warn("event=odd_entry list={}", list);
            }
        }
    }

    private static String reason(int code) {
        return switch (code) {
            case 40001 -> "wrong secret";
            case 60020 -> "this address is not among the trusted IPs";
            case 81013, 40003, 60111, 46004 -> "no such receiver";
            case 50002, 60011, 60021 -> "outside the visible scope";
            case 40056, 301002 -> "wrong agent id";
            case 48002, 48006, 50003 -> "the application may not send any more";
            default -> "refused by the platform";
        };
    }
}
