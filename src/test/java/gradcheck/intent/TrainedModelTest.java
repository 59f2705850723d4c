package gradcheck.intent;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.intent.learn.Features;
import gradcheck.intent.learn.SoftmaxClassifier;
import gradcheck.intent.text.IntentLexicon;
import gradcheck.intent.text.Normalizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model that comes with the program, and the one that is kept beside the database. */
class TrainedModelTest {
    private static final Path SHIPPED = Path.of("config");
    private static SoftmaxClassifier learnt;

    @TempDir
    Path scratch;

    private Path folder;
    private Path kept;
    private final AtomicInteger lessons = new AtomicInteger();

    @BeforeAll
    static void learn() throws IOException {
        learnt = IntentRecognizer.training(SHIPPED).classifier();
    }

    @BeforeEach
    void copyTheWords() throws IOException {
        folder = Files.createDirectory(scratch.resolve("config"));
        kept = scratch.resolve("gradcheck.db.model");
        for (String file : TrainedModel.FILES) {
            Files.copy(SHIPPED.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void the_shipped_words_need_no_learning_and_mean_the_same() throws IOException {
        assertSame(classifier());
        assertThat(lessons).hasValue(0);
        assertThat(kept).doesNotExist();
    }

    @Test
    void edited_words_are_learnt_once_and_kept() throws IOException {
        edit();
        assertSame(classifier());
        assertSame(classifier());
        assertThat(lessons).hasValue(1);
    }

    @Test
    void words_edited_again_are_learnt_again() throws IOException {
        edit();
        classifier();
        edit();
        classifier();
        assertThat(lessons).hasValue(2);
    }

    @Test
    void a_damaged_model_is_learnt_anew() throws IOException {
        edit();
        classifier();
        byte[] whole = Files.readAllBytes(kept);
        Files.write(kept, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertSame(classifier());
        assertThat(lessons).hasValue(2);
    }

    @Test
    void where_nothing_can_be_kept_it_is_learnt_and_works() throws IOException {
        edit();
        kept = scratch.resolve("no/such/folder/model");
        assertSame(classifier());
        assertThat(lessons).hasValue(1);
    }

    /** A comment changes the file and no meaning. */
    private void edit() throws IOException {
        Path file = folder.resolve("sayings.txt");
        Files.writeString(file, Files.readString(file, StandardCharsets.UTF_8) + "\n# edited", StandardCharsets.UTF_8);
    }

    private SoftmaxClassifier classifier() {
        Supplier<SoftmaxClassifier> learn = () -> {
            lessons.incrementAndGet();
            return learnt;
        };
        return new TrainedModel(folder, Optional.of(kept)).classifier(learn);
    }

    private static void assertSame(SoftmaxClassifier model) throws IOException {
        Normalizer normalizer = new Normalizer(IntentLexicon.read(SHIPPED.resolve("lexicon.yml")));
        List<Phrasing> measured = Phrasing.read("measure.txt");
        assertThat(measured).hasSizeGreaterThan(100);
        for (Phrasing phrasing : measured) {
            var features = Features.of(normalizer.heard(normalizer.plain(phrasing.text())));
            assertThat(model.of(features)).isEqualTo(learnt.of(features));
            String target = learnt.of(features).get(0).target();
            assertThat(model.strange(target, features)).isEqualTo(learnt.strange(target, features));
        }
    }
}
