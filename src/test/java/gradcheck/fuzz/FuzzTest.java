package gradcheck.fuzz;

import gradcheck.desk.ask.GrammarFuzz;
import gradcheck.flows.WishesFuzz;
import gradcheck.roster.RosterFuzz;
import gradcheck.wecom.door.DoorFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input that was once a finding, every seed of the corpus, and their mutants. */
class FuzzTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final int MUTANTS = 150;

    /** What is done with an input. */
    private interface Target {
        void take(byte[] input) throws Exception;
    }

    private static final Map<String, Target> TARGETS = new TreeMap<>(Map.of(
            "door", DoorFuzz::fuzzerTestOneInput,
            "roster", RosterFuzz::fuzzerTestOneInput,
            "grammar", GrammarFuzz::fuzzerTestOneInput,
            "wishes", WishesFuzz::fuzzerTestOneInput));

    static Stream<Arguments> corpus() throws IOException {
        List<Arguments> files = new ArrayList<>();
        for (String target : TARGETS.keySet()) {
            try (Stream<Path> seeds = Files.list(CORPUS.resolve(target))) {
                seeds.sorted().forEach(seed -> files.add(Arguments.of(target, seed)));
            }
        }
        return files.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("corpus")
    void an_input_of_the_corpus_is_taken_or_turned_away(String target, Path seed) throws Exception {
        TARGETS.get(target).take(Files.readAllBytes(seed));
    }

    static Stream<String> targets() {
        return TARGETS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void mutants_of_the_corpus_are_taken_or_turned_away(String name) throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(CORPUS.resolve(name))) {
            for (Path file : files.sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        for (long seed = 0; seed < MUTANTS; seed++) {
            byte[] input = mutant(seeds, new SplittableRandom(seed));
            try {
                TARGETS.get(name).take(input);
            } catch (Exception | AssertionError | StackOverflowError e) {
                Assertions.fail("seed %d: %s".formatted(seed, HexFormat.of().formatHex(input)), e);
            }
        }
    }

    /** Bytes changed, cut, doubled, and pieces of another seed put in. */
    private static byte[] mutant(List<byte[]> seeds, SplittableRandom random) {
        byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
        for (int i = random.nextInt(1, 6); i > 0 && input.length > 1; i--) {
            int at = random.nextInt(1, input.length);
            byte[] other = seeds.get(random.nextInt(seeds.size()));
            input = switch (random.nextInt(4)) {
                case 0 -> joined(Arrays.copyOf(input, at), other, random.nextInt(other.length + 1));
                case 1 -> joined(input, input, at);
                case 2 -> Arrays.copyOf(input, at + 1);
                default -> flipped(input, at, random.nextInt(256));
            };
        }
        return input;
    }

    private static byte[] joined(byte[] head, byte[] tail, int from) {
        byte[] both = Arrays.copyOf(head, head.length + tail.length - from);
        System.arraycopy(tail, from, both, head.length, tail.length - from);
        return both;
    }

    private static byte[] flipped(byte[] input, int at, int to) {
        byte[] flipped = input.clone();
        flipped[at] = (byte) to;
        return flipped;
    }
}
