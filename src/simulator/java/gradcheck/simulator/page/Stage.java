package gradcheck.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradcheck.simulator.bot.BotProcess;
import gradcheck.simulator.bot.Inspection;
import gradcheck.simulator.bot.Time;
import gradcheck.simulator.platform.Parts;
import gradcheck.simulator.world.InjectedFaults;
import gradcheck.simulator.world.Members;
import gradcheck.simulator.world.Wire;
import gradcheck.simulator.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happens around the people: the time, the faults, who is reached how, the bot's process, the chat as a test. */
public final class Stage {
    private final World world;
    private final Members members;
    private final InjectedFaults faults;
    private final Wire wire;
    private final Inspection inspection;
    private final Time time;
    private final BotProcess bot;
    private final ObjectMapper json = new ObjectMapper();

    public Stage(Parts parts, Time time, BotProcess bot) {
        this.world = parts.world();
        this.members = parts.members();
        this.faults = parts.faults();
        this.wire = parts.wire();
        this.inspection = parts.inspection();
        this.time = time;
        this.bot = bot;
    }

    public void accept(RoutesConfig routes) {
        routes.get("/sim/now", call -> call.json(time.shown()));
        routes.post("/sim/clock", this::clock);
        routes.get("/sim/faults", call -> call.json(faults.shown()));
        routes.post("/sim/faults", call -> {
            faults.plan(body(call));
            call.json(faults.shown());
        });
        routes.post("/sim/person", this::person);
        routes.get("/sim/wire", call -> call.json(wire.entries()));
        routes.get("/sim/bot", this::state);
        routes.post("/sim/bot", this::process);
        routes.get("/sim/saved", this::saved);
    }

    /** {@code now} sets both clocks, {@code run} says how many seconds each second is worth from then on. */
    private void clock(Context call) throws IOException, InterruptedException {
        JsonNode wanted = body(call);
        int status = 200;
        if (wanted.has("now")) {
            // A clock that is set stands, unless it is told to run.
            time.run(0);
            OffsetDateTime moment = OffsetDateTime.parse(wanted.path("now").asText());
            status = time.setTo(moment.toInstant());
        }
        if (wanted.has("run")) {
            time.run(wanted.path("run").asLong());
        }
        call.status(status).json(time.shown());
    }

    private void person(Context call) throws IOException {
        JsonNode wanted = body(call);
        String userid = wanted.path("userid").asText();
        if (!members.set(
                userid, wanted.path("client").asText(), wanted.path("reach").asText())) {
            throw new IllegalArgumentException(
                    "client is one of " + Members.CLIENTS + ", reach one of " + Members.REACH);
        }
        call.json(Map.of("userid", userid, "client", members.client(userid), "reach", members.reach(userid)));
    }

    private void state(Context call) throws InterruptedException {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("ours", bot.isOurs());
        state.put("running", bot.isOurs() ? bot.isRunning() : inspection.isUp());
        state.put("up", inspection.isUp());
        call.json(state);
    }

    private void process(Context call) throws IOException, InterruptedException {
        if (!bot.isOurs()) {
            throw new IllegalArgumentException("the bot was not started by the simulator");
        }
        String act = body(call).path("do").asText();
        switch (act) {
            case "stop" -> bot.stop();
            case "kill" -> bot.kill();
            case "start" -> bot.start();
            case "restart" -> {
                bot.stop();
                bot.start();
            }
            case "crash" -> {
                bot.kill();
                bot.start();
            }
            default -> throw new IllegalArgumentException("do is one of stop, kill, start, restart, crash");
        }
        if (bot.isRunning() && inspection.waitUntilUp()) {
            time.tellBot();
        }
        state(call);
        world.tell("bot", Map.of("running", bot.isRunning()));
    }

    private void saved(Context call) {
        call.header("Content-Disposition", "attachment; filename=\"saved.chat\"")
                .contentType("text/plain;charset=utf-8")
                .result(new SavedChat(world).write());
    }

    private JsonNode body(Context call) throws IOException {
        return json.readTree(call.bodyAsBytes());
    }
}
