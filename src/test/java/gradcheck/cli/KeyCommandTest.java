package gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradcheck.app.AppContext;
import gradcheck.app.ChangingKeys;
import gradcheck.app.Failure;
import gradcheck.app.ProcessLock;
import gradcheck.cli.console.Operator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of the data key as who deploys the bot lives through it. */
class KeyCommandTest {
    @TempDir
    Path folder;

    private ChangingKeys keys;

    @BeforeEach
    void fill() throws Exception {
        keys = new ChangingKeys(folder.resolve("d.db"));
        try (AppContext ready = AppContext.open(keys.with(1, 0))) {
            ChatCommand.loadSample(ready.store(), ready.settings(), Clock.systemUTC());
        }
    }

    @Test
    void without_the_previous_key_or_with_a_wrong_one_the_command_says_what_to_do() {
        assertThatThrownBy(() -> KeyCommand.Rotate.rotate(keys.with(2, 0), false, new Operator()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("缺少 GRADCHECK_DATA_KEY_PREVIOUS");
        assertThatThrownBy(() -> KeyCommand.Rotate.rotate(keys.with(2, 3), false, new Operator()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("都打不开");
    }

    @Test
    void a_dry_run_leaves_the_old_key_the_only_one() throws Exception {
        KeyCommand.Rotate.rotate(keys.with(2, 1), true, new Operator());
        AppContext.open(keys.with(1, 0)).close();
    }

    @Test
    void after_the_change_the_new_key_alone_opens_and_the_old_one_is_refused_at_the_start() throws Exception {
        KeyCommand.Rotate.rotate(keys.with(2, 1), false, new Operator());
        AppContext.open(keys.with(2, 0)).close();
        assertThatThrownBy(() -> AppContext.open(keys.with(1, 0)))
                .isInstanceOf(gradcheck.store.crypto.WrongDataKey.class);
        KeyCommand.Rotate.rotate(keys.with(2, 0), false, new Operator());
        try (AppContext ready = AppContext.open(keys.with(2, 0))) {
            List<String> colleges = ready.store().read(t -> t.students().colleges(2027));
            assertThat(colleges).isNotEmpty();
        }
    }

    @Test
    void while_the_bot_runs_nothing_is_changed() throws Exception {
        try (ProcessLock running = ProcessLock.claim(keys.database()).orElseThrow()) {
            assertThat(running).isNotNull();
            assertThatThrownBy(() -> KeyCommand.Rotate.rotate(keys.with(2, 1), false, new Operator()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("还在运行");
        }
    }
}
