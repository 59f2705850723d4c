package gradcheck.simulator.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradcheck.simulator.world.ApiError;
import gradcheck.simulator.world.InjectedFault;
import gradcheck.simulator.world.InjectedFaults;
import gradcheck.simulator.world.Wire;
import gradcheck.simulator.world.World;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What every call of the bot passes: the token, the faults that are planned, and the note of how it ended. */
final class ApiGate {
    private static final int JSON_PAGE = 90313;
    private static final int CUT_BYTES = 1024;
    private static final Map<String, ApiError> ERRCODES = Map.of(
            "busy", new ApiError(-1, "system busy", 90313),
            "parallel", new ApiError(45033, "concurrency limit", 90313),
            "limit", new ApiError(45009, "api freq out of limit", 90454));

    private final World world;
    private final AccessTokens tokens;
    private final InjectedFaults faults;
    private final Wire wire;
    private final ObjectMapper json = new ObjectMapper();

    ApiGate(World world, AccessTokens tokens, InjectedFaults faults, Wire wire) {
        this.world = world;
        this.tokens = tokens;
        this.faults = faults;
        this.wire = wire;
    }

    Handler guarded(Handler handler) {
        return call -> {
            Optional<InjectedFault> fault = faults.strike(InjectedFault.Where.CALL);
            fault.filter(f -> f.kind().equals("token")).ifPresent(f -> tokens.expire());
            if (fault.isPresent() && !fault.get().kind().equals("token")) {
                fail(call, fault.get());
                note(call, fault.get().kind());
                return;
            }
            Optional<ApiError> refusal = tokens.check(call.queryParam("access_token"));
            if (refusal.isPresent()) {
                refuse(call, refusal.get());
                note(call, fault.map(InjectedFault::kind).orElse(""));
                return;
            }
            take(handler, call);
        };
    }

    private void take(Handler handler, Context call) throws Exception {
        try {
            handler.handle(call);
        } catch (JsonProcessingException e) {
            refuse(call, new ApiError(40058, "not JSON", JSON_PAGE));
        }
        Optional<InjectedFault> fault = faults.strike(InjectedFault.Where.ANSWER);
        note(call, fault.map(InjectedFault::kind).orElse(""));
        if (fault.isPresent()) {
            spoil(call, fault.get());
        }
    }

    /** The call is not taken. */
    private static void fail(Context call, InjectedFault fault) {
        ApiError errcode = ERRCODES.get(fault.kind());
        if (errcode != null) {
            call.json(errcode.answer());
        } else {
            call.status(502).html("<html><body><h1>502 Bad Gateway</h1></body></html>");
        }
    }

    /** The call was taken; its answer comes late or not at all. */
    private static void spoil(Context call, InjectedFault fault) throws IOException, InterruptedException {
        if (!fault.kind().equals("lost")) {
            Thread.sleep(fault.millis());
            return;
        }
        // Fewer bytes than announced: the connection is cut.
        call.result("");
        call.res().setContentLength(CUT_BYTES);
        call.res().getOutputStream().write('{');
        call.res().flushBuffer();
    }

    void answer(Context call, Optional<ApiError> refusal, Supplier<Object> otherwise) {
        if (refusal.isPresent()) {
            refuse(call, refusal.get());
        } else {
            call.json(otherwise.get());
        }
    }

    void refuse(Context call, ApiError refusal) {
        if (refusal.isViolation()) {
            world.violation(path(call) + ": " + refusal);
        }
        call.json(refusal.answer());
    }

    private void note(Context call, String fault) {
        String result = String.valueOf(call.result());
        wire.call(path(call), who(call), errcode(call.status().getCode(), result), fault);
    }

    private String errcode(int status, String result) {
        try {
            return status == 200
                    ? "errcode " + json.readTree(result).path("errcode").asText("0")
                    : "HTTP " + status;
        } catch (JsonProcessingException e) {
            return "HTTP " + status;
        }
    }

    private String who(Context call) {
        if (!"application/json".equals(String.valueOf(call.contentType()).replaceFirst(";.*", ""))) {
            return "";
        }
        try {
            JsonNode body = json.readTree(call.bodyAsBytes());
            String names = body.path("touser").asText();
            long more = names.chars().filter(c -> c == '|').count();
            return more > 2 ? names.substring(0, names.indexOf('|')) + " +" + more : names;
        } catch (IOException e) {
            return "";
        }
    }

    private static String path(Context call) {
        return call.path().replaceFirst("^/cgi-bin/", "");
    }
}
