package gradcheck.cli.doctor;

import gradcheck.app.AppContext;
import gradcheck.config.Config;
import gradcheck.config.ConfigFaults;
import gradcheck.config.Environment;
import gradcheck.config.Settings;
import gradcheck.config.TerminalText;
import gradcheck.config.Wecom;
import gradcheck.domain.chain.AuditCheck;
import gradcheck.store.Store;
import gradcheck.store.crypto.WrongDataKey;
import gradcheck.store.engine.Backups;
import gradcheck.store.outbox.SendBudget;
import gradcheck.wecom.WecomSettings;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code doctor} looks at, one thing after the other; each finding says what to do. */
public final class Doctor {
    private static final long SPACE = 1024L * 1024 * 1024;
    private static final int NAMED = 5;
    private static final Duration LATELY = Duration.ofDays(1);
    private static final String SAMPLE = "学院核对";

    private final Environment environment;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    public Doctor(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** One thing that was looked at. */
    public record Finding(boolean isGood, String words) {
        static Finding of(boolean isGood, String key, Object... values) {
            return new Finding(isGood, TerminalText.of(key, values));
        }
    }

    public List<Finding> all() {
        settings();
        config();
        database();
        disk();
        fonts();
        PlatformExamination outside = new PlatformExamination(environment, clock);
        wecom().ifPresent(settings -> findings.addAll(outside.of(settings)));
        findings.add(outside.callback());
        return List.copyOf(findings);
    }

    /** Every setting with its value; of a secret only whether it is there. */
    private void settings() {
        for (Settings.Known known : Settings.ALL) {
            Optional<String> fault = known.fault(environment);
            if (fault.isPresent()) {
                findings.add(new Finding(false, TerminalText.of("doctor.setting.bad", fault.get())));
                continue;
            }
            Optional<String> value = environment.get(known.name());
            String shown = value.map(v -> known.isSecret() ? "******" : v)
                    .orElse(known.standard().isEmpty() ? "—" : known.standard());
            add(true, "doctor.setting", known.name(), shown);
        }
    }

    private void config() {
        try {
            Config.Settings read = Config.read(environment);
            AppContext.copy(read);
            add(true, "doctor.config", read.folder());
        } catch (ConfigFaults | IOException | RuntimeException e) {
            add(false, "doctor.config.bad", String.valueOf(e.getMessage()));
        }
    }

    private void database() {
        String address = environment.database();
        Path file = Path.of(address.replaceFirst("^jdbc:sqlite:", ""));
        if (!Files.exists(file)) {
            add(true, "doctor.database.new", file);
            return;
        }
        try {
            Backups.Contents held = Backups.check(file);
            add(true, "doctor.database", file, held.students(), held.confirmations());
            key();
        } catch (IOException e) {
            add(false, "doctor.database.bad", String.valueOf(e.getMessage()));
        }
    }

    /** What the desk counts and reminders go by is a copy of what the other tables say. */
    private void status(List<String> wrong) {
        if (wrong.isEmpty()) {
            add(true, "doctor.status");
        } else {
            add(
                    false,
                    "doctor.status.bad",
                    wrong.size(),
                    wrong.stream().limit(NAMED).collect(Collectors.joining("、")));
        }
    }

    /** A wrong key is found by opening what was sealed with the right one. */
    private void key() {
        try (AppContext ready = AppContext.look(environment)) {
            Store store = ready.store();
            int season = ready.settings().season().year();
            boolean isChanging = store.read(t -> t.dataKey().isChanging());
            if (isChanging) {
                add(false, "doctor.key.changing");
            }
            int students = store.read(t -> t.students().ofCollege(season, "").size());
            add(students > 0, students > 0 ? "doctor.key" : "doctor.roster.empty", students);
            audit(store.read(t -> t.audit().check()));
            findings.addAll(store.<List<Finding>>read(t -> new ContactsExamination(
                            ready.settings().season(),
                            t.staff().all(),
                            account -> t.acquaintances().of(account).isPresent())
                    .of(t.students().colleges(season))));
            store.read(t -> t.references().broken())
                    .forEach((table, rows) -> add(false, "doctor.orphans", rows, table));
            status(store.read(t -> t.statusRows().wrong()));
            sends(store);
        } catch (WrongDataKey e) {
            add(false, "doctor.key.bad");
        } catch (ConfigFaults | IOException | RuntimeException e) {
            // What is wrong with a setting or the config was said before; the key is not to blame.
            add(
                    false,
                    "doctor.unread",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void audit(AuditCheck check) {
        check.fault()
                .ifPresentOrElse(
                        fault -> add(false, "doctor.audit.bad", fault.link()),
                        () -> add(true, "doctor.audit", check.count(), check.head()));
    }

    private void disk() {
        Path folder = Path.of(environment.database().replaceFirst("^jdbc:sqlite:", ""))
                .toAbsolutePath()
                .getParent();
        try {
            Path existing = folder != null && Files.exists(folder) ? folder : Path.of(".");
            long free = Files.getFileStore(existing).getUsableSpace();
            add(free >= SPACE, free >= SPACE ? "doctor.disk" : "doctor.disk.full", free / (1024 * 1024));
            add(Files.isWritable(existing), Files.isWritable(existing) ? "doctor.write" : "doctor.write.bad", existing);
        } catch (IOException e) {
            add(false, "doctor.write.bad", String.valueOf(folder));
        }
    }

    private void fonts() {
        System.setProperty("java.awt.headless", "true");
        boolean chinese = false;
        try {
            chinese = Arrays.stream(
                            GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                    .anyMatch(font -> font.canDisplayUpTo(SAMPLE) == -1);
        } catch (RuntimeException | Error e) {
            // Without fontconfig the JVM itself fails; the cure is the same.
            chinese = false;
        }
        add(chinese, chinese ? "doctor.fonts" : "doctor.fonts.bad");
    }

    private Optional<WecomSettings> wecom() {
        try {
            return Optional.of(Wecom.complete(environment));
        } catch (ConfigFaults | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What the platform refused lately, as the ledger has it: some faults show only when something is sent. */
    private void sends(Store store) {
        Map<String, Integer> codes =
                store.read(t -> t.batches().failedSince(clock.instant().minus(LATELY)));
        codes.forEach((code, calls) -> add(false, "doctor.sends.bad", calls, code, TerminalText.of(cure(code), code)));
        if (codes.isEmpty()) {
            add(true, "doctor.sends");
        }
        store.read(t -> t.allowance().pause())
                .map(SendBudget.Pause::until)
                .filter(until -> until.isAfter(clock.instant()))
                .ifPresent(until -> add(false, "doctor.paused", until));
    }

    /** The cure of what the platform gives a number; where there is none of its own, the code is named. */
    static String cure(String code) {
        String key = "cure." + code.replaceFirst("^-", "");
        try {
            TerminalText.of(key, code);
            return key;
        } catch (MissingResourceException e) {
            return "cure.other";
        }
    }

    private void add(boolean isGood, String key, Object... values) {
        findings.add(Finding.of(isGood, key, values));
    }
}
