package gradcheck.cli;

import gradcheck.app.AppContext;
import gradcheck.app.Bot;
import gradcheck.app.MovableClock;
import gradcheck.config.Config;
import gradcheck.config.Environment;
import gradcheck.config.TerminalText;
import gradcheck.message.Attachment;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.Channel;
import gradcheck.outbox.SendOutcome;
import gradcheck.roster.read.RosterFile;
import gradcheck.roster.read.StaffFile;
import gradcheck.store.Store;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.turn.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat}: the real bot in the terminal, on scratch data; the config is read again before every message. */
@Command(name = "chat", resourceBundle = "gradcheck.config.commands", mixinStandardHelpOptions = true)
public final class ChatCommand implements Callable<Integer> {
    @Option(names = "--as", required = true)
    private String who = "";

    @Option(names = "--at")
    private @Nullable LocalDateTime at;

    @Override
    public Integer call() throws Exception {
        Environment environment = new Environment(System.getenv());
        SecureRandom random = new SecureRandom();
        Path folder = Files.createTempDirectory("gradcheck-chat");
        byte[] key = new byte[32];
        random.nextBytes(key);
        FieldCipher seal = new FieldCipher(Base64.getEncoder().encodeToString(key), random);
        Config.Settings settings = Config.readWithSample(environment);
        try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("chat.db"), seal, settings.season())) {
            MovableClock clock = new MovableClock(Clock.systemUTC());
            if (at != null) {
                clock.standAt(at.atZone(settings.season().zone()).toInstant());
            }
            loadSample(store, settings, clock);
            PersonId person = person(store, settings);
            System.out.println(TerminalText.of("chat.hello", person.value()));
            talk(environment, new Bot.Ground(store, printed(folder, person), clock, random, true), person);
        }
        return 0;
    }

    private void talk(Environment environment, Bot.Ground ground, PersonId person) throws Exception {
        BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        long count = 0;
        for (String line = typed.readLine(); line != null; line = typed.readLine()) {
            Config.Settings settings = Config.readWithSample(environment);
            Bot bot = new Bot(settings, AppContext.copy(settings), ground);
            Instant now = ground.clock().instant();
            count++;
            Answer answer = bot.turns()
                    .take(new Incoming.Text(person, "chat:" + count, now, line), now)
                    .join();
            if (answer instanceof Answer.Says says) {
                System.out.println(says.text());
            }
            bot.doWhatIsDue();
            System.out.println();
        }
    }

    /** What goes out, as far as a terminal can show it; files are put into the scratch folder. */
    private static Channel printed(Path folder, PersonId person) {
        return (to, message, call) -> {
            if (message instanceof Outgoing.Text text) {
                System.out.println((to.contains(person) ? "" : to + " ") + text.text());
            } else if (message instanceof Outgoing.Card card) {
                String buttons = card.buttons().stream()
                        .map(choice -> "〔" + choice.label() + "〕")
                        .collect(Collectors.joining(" "));
                System.out.println("[" + card.title() + "] " + card.body() + " " + buttons);
            } else if (message instanceof Outgoing.File file) {
                System.out.println(saved(folder, file.attachment()));
            } else if (message instanceof Outgoing.Picture picture) {
                System.out.println(saved(folder, picture.attachment()));
            }
            return new SendOutcome.Sent("");
        };
    }

    private static Path saved(Path folder, Attachment attachment) {
        try {
            return Files.write(folder.resolve(attachment.name()), attachment.content());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + attachment.name(), e);
        }
    }

    private PersonId person(Store store, Config.Settings settings) {
        int season = settings.season().year();
        return store.read(tables -> tables.students().byName(season, who).stream()
                .map(e -> e.person())
                .findFirst()
                .or(() -> tables.staff().all().stream()
                        .filter(m -> m.name().equals(who))
                        .map(m -> m.person())
                        .findFirst())
                .orElseGet(() -> new PersonId(who)));
    }

    /** The made-up season that comes with the program. */
    public static void loadSample(Store store, Config.Settings settings, Clock clock) throws IOException {
        Path sample = settings.folder().resolve("sample");
        try {
            byte[] staff = Files.readAllBytes(sample.resolve("staff.csv"));
            byte[] roster = Files.readAllBytes(sample.resolve("roster.csv"));
            StaffFile.Report members = new StaffFile().read(staff, "staff.csv");
            store.write(tables -> {
                        tables.staff().replaceAll(members.members());
                        return members;
                    })
                    .join();
            java.util.List<RosterFile.Enrolment> rows = new java.util.ArrayList<>();
            new RosterFile(settings.season().fields()).read(roster, "roster.csv", rows::add);
            Instant now = clock.instant();
            store.write(tables -> {
                        rows.forEach(
                                r -> tables.students().put(settings.season().year(), r.person(), r.student(), now));
                        return rows;
                    })
                    .join();
        } catch (gradcheck.roster.read.UnreadableFile e) {
            throw new IOException("the sample can't be read: " + e.getMessage(), e);
        }
    }
}
