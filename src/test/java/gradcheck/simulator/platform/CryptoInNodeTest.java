package gradcheck.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The crypto of the simulator against {@code @wecom/crypto} 1.0.1 of npm, written by others, where Node is present. */
class CryptoInNodeTest {
    private static final Path MODULES = Path.of("target", "npm");
    private static final String PACKAGE = "@wecom/crypto@1.0.1";
    private static final String TOKEN = "simulatedtoken";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String CORP = "wwsimulated0000001";
    private static final List<String> TEXTS =
            List.of("a", "x".repeat(28), "明天 9:00 补考📚 & <材料>", "<xml>]]></xml>\n", "核".repeat(20_000));

    private final Crypto crypto = new Crypto(TOKEN, KEY, CORP);
    private final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void look_for_node() throws Exception {
        assumeTrue(runs("node", "--version") && runs("npm", "--version"), "not run: no Node on this machine");
        boolean there = Files.exists(MODULES.resolve("node_modules/@wecom/crypto/package.json"));
        Files.createDirectories(MODULES);
        assumeTrue(
                there || runs("npm", "install", "--no-audit", "--no-fund", "--prefix", MODULES.toString(), PACKAGE),
                "not run: npm could not fetch " + PACKAGE);
    }

    @Test
    void what_one_seals_the_other_opens_and_both_sign_alike() throws Exception {
        for (String text : TEXTS) {
            String sealed = crypto.encrypt(text);
            JsonNode answer = node(Map.of("sealed", sealed, "text", text));

            assertThat(answer.path("opened").asText()).isEqualTo(text);
            assertThat(answer.path("id").asText()).isEqualTo(CORP);
            assertThat(answer.path("signature").asText()).isEqualTo(crypto.sign("1805076000", "nonce", sealed));
            assertThat(crypto.decrypt(answer.path("sealed").asText())).isEqualTo(text);
        }
    }

    private JsonNode node(Map<String, String> given) throws IOException, InterruptedException {
        String script =
                """
                const {getSignature, encrypt, decrypt} = require('@wecom/crypto');
                const given = JSON.parse(require('fs').readFileSync(0, 'utf8'));
                const opened = decrypt('%s', given.sealed);
                console.log(JSON.stringify({opened: opened.message, id: opened.id,
                  signature: getSignature('%s', '1805076000', 'nonce', given.sealed),
                  sealed: encrypt('%s', given.text, '%s')}));
                """
                        .formatted(KEY, TOKEN, KEY, CORP);
        Process process = new ProcessBuilder("node", "-e", script)
                .directory(MODULES.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().write(json.writeValueAsBytes(given));
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return json.readTree(answer);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
