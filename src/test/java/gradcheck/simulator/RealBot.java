package gradcheck.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradcheck.simulator.bot.BotProcess;
import gradcheck.simulator.world.Setup;
import gradcheck.simulator.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The simulator in this JVM, and the real bot as a process of its own, on the sample roster. */
final class RealBot implements AutoCloseable {
    private static final int MOST_QUESTIONS = 4;
    private static final String START = "2027-03-15T10:00:00+08:00";

    final World world = new World(Clock.systemUTC());
    private final Path folder;
    private final BotProcess process;
    private final Simulator simulator;
    private final int port;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    RealBot(Path folder) throws IOException, InterruptedException {
        this(folder, Path.of("config", "sample", "roster.csv"));
    }

    /** @param newCollege options that vouch for the roster's colleges, where the sample's staff list has others */
    RealBot(Path folder, Path roster, String... newCollege) throws IOException, InterruptedException {
        this.folder = folder;
        int simulatorPort = freePort();
        int botPort = freePort();
        Map<String, String> environment = Map.ofEntries(
                Map.entry("WECOM_CORP_ID", "wwsimulated0000001"),
                Map.entry("WECOM_AGENT_ID", "1000002"),
                Map.entry("WECOM_SECRET", "simulated-secret"),
                Map.entry("WECOM_TOKEN", "simulatedtoken"),
                Map.entry("WECOM_ENCODING_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
                Map.entry("WECOM_API_URL", "http://127.0.0.1:" + simulatorPort),
                Map.entry("GRADCHECK_HOST", "127.0.0.1"),
                Map.entry("GRADCHECK_PORT", String.valueOf(botPort)),
                Map.entry("GRADCHECK_CONFIG", sampleConfig().toString()),
                Map.entry("GRADCHECK_REHEARSAL", "true"),
                Map.entry("GRADCHECK_DATABASE", "jdbc:sqlite:" + folder.resolve("bot.db")),
                Map.entry("GRADCHECK_DATA_KEY", Base64.getEncoder().encodeToString(new byte[32])));
        run(environment, "staff", "import", "config/sample/staff.csv");
        List<String> importing = new ArrayList<>(List.of("roster", "import", roster.toString()));
        importing.addAll(List.of(newCollege));
        run(environment, importing.toArray(String[]::new));
        String[] options = {"--bot", "http://127.0.0.1:" + botPort};
        process = new BotProcess(
                command(environment, "serve"), folder.resolve("bot.log").toFile(), world);
        simulator = new Simulator(Setup.of(options, Map.of()), world, process);
        port = simulator.start(simulatorPort);
        process.start();
        simulator.beginAt(OffsetDateTime.parse(START).toInstant());
        post("/sim/clock", "{\"now\":\"" + START + "\"}");
    }

    /** The shipped folder with the sample season's contacts, as {@code scripts/demo} has it. */
    private Path sampleConfig() throws IOException {
        Path shipped = Path.of("config").toAbsolutePath();
        Path links = Files.createDirectory(folder.resolve("sample-config"));
        try (Stream<Path> files = Files.list(shipped)) {
            for (Path file : files.toList()) {
                boolean isColleges = file.endsWith("colleges.yml");
                Path target = isColleges ? shipped.resolve("sample").resolve("colleges.yml") : file;
                Files.createSymbolicLink(links.resolve(file.getFileName()), target);
            }
        }
        return links;
    }

    String address() {
        return "http://127.0.0.1:" + port + "/";
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(text(path));
    }

    String text(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address()).resolve(path)));
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return json.readTree(send(HttpRequest.newBuilder(URI.create(address()).resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** The bot's passive answer. */
    String say(String userid, String text) throws IOException, InterruptedException {
        return post("/sim/say", json.writeValueAsString(Map.of("userid", userid, "text", text)))
                .path("reply")
                .asText();
    }

    /** Says what to correct, and answers the first to whatever is asked about it; the summary. */
    String correct(String userid, String text) throws IOException, InterruptedException {
        String reply = say(userid, text);
        for (int i = 0; i < MOST_QUESTIONS && !reply.contains("我确认"); i++) {
            reply = say(userid, "1");
        }
        return reply;
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private void run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("setup.log");
        Process done = new ProcessBuilder(command(environment, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!done.waitFor(60, TimeUnit.SECONDS) || done.exitValue() != 0) {
            throw new IOException(String.join(" ", arguments) + " failed: " + Files.readString(log));
        }
    }

    /** The environment goes before the command, so that the process starts with exactly that. */
    private static List<String> command(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("env"));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "gradcheck.cli.Main")
                .forEach(command::add);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.close();
        simulator.close();
    }
}
